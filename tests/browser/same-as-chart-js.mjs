// Our pictures against Chart.js itself: the same configuration, drawn by both, has the same bars, points and sectors in the same
// order, at the same places of the same scales. What is different on purpose is listed in docs/charts.md.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setDateAdapter } from "./date-adapter.mjs";
import { boxOf, piecesOf, sectorOf } from "./path-data.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../golden/chart");
const types = new Set(["bar", "line", "scatter", "bubble", "pie", "doughnut", "polarArea", "radar"]);

/** Golden configurations that are not to look as in Chart.js, and why. */
const otherwise = {
  "bar-long-names": "long names turn bars on their side",
  "bar-long-names-w360": "long names turn bars on their side",
  "bar-english": "long names turn bars on their side",
  "bar-hostile": "long names turn bars on their side",
  "bar-two-hundred": "names are thinned out, bars are whole pixels",
  "bar-share": "percentages are seen against the whole",
  "bar-huge": "values beyond what Chart.js can divide",
  "bar-nothing-published": "there is nothing to draw",
  "bar-empty": "there is nothing to draw",
  "line-many-points": "points are left out",
  "radar-not-from-zero": "values keep off the centre",
};

/** What Chart.js makes of a configuration, in pixels; data sets from the lowest to the topmost. */
function drawnByChartJs({ configuration, width, height }) {
  document.body.innerHTML = `<div style="width:${width}px;height:${height}px"><canvas></canvas></div>`;
  const options = { ...configuration.options, animation: false, responsive: true, maintainAspectRatio: false };
  const chart = new window.Chart(document.querySelector("canvas"), { ...configuration, options });
  const { left, right, top, bottom } = chart.chartArea;
  const near = ({ x, y }) => x >= left - 0.5 && x <= right + 0.5 && y >= top - 0.5 && y <= bottom + 0.5;
  const sets = chart.getSortedVisibleDatasetMetas().reverse().map((meta) => {
    const elements = meta.data.map((element) => {
      const shown = element.getProps(["x", "y", "base", "width", "height", "horizontal", "skip", "startAngle", "endAngle", "innerRadius", "outerRadius"], true);
      return { ...shown, radius: element.options?.radius, style: element.options?.pointStyle };
    });
    const gap = elements.findIndex(({ skip }) => skip);
    // Our course around a radar begins behind its first gap.
    const turned = meta.type === "radar" && gap >= 0 ? [...elements.slice(gap + 1), ...elements.slice(0, gap)] : elements;
    const known = turned.filter(({ skip, x, y }) => !skip && Number.isFinite(x) && Number.isFinite(y));
    const isBar = meta.type === "bar", isArc = known.some(({ startAngle }) => startAngle !== undefined);
    return {
      index: meta.index, hides: isBar && (meta.controller.options.grouped === false || meta._parsed.some((parsed) => parsed._custom)),
      bars: isBar ? known.filter(({ base, x, y, horizontal }) => Math.abs(base - (horizontal ? x : y)) > 0.01 &&
        (horizontal ? y >= top && y <= bottom : x >= left && x <= right)) : [],
      arcs: isArc ? known.filter(({ startAngle, endAngle, innerRadius, outerRadius }) => endAngle - startAngle > 1e-6 && outerRadius > innerRadius) : [],
      points: isBar || isArc ? [] : known.filter((point) => point.radius > 0 && point.style !== false && (meta.type === "radar" || near(point))),
      lines: !isBar && !isArc && meta.dataset !== undefined && meta.type !== "bubble" && (meta.type !== "scatter" || meta.controller.options.showLine),
    };
  });
  const value = chart.getSortedVisibleDatasetMetas()[0]?.vScale;
  const betweenTicks = value?.options.bounds === "data" || value?.type === "logarithmic";
  const ends = value && !betweenTicks && !value.options.reverse && value.getPixelForValue ? [value.min, value.max].map((end) => value.getPixelForValue(end)) : null;
  const result = { sets, ends, lies: value?.axis === "x" };
  chart.destroy();
  return result;
}

/** The shapes of our picture in the order in which they are drawn. */
function drawnByUs({ svg, type }) {
  document.body.innerHTML = svg;
  const shapes = [];
  let lines = type === "scatter" || type === "bubble"; // bars come before them, dots after
  const add = (kind, node) => (node.tagName === "path" ? [node] : [...node.querySelectorAll("path")]).forEach((path) => shapes.push({ kind, d: path.getAttribute("d") }));
  for (const node of document.querySelector("svg").children) {
    const kind = (node.getAttribute("class") ?? "").split(" ");
    if (node.tagName !== "path" && node.tagName !== "g") continue;
    if (node.querySelector("text") || kind.some((name) => ["r", "u", "m"].includes(name))) continue;
    if (kind.includes("g")) add("grid", node);
    else if (kind.includes("a")) lines = true;
    else if (node.hasAttribute("stroke-linejoin")) lines = true, add("line", node);
    else if (kind.includes("s")) add(lines ? "dot" : "fill", node);
    else if (!lines || kind.includes("f")) add("fill", node);
  }
  return shapes;
}

