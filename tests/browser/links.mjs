// Every internal link and anchor of the whole site leads somewhere.
import { posix } from "node:path";

const hasScheme = (link) => /^[a-z][a-z0-9+.-]*:/i.test(link);

/** Says what is wrong with a link of a page; undefined when nothing is. */
function problemOf(site, pages, page, link) {
  if (hasScheme(link)) return undefined;
  if (link.startsWith("/")) return "starts at the root of the host";
  const [path, anchor] = link.split("#");
  const file = path.split("?")[0];
  const target = file === "" ? page.address : posix.join(posix.dirname(page.address), decodeURIComponent(file));
  const found = target.endsWith("/") || target === "." ? posix.join(target, "index.html") : target;
  if (!site.files.has(found)) return `leads to ${found}, which is not there`;
  if (anchor && pages.has(found) && !pages.get(found).ids.has(decodeURIComponent(anchor))) return `names #${anchor}, which ${found} lacks`;
  return undefined;
}

export function checkLinks(site, report) {
  const pages = new Map(site.pages.map((page) => [page.address, page]));
  for (const page of site.pages) {
    const problems = page.links.map((link) => [link, problemOf(site, pages, page, link)]).filter(([, problem]) => problem);
    report.check(`links of ${page.address}`, problems.map(([link, problem]) => `"${link}" ${problem}`));
    report.check(`kind of ${page.address}`, page.kind ? [] : ["the body has no data-page-kind"]);
  }
}
