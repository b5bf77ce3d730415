// Every code of a diagnostic that stands in the source is explained in the guide, and the guide explains no other.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export function checkCodes(root, guide, report) {
  const used = new Set(sources(join(root, "generator")).flatMap((file) => codesIn(readFileSync(file, "utf8"), /"N(\d{3})"/g)));
  const rows = readFileSync(join(root, guide), "utf8").matchAll(/^\| N(\d{3})(?:[—、]N(\d{3}))? \|/gm);
  const ranges = [...rows].map(([, first, last]) => [Number(first), Number(last ?? first)]);
  const explained = (code) => ranges.some(([first, last]) => first <= code && code <= last);
  report.check(`${guide} explains every code`, [
    ...[...used].filter((code) => !explained(code)).map((code) => `${named(code)} is not explained`),
    ...ranges.filter(([first, last]) => ![...used].some((code) => first <= code && code <= last)).map(([first]) => `${named(first)} is not used`),
  ]);
}

const named = (code) => `N${String(code).padStart(3, "0")}`;
const codesIn = (text, pattern) => [...text.matchAll(pattern)].map(([, digits]) => Number(digits));

function sources(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".cpp")).map((name) => join(folder, name));
}
