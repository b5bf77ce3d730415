// The pages on which schools stand side by side: the choice is in the address and comes back from it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { visit } from "./browser.mjs";
import { axeProblems, overflowProblems } from "./pages.mjs";

const head = (page) => page.locator(".compare thead a").allInnerTexts();
const rows = (page) => page.locator(".compare tbody tr").count();
const ready = (page) => page.locator(".compare table").waitFor();

/** Another school and another year, then back. */
async function choiceProblems(page) {
  const problems = [];
  await ready(page);
  const [first, second] = await head(page);
  if (!second) return ["no two schools are shown at first"];
  const hidden = await page.locator(".compare .table-region").evaluate((region) => region.scrollWidth - region.clientWidth);
  if (hidden > 1) problems.push(`${hidden} px of the table of two schools are out of sight`);
  const before = await rows(page);
  const selects = page.locator(".compare select");
  const third = await selects.nth(2).locator("option").nth(3).innerText();
  await selects.nth(2).selectOption({ index: 3 });
  if ((await head(page))[2] !== third) problems.push("the third school is not shown");
  if ((page.url().match(/school=/g) ?? []).length !== 3) problems.push("the address does not hold three schools");
  if (!(await page.locator(".compare [role=status]").innerText()).includes(third)) problems.push("the status does not name the school");
  await page.locator(".compare input[name=year]").first().check();
  if (await rows(page) !== 2 * before) problems.push("a second year makes no second row");
  if (await page.locator(".compare tbody svg").count() === 0) problems.push("no picture is drawn");
  problems.push(...await overflowProblems(page), ...(page.url().startsWith("http") ? await axeProblems(page) : []));
  await page.goBack();
  await page.waitForFunction((count) => document.querySelectorAll(".compare tbody tr").length === count, before);
  if (await page.locator(".compare input[name=year]").first().isChecked()) problems.push("back did not take the year from the form");
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".compare thead a").length === 2);
  if ((await head(page)).join() !== [first, second].join()) problems.push("back did not bring the first schools again");
  return problems;
}

/** The address alone says what is shown, in its order; what it asks for and is not there is left out. */
const addressProblems = (ids) => async (page) => {
  await ready(page);
  const links = await page.locator(".compare thead a").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href")));
  const problems = links.join() === ids.map((id) => `${id}/index.html`).join() ? [] : [`shown are ${links}`];
  if (await rows(page) !== 1) problems.push("not one indicator of one year is shown");
  return problems;
};

const withoutScriptProblems = (indicators) => async (page) => {
  const problems = [];
  if (!(await page.locator("main").innerText()).includes("JavaScript")) problems.push("the page does not say what needs JavaScript");
  if (await page.locator("#key-indicators tbody tr").count() < 3 || await page.locator("#key-indicators thead a").count() !== Math.min(indicators.length, 6)) problems.push("the table of the key indicators is not there");
  if (await page.locator("#by-indicator a").count() === 0) problems.push("no indicator is linked");
  return problems;
};

/** The values beside the page, as its script gets them. */
function valuesOf(site, { address }) {
  const text = readFileSync(join(site.root, address.replace(/html$/, "js")), "utf8");
  return JSON.parse(text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")));
}

/** A page whose schools stand right below it and one with cities between, each of the first with three schools to choose from. */
function comparedPages(site) {
  const pages = site.pages.filter(({ kind }) => kind === "compare").map((page) => ({ ...page, ...valuesOf(site, page) }))
    .filter(({ schools }) => schools.length >= 3);
  const hasCities = ({ schools }) => schools.some(({ id }) => id.includes("/"));
  return [pages.find((page) => !hasCities(page)), pages.find(hasCities)].filter(Boolean);
}

export async function checkCompare(browser, site, base, from, report) {
  for (const { address: place, schools, indicators } of comparedPages(site)) {
    const address = base + place;
    const ids = schools.slice(0, 3).map(({ id }) => id).reverse();
    const words = ids.map((id) => `school=${encodeURIComponent(id)}`).join("&");
    const name = `schools side by side ${from} (${place})`;
    for (const width of [390, 1280])
      await report.run(`${name} at ${width} px`, () => visit(browser, address, { base, width }, choiceProblems));
    for (const mark of ["?", "#"])
      await report.run(`${name} by address behind ${mark}`, () =>
        visit(browser, `${address}${mark}school=nowhere&${words}&${words}&year=1900&indicator=${indicators[0].id}`, { base }, addressProblems(ids)));
    await report.run(`${name} without JavaScript`, () =>
      visit(browser, address, { base, context: { javaScriptEnabled: false } }, withoutScriptProblems(indicators)));
  }
}
