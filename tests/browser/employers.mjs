// What a parent or an employer opens from a phone: the pages of majors and of partners. They need no script.
import { visit } from "./browser.mjs";
import { overflowProblems } from "./pages.mjs";

const plain = (text) => text.replace(/\s+/g, "");

/** Follows the link of every card (no more than ten) to its source: what the card is named after stands where it leads. */
async function cardProblems(page, cards, name) {
  const problems = [];
  const links = await page.locator(`${cards} li.card`).evaluateAll((nodes) =>
    nodes.slice(0, 10).map((node) => ({ title: node.querySelector("h3").textContent, address: node.querySelector("h3 a, .card-source a")?.href })));
  if (links.length === 0) problems.push(`${cards} has no card`);
  for (const { title, address } of links) {
    if (!address) { problems.push(`${title} leads nowhere`); continue; }
    await page.goto(address);
    const wanted = plain(name ?? title);
    if (!plain(await page.locator("main").innerText()).includes(wanted)) problems.push(`${wanted} does not stand on ${address}`);
  }
  return problems;
}

/** Schools that offer it, each with a telephone number if it states one, and the major among theirs. */
async function majorProblems(page) {
  const problems = await overflowProblems(page);
  const name = await page.locator("h1").innerText();
  return [...problems, ...await cardProblems(page, "#schools", name)];
}

/** From an enterprise to a major it works with: it stands there again, with how they work together. */
async function wayToMajorProblems(page) {
  const address = page.url();
  const card = page.locator("#enterprises li.card", { has: page.locator("dd a[href*='majors/']") }).first();
  if (await card.count() === 0) return ["no enterprise leads to a major"];
  const name = plain(await card.locator("h3").innerText());
  const kind = await page.locator("#cooperation dt").evaluateAll((nodes) => nodes.map((node) => node.textContent));
  await card.locator("summary").click();
  await card.locator("dd a[href*='majors/']").first().click();
  const partners = plain(await page.locator("#partners").innerText());
  const facts = plain(await page.locator("#facts").innerText());
  await page.goto(address);
  const problems = partners.includes(name) ? [] : [`${name} does not stand on the page of its major`];
  return kind.some((one) => facts.includes(plain(one))) ? problems : [...problems, `the major of ${name} has no kind of cooperation`];
}

/** Folded cards are read at a glance, open by themselves for words looked for inside, and letters lead to the first of each. */
async function foldingProblems(page) {
  const address = page.url();
  const cards = page.locator(".folded li.card");
  const [closed, most] = [await page.locator(".folded details:not([open])").count(), await cards.count()];
  const problems = closed === most ? [] : [`${most - closed} of ${most} cards are open`];
  const words = await page.locator(".folded dd span").first().textContent();
  await page.goto("about:blank");
  await page.goto(`${address}#:~:text=${encodeURIComponent(words)}`);
  if (await page.locator(".folded details[open]", { hasText: words }).count() === 0) problems.push(`no card opens for “${words}”`);
  for (const letter of await page.locator(".letters a").evaluateAll((nodes) => nodes.map((node) => node.hash.slice(1))))
    if (await page.locator(`[id="${letter}"]`).count() !== 1) problems.push(`${letter} leads nowhere`);
  await page.goto(address);
  await page.emulateMedia({ media: "print" });
  if (!await page.locator(".folded dd").first().isVisible()) problems.push("what is folded is not printed");
  await page.emulateMedia({ media: "screen" });
  return problems;
}

/** Enterprises, each with the table it stands in, and whom to call. */
async function partnerProblems(page) {
  const problems = await overflowProblems(page);
  if (await page.locator("main a[href^='tel:']").count() === 0) problems.push("nobody can be called");
  problems.push(...await foldingProblems(page));
  const services = await page.locator("#services .card-source a").evaluateAll((nodes) => nodes.map((node) => node.href));
  for (const [cards, link, what] of [["#enterprises", "a[href$='index.html']", "school"], ["#services", "a[href^='tel:']", "number to call"]]) {
    for (const card of await page.locator(`${cards} li.card`).all()) {
      if (await card.locator(`dd ${link}`).count() === 0) problems.push(`${await card.locator("h3").innerText()} has no ${what}`);
    }
  }
  problems.push(...await wayToMajorProblems(page));
  problems.push(...await cardProblems(page, "#enterprises"));
  for (const address of services.slice(0, 3)) {
    await page.goto(address);
    if (await page.locator("main table").count() === 0) problems.push(`${address} has no table`);
  }
  return problems;
}

export async function checkForEmployers(browser, site, base, from, report) {
  const options = { base, width: 390, context: { javaScriptEnabled: false } };
  const kinds = [["major", majorProblems, 3], ["partners", partnerProblems, 1]];
  for (const [kind, check, most] of kinds) {
    const pages = site.pages.filter((page) => page.kind === kind).slice(0, most);
    for (const { address } of pages)
      await report.run(`${address} ${from}, without JavaScript on a phone`, () => visit(browser, base + address, options, check));
  }
}
