// The interactive view: one chart of each type turns into a canvas of the same size and back, and nothing moves.
import { visit } from "./browser.mjs";
import { hasLibrary } from "./site.mjs";

/** Where everything of the page stands that is not within the picture. */
const places = (page, id) => page.evaluate((figureId) => {
  const picture = document.getElementById(figureId).querySelector(".chart-picture");
  return [...document.querySelectorAll("main *")].filter((node) => !picture.contains(node) && node.tagName !== "WBR")
    .map((node) => { const { x, y, width, height } = node.getBoundingClientRect(); return [x, y, width, height].map(Math.round).join(" "); });
}, id);

const moved = (before, after) => before.length !== after.length ? [`${before.length} elements became ${after.length}`]
  : before.flatMap((place, i) => place === after[i] ? [] : [`an element moved from ${place} to ${after[i]}`]).slice(0, 3);

async function switchThereAndBack(page, id) {
  const problems = [];
  const figure = page.locator(`figure#${id}`);
  const button = figure.locator(".chart-switch");
  const picture = figure.locator(".chart-picture > svg");
  await button.scrollIntoViewIfNeeded();
  const size = await picture.boundingBox();
  const before = await places(page, id);

  await button.click();
  const canvas = figure.locator("canvas");
  await canvas.waitFor({ state: "visible" });
  const stage = await canvas.boundingBox();
  if (Math.abs(stage.width - size.width) > 1.5 || Math.abs(stage.height - size.height) > 1.5)
    problems.push(`the picture is ${size.width} × ${size.height}, the canvas ${stage.width} × ${stage.height}`);
  problems.push(...moved(before, await places(page, id)));
  if (await picture.isVisible()) problems.push("the picture still shows");
  const painted = await canvas.evaluate((node) => node.getContext("2d").getImageData(0, 0, node.width, node.height).data.some((value) => value !== 0));
  if (!painted) problems.push("the canvas is blank");

  await button.click();
  if (!(await picture.isVisible()) || await canvas.count() > 0) problems.push("the picture does not come back");
  problems.push(...moved(before, await places(page, id)));
  return problems;
}

/** What the view says of its active point, and what of it the report printed. */
const spokenAndPrinted = (figure) => figure.evaluate((node) => {
  const chart = window.Chart.getChart(node.querySelector("canvas"));
  const [active] = chart.getActiveElements();
  return {
    spoken: node.querySelector("[aria-live]").textContent,
    tooltip: (chart.tooltip.body ?? []).flatMap(({ lines }) => lines).join(" "),
    printed: active && window.nianbaoCharts[node.id].printed[active.datasetIndex]?.[active.index],
    index: active?.index,
    points: active && chart.data.datasets[active.datasetIndex].data.length,
  };
});

/** From the button by keys alone: point after point is read, Escape leads back to the button. */
async function walkByKeys(page, id) {
  const problems = [];
  const figure = page.locator(`figure#${id}`);
  const button = figure.locator(".chart-switch");
  await button.focus();
  await page.keyboard.press("Enter");
  const canvas = figure.locator("canvas");
  await canvas.waitFor({ state: "visible" });
  if (!(await canvas.evaluate((node) => node === document.activeElement))) problems.push("the view does not get the focus");
  let last;
  for (const key of ["ArrowRight", "ArrowRight", "End", "Home"]) {
    await page.keyboard.press(key);
    const { spoken, tooltip, printed, index, points } = await spokenAndPrinted(figure);
    if (index === undefined || !printed) problems.push(`${key} leads to no point with a printed value`);
    if (printed && !spoken.includes(printed)) problems.push(`after ${key} “${spoken}” is said, printed is “${printed}”`);
    if (printed && !tooltip.includes(printed)) problems.push(`after ${key} the tooltip shows “${tooltip}”, printed is “${printed}”`);
    if (key === "End" && last === index && points > 2) problems.push("End stays where it was");
    last = index;
  }
  await page.keyboard.press("Escape");
  if (await canvas.count() > 0) problems.push("Escape does not bring the picture back");
  if (!(await button.evaluate((node) => node === document.activeElement))) problems.push("the focus is lost");
  return problems;
}

