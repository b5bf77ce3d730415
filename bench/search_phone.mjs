// How a slow phone feels the search: node bench/search_phone.mjs SITE [QUESTION …]
//
// Types each question into the search page in Chromium, whose processor is slowed down 4, 6 and 20 times, once on a fresh page ("first") and
// once more on a page that has answered others ("next"). Prints, for each slowdown, the median and the worst of two times: from
// the last key to the painted results, and the longest task that kept the page from answering the reader. Both are ratios to a floor measured in
// the same run, as slowed down: a page that does nothing but wait as long as the search page does before it asks, and write ten ready results.
// Tasks below 50 ms are no long tasks and count as 50. SLOWDOWNS="6" measures at that alone.
import { chromium } from "playwright-core";
import { serve } from "./site_server.mjs";

const [site, ...given] = process.argv.slice(2);
const questions = given.length ? given : [
  "焊接", "升学率", "就业", "双师型教师", "产教融合", "数控技术应用", "毕业去向落实率", "人才培养质量计分卡", "习近平新时代中国特色社会主义思想",
  "哪个学校有焊接专业", "毕业生去哪了", "锦州 双师型", "示例市 在校生数", "2024年庆阳市毕业生就业情况", "660102", "1+X证书", "hanjie", "hj", "焊结", "学", "的"
];
const SLOWDOWNS = (process.env.SLOWDOWNS ?? "4 6 20").split(" ").map(Number);
const NOT_LONG = 50; // ms: the browser reports longer tasks only

/** Runs in the page: when the last key was hit, when results were painted, the longest task between. */
function watch() {
  const times = window.searchTimes = { key: 0, painted: 0, longest: 0 };
  const begin = () => Object.assign(times, { key: performance.now(), painted: 0, longest: 0 });
  addEventListener("input", begin, true);
  addEventListener("submit", begin, true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime + duration > times.key) times.longest = Math.max(times.longest, duration);
    }
  }).observe({ type: "longtask" });
  const painted = () => requestAnimationFrame(() => setTimeout(() => { times.painted = performance.now(); }));
  addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector(".search-results");
    if (list) new MutationObserver(() => list.childElementCount && painted()).observe(list, { childList: true });
  });
}

/** The floor: no search, the same keys, ten ready results. */
const FLOOR = `<!DOCTYPE html><meta name="viewport" content="width=device-width"><form><input name="q"></form><ol class="search-results"></ol><script>
const input = document.querySelector("input"), list = document.querySelector("ol");
const show = () => {
  list.textContent = "";
  for (let i = 0; i < 10; i++) list.append(Object.assign(document.createElement("li"), { textContent: (input.value + " ").repeat(20) }));
};
let timer;
input.addEventListener("input", () => { clearTimeout(timer); if (input.value.length > 1) timer = setTimeout(show, 150); });
document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); show(); });
</script>`;

async function ask(page, question) {
  await page.fill("input[name=q]", "");
  await page.focus("input[name=q]");
  await page.waitForTimeout(500);
  await page.keyboard.insertText(question);
  if (Array.from(question).length === 1) await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.searchTimes.painted > window.searchTimes.key, null, { timeout: 120000, polling: 100 });
  await page.waitForTimeout(300);
  const { key, painted, longest } = await page.evaluate(() => window.searchTimes);
  return { painted: painted - key, longest: Math.max(longest, NOT_LONG) };
}

async function open(browser, address, slowdown) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.route("**/floor.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: FLOOR }));
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto(address, { waitUntil: "networkidle" });
  return page;
}

/** Each question on a fresh page, then on a page that has answered the one before; the floor with every fourth of them. */
async function measure(browser, base, slowdown) {
  const times = { search: [], floor: [] };
  for (const name of Object.keys(times)) {
    const used = await open(browser, `${base}${name}.html`, slowdown);
    for (const question of name === "search" ? questions : questions.filter((_, i) => i % 4 === 0)) {
      const fresh = await open(browser, `${base}${name}.html`, slowdown);
      times[name].push({ question, first: await ask(fresh, question), next: await ask(used, question) });
      await fresh.context().close();
    }
    await used.context().close();
  }
  return times;
}

function median(values) { return [...values].sort((a, b) => a - b)[values.length >> 1]; }

const { base, close } = await serve({ "/": site });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
});
console.log(`${questions.length} questions; times of a page that does nothing\n`);
console.log("| slowed down | question | painted: median | worst | longest task: median | worst | floor, ms |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
for (const slowdown of SLOWDOWNS) {
  const times = await measure(browser, base, slowdown);
  for (const when of ["first", "next"]) {
    const floor = (what) => median(times.floor.map((one) => one[when][what]));
    const cells = ["painted", "longest"].flatMap((what) => {
      const ratios = times.search.map((one) => ({ question: one.question, ratio: one[when][what] / floor(what) }));
      const worst = ratios.reduce((a, b) => a.ratio >= b.ratio ? a : b);
      return [median(ratios.map(({ ratio }) => ratio)).toFixed(1), `${worst.ratio.toFixed(1)} (${worst.question})`];
    });
    console.log(`| ${slowdown} × | ${when} | ${cells.join(" | ")} | ${floor("painted").toFixed(0)}, ${floor("longest").toFixed(0)} |`);
  }
}
await browser.close();
close();
