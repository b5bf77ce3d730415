// The search page finds what stands in the portal.
import { posix } from "node:path";
import { visit } from "./browser.mjs";
import { axeProblems, overflowProblems } from "./pages.mjs";
import { isSamplePortal } from "./site.mjs";

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

/** Cases only, then everything again: by button, by address, by "back". */
async function choiceProblems(page) {
  const problems = [];
  const button = () => page.locator('.search-choice button[data-choice="kinds case"]');
  await button().waitFor({ timeout: 60000 });
  const all = await page.locator(".search-result").count();
  await button().click();
  await page.locator('.search-choice button[data-choice="kinds case"][aria-pressed="true"]').waitFor();
  if (!/kind=case/.test(page.url())) problems.push("the address does not hold the choice");
  const kinds = await page.locator(".search-result:not(:has(.search-loose)) .search-kind").allInnerTexts();
  const name = (await button().evaluate((node) => node.firstChild.textContent)).trim();
  if (!kinds.length || kinds.some((kind) => kind !== name)) problems.push(`chosen were cases, shown are ${[...new Set(kinds)]}`);
  if (!await button().evaluate((node) => node === document.activeElement)) problems.push("the button has lost the focus");
  await page.goBack();
  await page.locator('.search-choice button[data-choice="kinds case"][aria-pressed="false"]').waitFor();
  if (/kind=case/.test(page.url())) problems.push("back did not take the choice from the address");
  if (await page.locator(".search-result").count() !== all) problems.push("back did not bring the first results again");
  return problems;
}

async function meantProblems(page) {
  const link = page.locator(".search-meant a").first();
  await link.waitFor({ timeout: 60000 });
  const meant = await link.innerText();
  await link.click();
  await page.waitForFunction((words) => document.querySelector("input[name=q]").value === words, meant);
  await page.locator(".search-meant").waitFor({ state: "hidden" });
  return await page.locator(".search-result mark").count() > 0 ? [] : ["the suggestion finds nothing"];
}

/** What was looked for in the place of a word that stands nowhere is named, and only if it was. */
async function insteadProblems(page, isInstead) {
  await page.locator(".search-results > li").first().waitFor({ timeout: 60000 });
  const meant = await page.locator(".search-meant a").first().innerText();
  const said = await page.locator(".search-status").innerText(), marked = await page.locator(".search-results mark").allInnerTexts();
  const problems = said.includes(meant) === isInstead ? [] : [`“${said}” where ${meant} was${isInstead ? "" : " not"} looked for`];
  return marked.includes(meant) === isInstead ? problems : [...problems, `marked are ${[...new Set(marked)]}`];
}

/** A question that is written in another way than the texts. */
async function readingProblems(page, meant) {
  await page.locator(".search-results > li").first().waitFor({ timeout: 60000 });
  const marked = await page.locator(".search-results mark").allInnerTexts();
  return marked.includes(meant) ? [] : [`${meant} is not marked`];
}

/** A value before any page, with its year, and a link to a page on which it stands. */
async function answerProblems(page) {
  const card = page.locator(".search-card").first();
  await card.waitFor({ timeout: 60000 });
  const problems = await overflowProblems(page);
  if (page.url().startsWith("http")) problems.push(...await axeProblems(page)); // from disk axe may not read the styles
  const link = card.locator(".search-value").first();
  const value = (await link.innerText()).replace(/[^0-9.]/g, "");
  if (!/^[0-9]+(\.[0-9]+)?$/.test(value)) problems.push(`${value} is no value`);
  if (!/20[0-9]{2}/.test(await card.innerText())) problems.push("the year is not said");
  const before = await card.evaluate((node) => Boolean(node.compareDocumentPosition(document.querySelector(".search-results")) & 4));
  if (!before) problems.push("the answer does not stand before the results");
  await page.goto(await link.evaluate((node) => node.href));
  if (!(await page.locator("main").innerText()).includes(value)) problems.push(`${value} does not stand where it leads`);
  return problems;
}

/** One question, one link: the page of the major with its schools. */
async function majorProblems(page) {
  const title = page.locator(".search-card h2 a").first();
  await title.waitFor({ timeout: 60000 });
  const schools = await page.locator(".search-card").first().locator(".search-party").allInnerTexts();
  await page.goto(await title.evaluate((node) => node.href));
  const text = await page.locator("main").innerText();
  return schools.length && schools.every((school) => text.includes(school)) ? [] : [`the page of the major lacks one of ${schools}`];
}

