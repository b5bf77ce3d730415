// Checks a built site: node run.mjs [SITE] [--skip search]
//
// Links, anchors and markup are read from the files; one page of each kind is opened in Chromium, from a server under
// a sub-path and from disk. What a site has nothing for is skipped: the interactive view without Chart.js, questions about the
// sample portal. Set CHROMIUM to use another browser than /usr/bin/chromium.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { checkCharts } from "./charts.mjs";
import { checkCompare } from "./compare.mjs";
import { checkForEmployers } from "./employers.mjs";
import { checkLinks } from "./links.mjs";
import { checkMarkup } from "./markup.mjs";
import { checkFromDisk, checkPages } from "./pages.mjs";
import { Report } from "./report.mjs";
import { checkAgainstChartJs } from "./same-as-chart-js.mjs";
import { checkSearch } from "./search.mjs";
import { serve } from "./server.mjs";
import { chartOfEachType, hasLibrary, isSamplePortal, pageOfEachKind, readSite } from "./site.mjs";
import { checkChartFiles, checkTakeAlong } from "./take-along.mjs";

/** Up to so many pages all of them are validated; of a larger site one of each kind. */
const validateAllBelow = 400;

const values = process.argv.slice(2);
const skipped = values.includes("--skip") ? values.splice(values.indexOf("--skip"), 2)[1].split(",") : [];
const root = resolve(values[0] ?? join(dirname(fileURLToPath(import.meta.url)), "../../public"));
if (!existsSync(join(root, "index.html"))) {
  console.error(`${root} holds no built site; build it first or name its folder`);
  process.exit(2);
}

const site = readSite(root);
const samples = pageOfEachKind(site);
const charts = chartOfEachType(site);
const report = new Report();
console.log(`${site.pages.length} pages of ${samples.length} kinds, ${charts.size} types of chart in ${root}`);

/** Who stops the checks is told how far they came. */
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
for (const [signal, number] of Object.entries(signals))
  process.once(signal, () => {
    report.check("all checks are made", [`stopped by ${signal}${report.current && ` during: ${report.current}`}`]);
    report.print();
    process.exit(128 + number);
  });

if (isSamplePortal(site)) report.check("there are charts to make interactive", charts.size > 0 ? [] : ["no chart has a configuration"]);
if (isSamplePortal(site)) report.check("the sample portal has interactive views", hasLibrary(site) ? [] : ["Chart.js was left out of it"]);
else if (!hasLibrary(site)) report.skip("interactive views", "the site has no Chart.js");
checkLinks(site, report);
checkChartFiles(site, report);
checkMarkup(site, site.pages.length < validateAllBelow ? site.pages : samples, report);

const browser = await launch();
const server = await serve(root);
let hasEnded = false;
browser.once("disconnected", () => {
  if (hasEnded) return;
  report.check("all checks are made", [`the browser ended by itself${report.current && ` during: ${report.current}`}; nothing was checked after that`]);
  report.isOver = true;
});
const disk = pathToFileURL(root).href + "/";
try {
  await checkPages(browser, samples, server.base, report);
  await checkFromDisk(browser, samples, disk, report);
  await checkCharts(browser, site, charts, server.base, "from a server", report);
  await checkCharts(browser, site, charts, disk, "from disk", report);
  await checkTakeAlong(browser, site, charts, server.base, "from a server", report);
  await checkTakeAlong(browser, site, charts, disk, "from disk", report);
  await checkAgainstChartJs(browser, site, report);
  await checkCompare(browser, site, server.base, "on a server", report);
  await checkCompare(browser, site, disk, "on disk", report);
  await checkForEmployers(browser, site, server.base, "on a server", report);
  await checkForEmployers(browser, site, disk, "on disk", report);
  if (!skipped.includes("search")) {
    await checkSearch(browser, site, server.base, "on a server", report);
    await checkSearch(browser, site, disk, "on disk", report);
  }
} catch (error) {
  if (!report.isOver) report.check("all checks are made", [error.message]);
} finally {
  hasEnded = true;
  await browser.close();
  await server.stop();
}
report.print();
process.exitCode = report.failures.length > 0 ? 1 : 0;
