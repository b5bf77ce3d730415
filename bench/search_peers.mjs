// Asks both engines in Chromium: node search_peers.mjs SITE PAGEFIND_FOLDER ASK.json
//
// Prints JSON: `loaded`, the bytes of all scripts and index files that came for a first question with an empty cache and for the next one,
// by word; `found`, what Pagefind finds for each string. The server knows byte ranges and compresses nothing.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "./site_server.mjs";

const [site, pagefind, asked] = process.argv.slice(2);
const { words, strings } = JSON.parse(readFileSync(asked, "utf8"));
let loaded = 0;
const { base, close } = await serve({ "/pagefind/": pagefind, "/": site }, (file, bytes) => {
  if (!/\.(html|css|svg)$/.test(file) && !file.endsWith("page.js")) loaded += bytes;
});

/** Bytes that came while `act` ran and until nothing more came. */
async function counted(page, act) {
  loaded = 0;
  await act();
  await page.waitForLoadState("networkidle");
  return loaded;
}

/** The search page itself, as a reader uses it. */
async function askNianbao(page, word, isFirst) {
  if (isFirst) await page.goto(`${base}search.html?q=${encodeURIComponent(word)}`);
  else await page.fill("input[name=q]", word);
  await page.waitForFunction((text) => [...document.querySelectorAll(".search-result mark")].some((mark) => mark.textContent.includes(text)), word);
  await page.waitForTimeout(300);
}

/** Pagefind's own interface loads the fragments of the first ten results. */
async function askPagefind(page, word, isFirst) {
  if (isFirst) await page.goto(`${base}index.html`);
  await page.evaluate(async (text) => {
    window.engine ??= await import("/pagefind/pagefind.js");
    const { results } = await window.engine.search(text);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
  }, word);
}

async function bytesOf(browser, ask) {
  const bytes = { first: [], next: [] };
  for (const [place, word] of words.entries()) {
    const page = await (await browser.newContext()).newPage();
    bytes.first.push(await counted(page, () => ask(page, word, true)));
    bytes.next.push(await counted(page, () => ask(page, words[(place + 1) % words.length], false)));
    await page.context().close();
  }
  return bytes;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-quic"] });
const answer = { loaded: { Nianbao: await bytesOf(browser, askNianbao), Pagefind: await bytesOf(browser, askPagefind) }, found: {} };
const page = await browser.newPage();
await page.goto(`${base}index.html`);
for (const string of strings) {
  answer.found[string] = await page.evaluate(async (text) => {
    window.engine ??= await import("/pagefind/pagefind.js");
    return (await window.engine.search(text)).results.map((result) => result.id);
  }, string);
}
await browser.close();
close();
console.log(JSON.stringify(answer));
