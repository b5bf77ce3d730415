// A built site as files: its pages, their kinds, their links and ids. No browser.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#x27;": "'", "&apos;": "'" };
const decoded = (text) => text.replace(/&(?:amp|lt|gt|quot|apos|#39|#x27);/g, (entity) => entities[entity]);
const all = (html, pattern) => Array.from(html.matchAll(pattern), (match) => decoded(match[1]));

/** What the checks need to know of one page. */
function readPage(root, path) {
  const html = readFileSync(path, "utf8");
  const markup = html.replace(/<script\b[^>]*>[^]*?<\/script>/g, (script) => script.slice(0, script.indexOf(">") + 1));
  return {
    address: relative(root, path).split(sep).join("/"),
    bytes: html.length,
    title: decoded(/<h1[^>]*>([^<]*)/.exec(markup)?.[1] ?? "").trim(),
    kind: /<body[^>]*\sdata-page-kind="([^"]+)"/.exec(html)?.[1],
    charts: Array.from(markup.matchAll(/<figure class="chart[^"]*" id="([^"]+)" data-script="([^"?]+)/g), ([, id, script]) =>
      ({ id, script: posix.join(posix.dirname(relative(root, path).split(sep).join("/")), script) })),
    ids: new Set(all(markup, /\sid="([^"]*)"/g)),
    links: all(markup, /\s(?:href|src|action|data-library|data-view|data-script)="([^"]*)"/g),
  };
}

/** What some checks look for: the library of the interactive view, the sample portal's own content. */
export const hasLibrary = (site) => site.files.has("assets/chart.js/chart.umd.js");
export const isSamplePortal = (site) => site.pages.some(({ address }) => address === "demo/first/index.html");

/** All files of the site and all its pages, in the order of their addresses. */
export function readSite(root) {
  const files = Array.from(walk(root)).sort();
  const pages = files.filter((file) => file.endsWith(".html")).map((file) => readPage(root, file));
  return { root, files: new Set(files.map((file) => relative(root, file).split(sep).join("/"))), pages };
}

/** The largest page of each kind: it shows the most. */
export function pageOfEachKind(site) {
  const largest = new Map();
  for (const page of site.pages) {
    const other = largest.get(page.kind);
    if (page.kind && (!other || page.bytes > other.bytes)) largest.set(page.kind, page);
  }
  return [...largest.values()];
}

/** What a chart's script hands to the page. */
function contentsOf(root, script) {
  const text = readFileSync(join(root, script), "utf8");
  return JSON.parse(text.slice(text.indexOf("] = ") + 4, text.lastIndexOf(";")));
}

/** One chart for each type that can be made interactive: type -> page, id, configuration. */
export function chartOfEachType(site) {
  const first = new Map();
  for (const { address, kind, charts } of site.pages)
    for (const { id, script } of kind === "embed" || kind === "chart" ? [] : charts) {
      const { configuration } = contentsOf(site.root, script);
      if (configuration && !first.has(configuration.type)) first.set(configuration.type, { address, id, configuration });
    }
  return first;
}