/** The straight line that leads from xs to ys best, and how far the farthest point is from it. */
function fit(xs, ys) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length, x0 = mean(xs), y0 = mean(ys);
  const spread = xs.reduce((sum, x) => sum + (x - x0) ** 2, 0);
  const slope = spread > 1e-9 ? xs.reduce((sum, x, i) => sum + (x - x0) * (ys[i] - y0), 0) / spread : 1;
  const at = (x) => y0 + slope * (x - x0);
  return { at, slope, misfit: Math.max(0, ...xs.map((x, i) => Math.abs(at(x) - ys[i]))) };
}

const ranks = (list) => list.map((value, i) => [Math.round(value), i]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => i).join();
const round = (list) => list.slice(0, 12).map((value) => Math.round(value * 10) / 10).join(" ");

function barProblems(theirs, shapes) {
  const sets = theirs.sets.some(({ hides }) => hides) ? theirs.sets : [...theirs.sets].sort((a, b) => a.index - b.index);
  const bars = sets.flatMap((set) => set.bars), lies = theirs.lies;
  const boxes = shapes.filter(({ kind }) => kind === "fill").flatMap(({ d }) => piecesOf(d)).map(({ points }) => boxOf(points))
    .filter((box) => (lies ? box.right - box.left : box.bottom - box.top) > 0.05);
  if (bars.length !== boxes.length) return [`Chart.js draws ${bars.length} bars, we draw ${boxes.length}`];
  if (bars.length === 0) return [];
  const ends = bars.flatMap(({ base, x, y }) => { const end = lies ? x : y; return [Math.min(base, end), Math.max(base, end)]; });
  const lengths = fit(ends, boxes.flatMap((box) => lies ? [box.left, box.right] : [box.top, box.bottom]));
  const places = bars.map(({ x, y }) => lies ? y : x), middles = boxes.map((box) => (lies ? box.top + box.bottom : box.left + box.right) / 2);
  const problems = [];
  if (lengths.misfit > 1.5 || lengths.slope < 0) problems.push(`ends of bars are off by ${lengths.misfit.toFixed(1)}px: ${round(ends)}`);
  if (ranks(places) !== ranks(middles)) problems.push(`bars stand in another order: ${round(places)} against ${round(middles)}`);
  return [...problems, ...boundProblems(theirs, lengths, shapes)];
}

/** The first and the last line across the plot stand where the scale of Chart.js ends. */
function boundProblems({ ends, lies }, { at }, shapes) {
  const across = shapes.filter(({ kind }) => kind === "grid").flatMap(({ d }) => piecesOf(d)).map(({ points }) => points)
    .filter((points) => points.length === 2 && points[0][lies ? 0 : 1] === points[1][lies ? 0 : 1]).map((points) => points[0][lies ? 0 : 1]);
  if (!ends || across.length < 2) return [];
  const [low, high] = ends.map(at).sort((a, b) => a - b);
  const far = Math.max(Math.abs(Math.min(...across) - low), Math.abs(Math.max(...across) - high));
  return far > 2 ? [`the scale ends at ${round([low, high])} in Chart.js, at ${round([Math.min(...across), Math.max(...across)])} here`] : [];
}

