// One page of each kind: narrow and wide, light and dark, with and without JavaScript, on paper.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { visit } from "./browser.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What axe finds in the page; `rules` names those to look for, otherwise all of the standards. */
export async function axeProblems(page, rules) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: standards };
  const result = await page.evaluate((only) => globalThis.axe.run(document, { runOnly: only, resultTypes: ["violations"] }), runOnly);
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target} ${node.failureSummary.split("\n").slice(1).join(";")}`));
}

export async function overflowProblems(page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  return content > window ? [`the document is ${content} px wide in a window of ${window} px`] : [];
}

/** What a reader gets from the article, whatever the scripts do; what they make of a reader's choice is not in it. */
const substance = (page) => page.evaluate(() => {
  const main = document.querySelector("main");
  return { text: main.textContent.trim().length, pictures: main.querySelectorAll("svg:not(.compare svg)").length, tables: main.querySelectorAll("table:not(.compare table)").length };
});

async function withoutScriptProblems(browser, address, base, withScript) {
  return visit(browser, address, { base, context: { javaScriptEnabled: false } }, async (page) => {
    const without = await substance(page);
    const problems = [];
    if (without.text < 20) problems.push("no text without JavaScript");
    for (const part of ["pictures", "tables"])
      if (without[part] < withScript[part]) problems.push(`${without[part]} of ${withScript[part]} ${part} without JavaScript`);
    const hidden = await page.locator("main .report-navigation a, main table").evaluateAll((nodes) => nodes.filter((node) => !node.checkVisibility()).length);
    if (hidden > 0) problems.push(`${hidden} tables are hidden without JavaScript`);
    return problems;
  });
}

async function printProblems(page) {
  const shown = await page.locator("nav:not(.breadcrumb), .site-header, .site-footer, form, button").evaluateAll((nodes) =>
    nodes.filter((node) => node.checkVisibility()).map((node) => node.className || node.tagName));
  return shown.map((name) => `printed: ${name}`);
}

/** One visit, as loading takes longer than looking: on a phone, on a desk, in the dark (where only colours differ), on paper. */
const looks = [
  ["at 360 px", {}, async (page) => [...await overflowProblems(page), ...await axeProblems(page)]],
  ["at 1280 px", { width: 1280 }, async (page) => [...await overflowProblems(page), ...await axeProblems(page)]],
  ["in the dark", { media: { colorScheme: "dark" } }, (page) => axeProblems(page, ["color-contrast", "link-in-text-block"])],
  ["on paper", { media: { media: "print", colorScheme: "light" } }, printProblems],
];

export async function checkPages(browser, pages, base, report) {
  for (const { kind, address } of pages) {
    const url = base + address;
    let withScript;
    await report.run(`${kind} loads (${address})`, () => visit(browser, url, { base, width: 360 }, async (page) => {
      withScript = await substance(page);
      for (const [name, { width, media }, problemsOf] of looks) {
        if (width) await page.setViewportSize({ width, height: 900 });
        if (media) await page.emulateMedia(media);
        await report.run(`${kind} ${name} (${address})`, () => problemsOf(page));
      }
      return [];
    }));
    await report.run(`${kind} without JavaScript (${address})`, () => withoutScriptProblems(browser, url, base, withScript));
  }
}

/** The same pages straight from disk: they load without a complaint, styled and scripted. */
export async function checkFromDisk(browser, pages, base, report) {
  for (const { kind, address } of pages)
    await report.run(`${kind} from disk (${address})`, () => visit(browser, base + address, { base }, async (page) => {
      const styled = await page.evaluate(() => getComputedStyle(document.body).marginTop === "0px");
      return [...await overflowProblems(page), ...(styled ? [] : ["the style sheet did not load"])];
    }));
}
