// A Chromium, and visits to single pages that listen for everything that should not happen.
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** A signal ends this program, and the browser with it: it is not for the library to close the browser and let the checks go on without. */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags,
  handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
});

/**
 * Opens `address` in a fresh context, hands the page to `act` and returns its problems together with those heard
 * meanwhile: console errors, exceptions, failed requests, requests to another host.
 */
export async function visit(browser, address, options, act) {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: 900 }, reducedMotion: "reduce", ...options.context });
  context.setDefaultTimeout(60000);
  const page = await context.newPage();
  const heard = [];
  const own = (url) => url.startsWith("data:") || url.startsWith("blob:") || url.startsWith(options.base);
  page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") heard.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => heard.push(`exception: ${error.message}`));
  // A page that is left takes its open requests with it: the icon's, most of all.
  page.on("requestfailed", (request) => { if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(`request failed: ${request.url()} ${request.failure()?.errorText}`); });
  page.on("request", (request) => { if (!own(request.url())) heard.push(`request to another host: ${request.url()}`); });
  try {
    await page.goto(address, { waitUntil: "load" });
    return [...(await act(page)), ...heard];
  } finally {
    await context.close();
  }
}
