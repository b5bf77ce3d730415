// Every settings file, narrative, block and table of the sample portal, and the examples in the documents.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fencesOf, splitFrontMatter } from "./markdown.mjs";
import { readToml } from "./schemas.mjs";

export function checkContent(root, schemas, report) {
  check(report, "site.toml", () => schemas.problems("site", readToml(read(join(root, "site.toml")))));
  check(report, "catalogue/indicators.toml", () => schemas.problems("indicators", readToml(read(join(root, "catalogue/indicators.toml")))));
  for (const file of filesBelow(join(root, "content"))) {
    check(report, relative(root, file), () => problemsOfFile(file, schemas));
  }
}

/** The configurations of the charts that are drawn to the byte. */
export function checkCharts(root, schemas, report) {
  const folder = join(root, "tests/golden/chart");
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
    check(report, `tests/golden/chart/${name}`, () => schemas.problems("chart", JSON.parse(read(join(folder, name)))));
  }
}

/** The blocks that documents show as examples. */
export function checkExamples(root, documents, schemas, report) {
  for (const document of documents.filter((name) => existsSync(join(root, name)))) {
    for (const fence of fencesOf(read(join(root, document)))) {
      if (!schemas.has(`block-${fence.kind}`)) continue;
      check(report, `${document} line ${fence.line}`, () => problemsOfBlock(fence, schemas));
    }
  }
}

function check(report, name, problemsOf) {
  try {
    report.check(name, problemsOf());
  } catch (error) {
    report.check(name, [error.message]);
  }
}

function problemsOfFile(file, schemas) {
  const name = basename(file);
  const folder = basename(dirname(file));
  if (["province.toml", "city.toml", "school.toml"].includes(name)) return schemas.problems("organisation", readToml(read(file)));
  if (name === "report.toml") return schemas.problems("report", readToml(read(file)));
  if (name === "corrections.toml") return schemas.problems("corrections", readToml(read(file)));
  if (name.endsWith(".toml") && folder === "data") return schemas.problems("table-sidecar", readToml(read(file)));
  if (name.endsWith(".json") && folder === "data") return problemsOfTable(JSON.parse(read(file)), schemas);
  if (name.endsWith(".md")) return problemsOfNarrative(file, schemas);
  return name.endsWith(".csv") || folder === "images" ? [] : ["no format says what this file is"];
}

function problemsOfTable(value, schemas) {
  const isChartConfiguration = value.datasets !== undefined || value.data?.datasets !== undefined;
  return schemas.problems(isChartConfiguration ? "chart" : "table", value);
}

function problemsOfNarrative(file, schemas) {
  const { toml, body } = splitFrontMatter(read(file));
  const blocks = fencesOf(body).filter((fence) => schemas.has(`block-${fence.kind}`));
  return [
    ...schemas.problems(kindOfNarrative(file), readToml(toml)),
    ...blocks.flatMap((fence) => problemsOfBlock(fence, schemas)),
  ];
}

function problemsOfBlock(fence, schemas) {
  return schemas.problems(`block-${fence.kind}`, readToml(fence.body)).map((problem) => `line ${fence.line}: ${problem}`);
}

/** A numbered file beside report.toml is a chapter, unless a part of the report names it. */
function kindOfNarrative(file) {
  if (basename(dirname(file)) === "cases") return "case";
  const { parts = [] } = readToml(read(join(dirname(file), "report.toml")));
  const isPart = parts.some((part) => part.file === basename(file));
  return /^\d+-/.test(basename(file)) && !isPart ? "chapter" : "text";
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const read = (file) => readFileSync(file, "utf8");
