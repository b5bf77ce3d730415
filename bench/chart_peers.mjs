// How many charts a second another library draws, in one thread of Node.
//   node chart_peers.mjs FILE KIND LIBRARY SECONDS   {"parsed": charts a second, "bytes": …, "gzip": …}
// LIBRARY: echarts, plot, chartjs. What a library does not draw prints {}.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [, , file, kind, library, seconds] = process.argv;
const configuration = JSON.parse(readFileSync(file, "utf8"))[kind];
const { labels, datasets } = configuration.data;
const title = configuration.options.plugins.title.text;
const width = 640, height = 400;

async function echartsDrawer() {
  const echarts = await import("echarts");
  const heading = { animation: false, title: { text: title } };
  const cartesian = { ...heading, xAxis: { type: "category", data: labels } };
  const options = {
    bar: { ...cartesian, yAxis: { type: "value" }, series: [{ type: "bar", data: datasets[0].data, label: { show: true, position: "top" } }] },
    doughnut: { ...heading, legend: { bottom: 0 }, series: [{ type: "pie", radius: ["42%", "70%"], data: labels.map((name, i) => ({ name, value: datasets[0].data[i] })) }] },
    line: { ...cartesian, legend: { top: 26 }, yAxis: { type: "value", scale: true }, series: datasets.map((d) => ({ type: "line", name: d.label, data: d.data })) },
    radar: { ...heading, legend: { bottom: 0 }, radar: { indicator: labels.map((name) => ({ name, max: 100 })) }, series: [{ type: "radar", data: datasets.map((d) => ({ name: d.label, value: d.data })) }] },
  };
  return () => {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
    chart.setOption(options[kind]);
    const svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
  };
}

async function plotDrawer() {
  const Plot = await import("@observablehq/plot");
  const { JSDOM } = await import("jsdom");
  const { document } = new JSDOM("").window;
  const rows = datasets.flatMap((d) => d.data.map((value, i) => ({ name: labels[i], value, series: d.label })));
  const marks = {
    bar: () => [Plot.barY(rows, { x: "name", y: "value" }), Plot.text(rows, { x: "name", y: "value", text: "value", dy: -6 }), Plot.ruleY([0])],
    line: () => [Plot.line(rows, { x: "name", y: "value", stroke: "series" }), Plot.dot(rows, { x: "name", y: "value", stroke: "series" })],
  };
  if (!marks[kind]) return null;
  return () => Plot.plot({ document, width, height, x: { type: kind === "bar" ? "band" : "point" }, marks: marks[kind]() }).outerHTML;
}

async function chartjsDrawer() {
  const { Chart, registerables } = await import("chart.js");
  const { createCanvas } = await import("@napi-rs/canvas");
  Chart.register(...registerables);
  return () => {
    const canvas = createCanvas(width, height);
    const own = structuredClone(configuration);
    own.options = { ...own.options, animation: false, responsive: false, devicePixelRatio: 1 };
    const chart = new Chart(canvas, own);
    const picture = canvas.toBuffer("image/png");
    chart.destroy();
    return picture;
  };
}

function perSecond(draw, limit) {
  const begin = performance.now();
  let drawn = 0, passed = 0;
  for (; passed < limit * 1000; passed = performance.now() - begin, ++drawn) draw();
  return drawn / (passed / 1000);
}

const draw = await { echarts: echartsDrawer, plot: plotDrawer, chartjs: chartjsDrawer }[library]();
if (!draw) {
  console.log("{}");
} else {
  const picture = draw();
  perSecond(draw, Number(seconds)); // compiled by now
  console.log(JSON.stringify({ parsed: perSecond(draw, Number(seconds)), bytes: Buffer.byteLength(picture), gzip: gzipSync(picture).length }));
}
