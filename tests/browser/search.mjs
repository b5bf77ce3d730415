// The search page finds what stands in the portal.
import { visit } from "./browser.mjs";

const questions = ["焊接", "双师型教师", "产教融合", "升学率"];
const folded = (text) => text.normalize("NFKC").toLowerCase();

async function resultProblems(page, question) {
  const first = page.locator(".search-results > li").first();
  await first.waitFor({ timeout: 60000 });
  const problems = [];
  const shown = folded(await page.locator(".search-results").innerText());
  if (!shown.includes(folded(question))) problems.push("no result shows the words");
  if (await page.locator(".search-results mark").count() === 0) problems.push("no match is marked");
  if ((await page.locator(".search-status").innerText()).trim() === "") problems.push("the status says nothing");
  const link = await first.locator("a").first().evaluate((node) => node.href);
  await page.goto(link);
  if (!folded(await page.locator("main").innerText()).includes(folded(question))) problems.push(`${link} does not hold the words`);
  return problems;
}

export async function checkSearch(browser, base, from, report) {
  for (const question of questions) {
    await report.run(`search ${from} for ${question} by address`, () =>
      visit(browser, `${base}search.html?q=${encodeURIComponent(question)}`, { base }, (page) => resultProblems(page, question)));
    await report.run(`search ${from} for ${question} typed on the home page`, () =>
      visit(browser, `${base}index.html`, { base }, async (page) => {
        const field = page.locator("input[type=search]:visible").first();
        await field.fill(question);
        await field.press("Enter");
        await page.waitForURL(/search\.html/);
        return resultProblems(page, question);
      }));
  }
  await report.run(`search ${from} for what is nowhere`, () =>
    visit(browser, `${base}search.html?q=${encodeURIComponent("鱻麤龘靐")}`, { base }, async (page) => {
      await page.waitForFunction(() => document.querySelector(".search-status").textContent.trim() !== "");
      return await page.locator(".search-results > li").count() === 0 ? [] : ["something was found"];
    }));
}
