// A built site as files: its pages, their kinds, their links and ids. No browser.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

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
    kind: /<body[^>]*\sdata-page-kind="([^"]+)"/.exec(html)?.[1],
    chartTypes: new Set(all(html, /class="chart-configuration">[^<]*?"type":\s*"([a-zA-Z]+)"/g)),
    ids: new Set(all(markup, /\sid="([^"]*)"/g)),
    links: all(markup, /\s(?:href|src|action|data-library)="([^"]*)"/g),
  };
}

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

/** One page for each type of chart that can be made interactive. */
export function pageOfEachChartType(site) {
  const first = new Map();
  for (const page of site.pages)
    for (const type of page.chartTypes) if (!first.has(type)) first.set(type, page);
  return first;
}