function pointProblems(theirs, shapes, configuration) {
  const points = theirs.sets.flatMap((set) => set.points);
  let dots = shapes.filter(({ kind }) => kind === "dot").flatMap(({ d }) => piecesOf(d)).map(({ points: corners }) => boxOf(corners))
    .map((box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  // Crosses and stars are of several bars.
  dots = dots.filter(([x, y], i) => i === 0 || Math.hypot(x - dots[i - 1][0], y - dots[i - 1][1]) > 0.3);
  if (points.length !== dots.length) return [`Chart.js draws ${points.length} points, we draw ${dots.length}`];
  if (configuration.type === "bubble") {
    // Smaller bubbles lie on larger ones here.
    points.sort((a, b) => a.x - b.x || a.y - b.y);
    dots.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }
  const problems = [];
  const x = fit(points.map((point) => point.x), dots.map((dot) => dot[0])), y = fit(points.map((point) => point.y), dots.map((dot) => dot[1]));
  const mixed = new Set(Object.keys(configuration.options?.scales ?? {}).filter((id) => id.startsWith("y"))).size > 1;
  if (x.misfit > 3 || x.slope < 0) problems.push(`points are off by ${x.misfit.toFixed(1)}px from left to right`);
  if (!mixed && (y.misfit > 2.5 || y.slope < 0)) problems.push(`points are off by ${y.misfit.toFixed(1)}px in height`);
  const lines = theirs.sets.some((set) => set.lines) && shapes.some(({ kind }) => kind === "line");
  const bounds = configuration.type === "radar" || mixed || problems.length > 0 || !lines ? [] : boundProblems(theirs, theirs.lies ? x : y, shapes);
  return [...problems, ...bounds];
}

function sectorProblems(theirs, shapes, configuration) {
  const grain = configuration.type === "polarArea" ? 500 : 1e5;
  const turns = (from) => Math.round(((from + 0.0005) % 1) * grain); // twelve o'clock is zero, not nearly one
  const inRings = (list) => [...list].sort((a, b) => Math.round(b.outer) - Math.round(a.outer) || turns(a.from) - turns(b.from));
  const around = (list) => [...list].sort((a, b) => turns(a.from) - turns(b.from) || b.outer - a.outer);
  const arcs = theirs.sets.flatMap((set) => set.arcs).map(({ startAngle, endAngle, innerRadius, outerRadius }) =>
    ({ from: (startAngle / 2 / Math.PI + 1.25) % 1, sweep: (endAngle - startAngle) / 2 / Math.PI, inner: innerRadius, outer: outerRadius }));
  const sectors = shapes.filter(({ kind }) => kind === "fill").flatMap(({ d }) => { const pieces = piecesOf(d); return [sectorOf({ arcs: pieces.flatMap((piece) => piece.arcs) })]; });
  if (arcs.length !== sectors.length) return [`Chart.js draws ${arcs.length} sectors, we draw ${sectors.length}`];
  const unit = Math.max(...arcs.map(({ outer }) => outer)) / Math.max(...sectors.map(({ outer }) => outer));
  const rings = configuration.type !== "polarArea" && theirs.sets.length > 1;
  const problems = [];
  // Of several rings only angles compare: their hole is smaller here, so that shares find room.
  const mine = rings ? inRings(sectors) : around(sectors), other = rings ? inRings(arcs) : around(arcs);
  for (const [i, arc] of other.entries()) {
    const away = Math.abs(arc.from - mine[i].from), angle = Math.max(Math.min(away, 1 - away), Math.abs(arc.sweep - mine[i].sweep));
    if (angle > 0.005) problems.push(`sector ${i} is off by ${angle.toFixed(3)} turns`);
    if (!rings && Math.abs(arc.outer - mine[i].outer * unit) > 2) problems.push(`sector ${i} reaches ${mine[i].outer * unit} instead of ${arc.outer}`);
    if (!rings && Math.abs(arc.inner / arc.outer - mine[i].inner / mine[i].outer) > 0.02) problems.push(`sector ${i} has another hole`);
  }
  return problems;
}

/** Bars above lines and lines above bars, where the configuration has an order. */
function orderProblems(theirs, shapes, configuration) {
  if (!configuration.data.datasets.some(({ order }) => order !== undefined)) return [];
  const sequence = (letters) => letters.join("").replace(/(.)\1+/g, "$1");
  const wanted = sequence(theirs.sets.flatMap(({ bars, lines }) => bars.length > 0 ? ["b"] : lines ? ["l"] : []));
  const found = sequence(shapes.flatMap(({ kind }) => kind === "fill" ? ["b"] : kind === "line" ? ["l"] : []));
  return wanted === found ? [] : [`drawn as ${found} instead of ${wanted} (b: bars, l: lines)`];
}

function differences(configuration, theirs, shapes) {
  if (theirs.sets.some(({ arcs }) => arcs.length > 0)) return sectorProblems(theirs, shapes, configuration);
  const bars = theirs.sets.some((set) => set.bars.length > 0), points = theirs.sets.some((set) => set.points.length > 0);
  return [
    ...(bars ? barProblems(theirs, shapes) : []),
    ...(points ? pointProblems(theirs, shapes, configuration) : []),
    ...orderProblems(theirs, shapes, configuration),
  ];
}

function configurations() {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((file) => {
    const name = file.slice(0, -5);
    return { name, configuration: JSON.parse(readFileSync(join(folder, file), "utf8")), svg: readFileSync(join(folder, `${name}.svg`), "utf8") };
  }).filter(({ name, configuration }) => {
    const ours = configuration.nianbao?.percent || configuration.nianbao?.panels || configuration.nianbao?.states;
    return types.has(configuration.type) && !ours && otherwise[name] === undefined;
  });
}

export async function checkAgainstChartJs(browser, site, report) {
  const library = join(site.root, "assets/chart.js/chart.umd.js");
  if (!existsSync(library)) return;
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1 });
  await page.addScriptTag({ path: library });
  await page.evaluate(setDateAdapter);
  const compared = configurations();
  await report.run("enough configurations are compared with Chart.js", () => compared.length >= 40 ? [] : [`only ${compared.length}`]);
  for (const { name, configuration, svg } of compared)
    await report.run(`${name} is drawn as Chart.js draws it`, async () => {
      const [width, height] = /viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(svg).slice(1).map(Number);
      const theirs = await page.evaluate(drawnByChartJs, { configuration, width, height });
      return differences(configuration, theirs, await page.evaluate(drawnByUs, { svg, type: configuration.type }));
    });
  await page.close();
}
