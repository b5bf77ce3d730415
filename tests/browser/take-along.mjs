// A chart leaves its page: as PNG drawn in the browser, as files of the site, inside of another page.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, posix } from "node:path";
import { visit } from "./browser.mjs";

/** Width and height of a PNG file, and whether something dark stands on something light. */
async function inspect(page, bytes) {
  const address = "data:image/png;base64," + bytes.toString("base64");
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let dark = 0, light = 0, clear = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 255) ++clear;
      if (data[i] + data[i + 1] + data[i + 2] < 384) ++dark; else if (data[i] + data[i + 1] + data[i + 2] > 740) ++light;
    }
    return { width: image.width, height: image.height, dark, light, clear };
  }, address);
}

const viewBoxOf = (svg) => /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(svg).slice(1).map(Number);

/** Press, wait for the file, look at it. */
async function savePng(page, site, { address, id }) {
  const button = page.locator(`figure#${id} .chart-png`);
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  if (download.suggestedFilename() !== `${id}.png`) return [`the file is called ${download.suggestedFilename()}`];
  const seen = await inspect(page, readFileSync(await download.path()));
  const svg = await page.locator(`figure#${id} a[download]`).first().getAttribute("href");
  const [width, height] = viewBoxOf(readFileSync(join(site.root, posix.join(posix.dirname(address), svg)), "utf8")).map((side) => Math.ceil(side * 2));
  const problems = [];
  if (seen.width !== width || seen.height !== height) problems.push(`the PNG is ${seen.width} × ${seen.height}, not ${width} × ${height}`);
  if (seen.dark < 200 || seen.light < seen.dark) problems.push(`the PNG has ${seen.dark} dark and ${seen.light} light pixels`);
  if (seen.clear > 0) problems.push(`${seen.clear} pixels let the ground through`);
  return problems;
}

async function withoutScript(page, { id }) {
  const figure = page.locator(`figure#${id}`);
  const problems = [];
  for (const name of [".chart-png", ".chart-copy", ".chart-switch"])
    if (await figure.locator(name).isVisible()) problems.push(`${name} is offered without JavaScript`);
  for (const name of ["SVG", "CSV"])
    if (!(await figure.getByRole("link", { name }).isVisible())) problems.push(`no ${name} without JavaScript`);
  return problems;
}

/** Another site, at an origin of its own, with a frame around a page. */
async function serveFrame(address) {
  const server = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html" })
    .end(`<!DOCTYPE html><html lang="en"><title>other</title><link rel="icon" href="data:,"><iframe src="${address}" width="700" height="640"></iframe>`));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => { server.closeAllConnections(); server.close(); } };
}

/** There the chart stands with its table, and the line to copy does not. */
async function embedded(page) {
  const frame = page.frameLocator("iframe");
  const problems = [];
  for (const name of [".chart-picture svg", ".chart-data table", ".origin a"])
    if (!(await frame.locator(name).first().isVisible())) problems.push(`${name} does not show`);
  if (await frame.locator(".embedding").isVisible()) problems.push("the line to copy shows within a frame");
  return problems;
}

async function copied(page, { id }) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = page.locator(`figure#${id} .chart-copy`);
  const name = await button.textContent();
  await button.click();
  await page.waitForFunction(([figure, before]) => document.querySelector(`#${figure} .chart-copy`).textContent !== before, [id, name]);
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  return types.includes("image/png") ? [] : [`the clipboard holds ${types}`];
}

/** The files of every chart: the table of each is what its page prints. */
export function checkChartFiles(site, report) {
  for (const page of site.pages.filter(({ kind }) => kind === "chart"))
    for (const { script } of page.charts) {
      const read = (ending) => readFileSync(join(site.root, script.replace(/\.js$/, ending)), "utf8");
      const problems = [];
      if (!read(".csv").startsWith("\uFEFF")) problems.push("the CSV has no byte order mark");
      if (!/^<svg [^>]*viewBox=/.test(read(".svg"))) problems.push("the SVG does not begin with <svg");
      if (!site.files.has(script.replace("/charts/", "/embed/").replace(/\.js$/, ".html"))) problems.push("no page to embed");
      report.check(`files of the chart at ${page.address}`, problems);
    }
}

export async function checkTakeAlong(browser, site, charts, base, from, report) {
  const isServer = base.startsWith("http");
  for (const [type, chart] of charts) {
    const { address } = chart;
    await report.run(`PNG of a ${type} chart ${from} (${address})`, () => visit(browser, base + address, { base }, (page) => savePng(page, site, chart)));
    if (isServer) await report.run(`PNG of a ${type} chart in the dark ${from} (${address})`, () =>
      visit(browser, base + address, { base, context: { colorScheme: "dark" } }, (page) => savePng(page, site, chart)));
  }
  if (charts.size === 0) return;
  const [[, chart]] = charts;
  await report.run(`a chart without JavaScript ${from}`, () =>
    visit(browser, base + chart.address, { base, context: { javaScriptEnabled: false } }, (page) => withoutScript(page, chart)));
  if (!isServer) return;
  await report.run("a chart is copied as a picture", () => visit(browser, base + chart.address, { base }, (page) => copied(page, chart)));
  const embed = site.pages.find(({ kind }) => kind === "embed");
  const other = await serveFrame(base + embed.address);
  await report.run(`a chart inside of another page (${embed.address})`, () => visit(browser, other.address, { base: "http://127.0.0.1:" }, embedded));
  other.stop();
}