/** A press on the legend takes a series away and brings it back. */
async function toggleSeries(page, id) {
  const figure = page.locator(`figure#${id}`);
  await figure.locator(".chart-switch").click();
  const canvas = figure.locator("canvas");
  await canvas.waitFor({ state: "visible" });
  await canvas.scrollIntoViewIfNeeded();
  /** Where the first entry stands once the view has been drawn again: a press moves the legend while it settles. */
  const entry = () => canvas.evaluate(async (node) => {
    for (let frames = 0; frames < 3; ++frames) await new Promise((resolve) => { requestAnimationFrame(resolve); });
    const box = window.Chart.getChart(node).legend.legendHitBoxes?.[0];
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  const shown = () => canvas.evaluate((node) => {
    const chart = window.Chart.getChart(node);
    return chart.isDatasetVisible(0) && chart.getDataVisibility(0);
  });
  const seen = [await shown()];
  for (let press = 0; press < 2; ++press) {
    const place = await entry();
    if (!place) return ["the view has no legend"];
    await canvas.click({ position: place });
    for (let wait = 0; wait < 50 && await shown() === seen.at(-1); ++wait) await page.waitForTimeout(20);
    seen.push(await shown());
  }
  await figure.locator(".chart-switch").click();
  return seen.join(" ") === "true false true" ? [] : [`the first series was shown: ${seen.join(", ")}`];
}

/** Figure, heading, picture with its sentence, table: what a screen reader walks through. */
async function walkAccessibleTree(page, id) {
  const tree = await page.locator(`figure#${id}`).ariaSnapshot();
  const wanted = [[/^- figure/m, "figure"], [/\bimg "[^"]+"/, "picture with a name"], [/\btable\b/, "table"], [/columnheader "[^"]+"/, "header of a column"], [/link "SVG/, "link to the SVG"]];
  return wanted.filter(([pattern]) => !pattern.test(tree)).map(([, name]) => `no ${name} in the accessible tree:\n${tree.slice(0, 400)}`);
}

const hasSeveralSeries = (configuration) => configuration.data.datasets.length > 1 || ["pie", "doughnut"].includes(configuration.type);

/** Without the library the picture, its table and its files are there, and nothing promises more. */
async function noSwitchProblems(page, id) {
  const figure = page.locator(`figure#${id}`);
  const problems = await figure.locator(".chart-switch").count() > 0 ? ["an interactive view is offered that cannot be had"] : [];
  if (!(await figure.locator(".chart-picture > svg").isVisible())) problems.push("there is no picture");
  if (!(await figure.locator(".chart-png").isVisible())) problems.push("the scripts of the picture do not run");
  return problems;
}

/** One visit, as loading takes longer than what is done in it; a step has a width, a look, or both of the one before. */
const steps = [
  ["accessible tree of a", walkAccessibleTree],
  ["interactive", switchThereAndBack],
  ["arrow keys in a", walkByKeys],
  ["legend of a", toggleSeries, { forSeries: true }],
  ["interactive on a phone:", switchThereAndBack, { width: 360 }],
  ["interactive in the dark:", switchThereAndBack, { width: 1280, colorScheme: "dark" }],
];

export async function checkCharts(browser, site, charts, base, from, report) {
  const isServer = base.startsWith("http"); // what is checked there only needs no more files
  for (const [type, { address, id, configuration }] of charts) {
    const all = hasLibrary(site) ? steps : [steps[0], ["nothing but the picture is offered of a", noSwitchProblems]];
    const chosen = all.filter(([, act, { forSeries } = {}]) => (isServer || act !== walkAccessibleTree) && (!forSeries || hasSeveralSeries(configuration)));
    await report.run(`${type} chart ${from} loads (${address}#${id})`, () => visit(browser, base + address, { base }, async (page) => {
      for (const [name, act, { width, colorScheme } = {}] of isServer ? chosen : chosen.slice(0, 1)) {
        if (width) await page.setViewportSize({ width, height: 900 });
        if (colorScheme) await page.emulateMedia({ colorScheme });
        await report.run(`${name} ${type} chart ${from} (${address}#${id})`, () => act(page, id));
      }
      return [];
    }));
  }
}
