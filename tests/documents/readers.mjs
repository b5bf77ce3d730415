// The keys of the schemas are the keys the program reads: a made-up project has one unknown key in every place, and for each of
// them the program lists what it knows there.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const fixture = join(dirname(fileURLToPath(import.meta.url)), "unknown-keys");

/** Unknown key of the made-up project -> where the schemas describe the same object. */
const places = {
  "unknown-site": ["site"],
  "unknown-small-counts-of-site": ["site", "/properties/small_counts"],
  "unknown-province": ["organisation"],
  "unknown-city": ["organisation"],
  "unknown-school": ["organisation"],
  "unknown-contact": ["organisation", "/properties/contact"],
  "unknown-phone": ["organisation", "/properties/contact/properties/phones/items"],
  "unknown-report": ["report"],
  "unknown-numbering": ["report", "/properties/numbering"],
  "unknown-counter": ["report", "/$defs/counter"],
  "unknown-small-counts": ["report", "/properties/small_counts"],
  "unknown-break": ["report", "/properties/breaks/items"],
  "unknown-indicators": ["indicators"],
  "unknown-indicator": ["indicators", "/properties/indicator/items"],
  "unknown-indicator-break": ["indicators", "/properties/indicator/items/properties/breaks/items"],
  "unknown-standard-table": ["indicators", "/properties/table/items"],
  "unknown-key-figure": ["report", "/$defs/key_figure"],
  "unknown-correction-key": ["corrections"],
  "unknown-correction": ["corrections", "/$defs/correction"],
  "unknown-case": ["case"],
  "unknown-chart": ["block-chart"],
  "unknown-series": ["block-chart", "/properties/series/oneOf/1/items"],
  "unknown-table-block": ["block-table"],
  "unknown-figure": ["block-figure"],
  "unknown-image": ["block-figure", "/properties/images/items"],
  "unknown-diagram": ["block-diagram"],
  "unknown-case-block": ["block-case"],
  "unknown-quote": ["block-quote"],
  "unknown-timeline": ["block-timeline"],
  "unknown-event": ["block-timeline", "/properties/events/items"],
  "unknown-note": ["block-note"],
  "unknown-document": ["block-document"],
  "unknown-media": ["block-media"],
  "unknown-measures": ["block-measures"],
  "unknown-item": ["block-measures", "/properties/items/items"],
  "unknown-sidecar": ["table-sidecar"],
  "unknown-institution": ["common", "/$defs/institution"],
  "unknown-sidecar-column": ["table-sidecar", "/$defs/column"],
  "unknown-column": ["table", "/$defs/column"],
  "unknown-header-cell": ["table", "/$defs/header_cell/oneOf/1"],
  "unknown-row": ["table", "/$defs/row"],
  "unknown-cell": ["table", "/$defs/cell/oneOf/2"],
};

export async function checkReaders(program, schemas, report) {
  const known = knownKeys(program);
  for (const [key, [schema, pointer]] of Object.entries(places)) {
    report.check(`${schema}${pointer ?? ""} has the keys the program reads`, differences(schemas.keys(schema, pointer), known.get(key)));
  }
  for (const { if: { properties }, then } of schemas.at("report", "/$defs/part/allOf")) {
    const kind = properties.kind.const;
    report.check(`a part ${kind} has the keys the program reads`, differences(then.propertyNames.enum, known.get("unknown-" + kind)));
  }
  const inTable = new Set([...(known.get("unknown-in-table") ?? []), ...(known.get("unknown-in-banded-table") ?? [])]);
  report.check("table has the keys the program reads", differences(schemas.keys("table"), [...inTable]));
}

function differences(described, read) {
  if (read === undefined) return ["the program did not report the unknown key"];
  return [
    ...described.filter((key) => !read.includes(key)).map((key) => `${key} is in the schema, the program does not know it`),
    ...read.filter((key) => !described.includes(key)).map((key) => `the program reads ${key}, the schema does not have it`),
  ];
}

/** From "unknown key X" with the hint "known here: a, b, c". */
function knownKeys(program) {
  const project = mkdtempSync(join(tmpdir(), "nianbao-keys-"));
  try {
    cpSync(fixture, project, { recursive: true });
    const { stdout } = spawnSync(program, ["check", project, "--format", "json"], { env: { ...process.env, LC_ALL: "en_US.UTF-8" }, encoding: "utf8" });
    const unknown = JSON.parse(stdout).diagnostics.filter(({ code }) => code === "N204");
    return new Map(unknown.map(({ message, hint }) => [message.replace("unknown key ", ""), hint.replace("known here: ", "").split(", ")]));
  } finally {
    rmSync(project, { recursive: true });
  }
}
