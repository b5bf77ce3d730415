// The interactive view: one chart of each type turns into a canvas of the same size and back.
import { visit } from "./browser.mjs";

/** The first chart of a type: the configuration is in a script, which locators do not look into. */
async function figureOfType(page, type) {
  const index = await page.locator("figure.chart").evaluateAll((figures, wanted) =>
    figures.findIndex((figure) => {
      const source = figure.querySelector(".chart-configuration");
      return source && JSON.parse(source.textContent).type === wanted;
    }), type);
  return page.locator("figure.chart").nth(index);
}

async function switchThereAndBack(page, type) {
  const problems = [];
  const figure = await figureOfType(page, type);
  const button = figure.locator(".chart-switch");
  const picture = figure.locator(".chart-picture > svg");
  const size = await picture.boundingBox();
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();

  await button.click();
  const canvas = figure.locator("canvas");
  await canvas.waitFor({ state: "visible", timeout: 60000 });
  const stage = await canvas.boundingBox();
  if (Math.abs(stage.width - size.width) > 1.5 || Math.abs(stage.height - size.height) > 1.5)
    problems.push(`the picture is ${size.width} × ${size.height}, the canvas ${stage.width} × ${stage.height}`);
  if (Math.abs(await height() - before) > 1) problems.push("the page moved");
  if (await picture.isVisible()) problems.push("the picture still shows");
  const painted = await canvas.evaluate((node) => node.getContext("2d").getImageData(0, 0, node.width, node.height).data.some((value) => value !== 0));
  if (!painted) problems.push("the canvas is blank");

  await button.click();
  if (!(await picture.isVisible()) || await canvas.count() > 0) problems.push("the picture does not come back");
  return problems;
}

export async function checkCharts(browser, pageOfType, base, from, report) {
  report.check(`there are interactive charts (${from})`, pageOfType.size > 0 ? [] : ["no chart has a configuration"]);
  for (const [type, { address }] of pageOfType)
    await report.run(`interactive ${type} chart ${from} (${address})`, () =>
      visit(browser, base + address, { base }, (page) => switchThereAndBack(page, type)));
}