/** While someone types, old results stay until the new ones are there: the list is never seen empty between two answers. */
async function typingProblems(page) {
  await page.evaluate(() => {
    const list = document.querySelector(".search-results");
    window.seen = { answers: 0, emptied: 0 };
    // Called between tasks: what it sees is what could be painted.
    new MutationObserver(() => { window.seen[list.childElementCount ? "answers" : "emptied"]++; }).observe(list, { childList: true });
  });
  const field = page.locator("input[name=q]");
  await field.focus();
  const steps = [["焊", 0], ["接", 1], ["技", 2], ["Backspace", 3], ["Backspace", 3], ["接", 3]];
  for (const [key, answers] of steps) {
    if (key.length > 1) await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
    await page.waitForFunction((count) => window.seen.answers >= count, answers, { timeout: 60000 });
    await page.waitForTimeout(200);
  }
  const { answers, emptied } = await page.evaluate(() => window.seen);
  if (answers < 3) return [`there were ${answers} answers`];
  return emptied ? [`the list was empty ${emptied} times while ${answers} answers came`] : [];
}

/** Words that stand in the site, and a question with an answer: an indicator with a school that states it. */
function questionsOf(site) {
  if (isSamplePortal(site)) return { words: ["焊接", "双师型教师", "产教融合", "升学率"], answered: "毕业生人数 示例一职专" };
  const school = site.pages.find(({ kind, charts }) => kind === "school" && charts.length > 0);
  const indicator = school && site.pages.find(({ kind, links, address }) => kind === "indicator" &&
    links.some((link) => posix.join(posix.dirname(address), link) === school.address));
  if (!indicator) return { words: [] };
  return { words: [school.title, indicator.title], answered: `${indicator.title} ${school.title}` };
}

export async function checkSearch(browser, site, base, from, report) {
  const { words, answered } = questionsOf(site);
  for (const question of words) {
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
  const search = (question, check) => (() => visit(browser, `${base}search.html?q=${encodeURIComponent(question)}`, { base }, check));
  for (const width of answered ? [390, 1280] : []) {
    await report.run(`search ${from} answers with a value at ${width} px`, () =>
      visit(browser, `${base}search.html?q=${encodeURIComponent(answered)}`, { base, width }, answerProblems));
  }
  await report.run(`search ${from} for what is nowhere`, () =>
    visit(browser, `${base}search.html?q=${encodeURIComponent("鱻麤龘靐")}`, { base }, async (page) => {
      await page.waitForFunction(() => document.querySelector(".search-status").textContent.trim() !== "");
      return await page.locator(".search-results > li").count() === 0 ? [] : ["something was found"];
    }));
  if (!isSamplePortal(site)) {
    report.skip(`search ${from} by majors, cases and misspelt words`, "the questions are about the sample portal");
    return;
  }
  await report.run(`search ${from} answers with the schools of a major`, search("哪个学校有焊接专业？", majorProblems));
  await report.run(`search ${from} while someone types`, () =>
    visit(browser, `${base}search.html`, { base, width: 390 }, typingProblems));
  await report.run(`search ${from} narrowed to cases`, search("焊接", choiceProblems));
  await report.run(`search ${from} for a misspelt word`, search("焊结", meantProblems));
  for (const [question, isInstead] of [["焊揭", true], ["升学绿", false]])
    await report.run(`search ${from} for ${question}, ${isInstead ? "in whose place another word" : "of which a piece"} is looked for`,
      search(question, (page) => insteadProblems(page, isInstead)));
  for (const [question, meant] of [["hanjie", "焊接"], ["課程", "课程"]]) {
    await report.run(`search ${from} for ${question}, which is ${meant}`, search(question, (page) => readingProblems(page, meant)));
  }
  await report.run(`search ${from} with choices in the address`, () =>
    visit(browser, `${base}search.html#q=${encodeURIComponent("焊接")}&kind=major`, { base }, async (page) => {
      await page.locator('.search-choice button[data-choice="kinds major"][aria-pressed="true"]').waitFor({ timeout: 60000 });
      return await page.locator(".search-result").count() > 0 ? [] : ["no major is found"];
    }));
}
