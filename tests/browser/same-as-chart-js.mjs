// Our pictures against Chart.js itself: the same configuration, drawn by both in a page, has the same bounds, the same bars,
// points and sectors in the same order, and lengths in the same proportion.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../golden/chart");
const names = ["bar-staff-age", "bar-grouped", "bar-negative", "bar-large-numbers", "bar-stacked", "line-rates", "pie-destinations", "doughnut-dual-teachers"];

/** What Chart.js makes of a configuration, in pixels: along the value axis, or as shares of the circle. */
function drawnByChartJs({ configuration, width, height }) {
  document.body.innerHTML = `<div style="width:${width}px;height:${height}px"><canvas></canvas></div>`;
  const options = { ...configuration.options, animation: false, responsive: true, maintainAspectRatio: false };
  const chart = new window.Chart(document.querySelector("canvas"), { ...configuration, options });
  const metas = chart.getSortedVisibleDatasetMetas().sort((a, b) => a.index - b.index);
  const elements = metas.flatMap(({ data }) => data).filter((element) => !element.skip && Number.isFinite(element.x));
  const scale = chart.scales.y;
  const marks = elements.map((element) => {
    const { x, y, base, circumference } = element.getProps(["x", "y", "base", "circumference"], true);
    if (configuration.type === "bar") return Math.abs(base - y);
    return configuration.type === "line" ? y : circumference / (2 * Math.PI);
  });
  return { marks: marks.filter((mark) => mark > 0.01), bounds: scale && [scale.min, scale.max] };
}

/** The same of our picture. */
function drawnByUs({ svg, type }) {
  document.body.innerHTML = svg;
  // The marks of a series are parts of one path; each ends where it began, and the next is relative to there.
  const partsOf = (path) => {
    let x = 0, y = 0;
    return path.getAttribute("d").split(/(?=m)/i).map((part) => {
      const [, dx, dy, rest] = /^m(-?[\d.]+)\s?(-?[\d.]+)(.*)$/i.exec(part);
      [x, y] = [x + Number(dx), y + Number(dy)];
      const copy = path.cloneNode();
      copy.setAttribute("d", `M${x} ${y}${rest}`);
      path.after(copy);
      return copy;
    });
  };
  const groups = [...document.querySelectorAll("svg [class]")].filter(({ className }) => /(^|\s)c\d/.test(className.baseVal));
  const paths = groups.flatMap((node) => node.tagName === "path" ? [node] : [...node.querySelectorAll("path")]).flatMap(partsOf);
  const texts = [...document.querySelectorAll("svg .m text, svg text.m")].map(({ textContent }) => textContent.replaceAll(",", "").replace("−", "-"));
  const thousands = { "": 1, "%": 1, 万: 1e4, 亿: 1e8 };
  const numbers = texts.map((text) => /^(-?\d+(?:\.\d+)?)\s?(|%|万|亿)$/.exec(text)).filter(Boolean).map(([, digits, unit]) => digits * thousands[unit]);
  const share = (path) => {
    const [, , r, , , large, , dx, dy] = path.getAttribute("d").match(/-?[\d.]+/g).map(Number);
    const turn = 2 * Math.asin(Math.min(1, Math.hypot(dx, dy) / 2 / r)) / (2 * Math.PI);
    return large ? 1 - turn : turn;
  };
  const marks = paths.map((path) => {
    const { y, height } = path.getBBox();
    if (type === "bar") return height;
    return type === "line" ? y + height / 2 : share(path);
  });
  return { marks: marks.filter((mark) => mark > 0.01), bounds: numbers.length > 0 && [Math.min(...numbers), Math.max(...numbers)] };
}

/** Largest distance, in pixels of ours, from one straight line that leads from their lengths to ours. */
function misfit(theirs, ours, throughZero) {
  const low = throughZero ? 0 : theirs.indexOf(Math.min(...theirs)), high = theirs.indexOf(Math.max(...theirs));
  const [x0, y0] = throughZero ? [0, 0] : [theirs[low], ours[low]];
  const slope = (ours[high] - y0) / (theirs[high] - x0);
  return Math.max(...theirs.map((value, i) => Math.abs(y0 + (value - x0) * slope - ours[i])));
}

function differences(type, theirs, ours) {
  const problems = [];
  if (theirs.marks.length !== ours.marks.length) return [`Chart.js draws ${theirs.marks.length} marks, we draw ${ours.marks.length}`];
  const isRound = type === "pie" || type === "doughnut";
  const distance = misfit(theirs.marks, ours.marks, type !== "line");
  if (!(distance <= (isRound ? 0.005 : 1.5))) problems.push(`lengths differ by ${distance}: ${theirs.marks.map(Math.round)} against ${ours.marks.map(Math.round)}`);
  if (theirs.bounds && theirs.bounds.join() !== ours.bounds.join()) problems.push(`bounds are ${theirs.bounds} in Chart.js, ${ours.bounds} here`);
  return problems;
}

export async function checkAgainstChartJs(browser, site, report) {
  const library = join(site.root, "assets/chart.js/chart.umd.js");
  if (!existsSync(library)) return;
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1 });
  await page.addScriptTag({ path: library });
  for (const name of names)
    await report.run(`${name} is drawn as Chart.js draws it`, async () => {
      const configuration = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      const svg = readFileSync(join(folder, `${name}.svg`), "utf8");
      const [width, height] = /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(svg).slice(1).map(Number);
      const theirs = await page.evaluate(drawnByChartJs, { configuration, width, height });
      return differences(configuration.type, theirs, await page.evaluate(drawnByUs, { svg, type: configuration.type }));
    });
  await page.close();
}
