// Checks a built site: node run.mjs [SITE] [--skip search]
//
// Links, anchors and markup are read from the files; one page of each kind is opened in Chromium, from a server under
// a sub-path and from disk. Set CHROMIUM to use another browser than /usr/bin/chromium.
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
import { chartOfEachType, pageOfEachKind, readSite } from "./site.mjs";
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

checkLinks(site, report);
checkChartFiles(site, report);
checkMarkup(site, site.pages.length < validateAllBelow ? site.pages : samples, report);

const browser = await launch();
const server = await serve(root);
const disk = pathToFileURL(root).href + "/";
try {
  await checkPages(browser, samples, server.base, report);
  await checkFromDisk(browser, samples, disk, report);
  await checkCharts(browser, charts, server.base, "from a server", report);
  await checkCharts(browser, charts, disk, "from disk", report);
  await checkTakeAlong(browser, site, charts, server.base, "from a server", report);
  await checkTakeAlong(browser, site, charts, disk, "from disk", report);
  await checkAgainstChartJs(browser, site, report);
  await checkCompare(browser, site, server.base, "on a server", report);
  await checkCompare(browser, site, disk, "on disk", report);
  await checkForEmployers(browser, site, server.base, "on a server", report);
  await checkForEmployers(browser, site, disk, "on disk", report);
  if (!skipped.includes("search")) {
    await checkSearch(browser, server.base, "on a server", report);
    await checkSearch(browser, disk, "on disk", report);
  }
} finally {
  await browser.close();
  await server.stop();
}
report.print();
process.exitCode = report.failures.length > 0 ? 1 : 0;
