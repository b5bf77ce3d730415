// The data of every report as other programs take them: the library of the Data Package standard reads each package of the built
// sample portal, and every value of its tables by the schema.
import datapackage from "datapackage";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Schemas } from "./schemas.mjs";

/** What the W3C says of CSV on the Web: no reader of it that works without a network is at hand. */
const standards = new Schemas(dirname(fileURLToPath(import.meta.url)));

/** `site` is a scratch copy: this library does not know a byte order mark, as others do, so it is taken off the CSV files. */
export async function checkDataPackages(site, schemas, report) {
  const files = readdirSync(site, { recursive: true }).sort();
  for (const name of files.filter((name) => /\/data\/[^/]+\.csv$/.test(name))) {
    writeFileSync(join(site, name), readFileSync(join(site, name), "utf8").replace(/^\uFEFF/, ""));
  }
  const packages = files.filter((name) => basename(name) === "datapackage.json");
  report.check("the portal has data packages", packages.length > 0 ? [] : ["none was found"]);
  for (const name of packages) await report.run(name, () => problemsOfPackage(join(site, name)));
  for (const folder of packages.map((name) => dirname(name))) {
    report.check(`${folder}/*.json`, problemsOfTables(site, folder, files, schemas));
    report.check(`${folder}/csv-metadata.json`, problemsOfColumns(join(site, folder)));
  }
}

async function problemsOfPackage(file) {
  const data = await datapackage.Package.load(file);
  const problems = data.errors.map(({ message }) => message);
  for (const resource of data.resources) {
    problems.push(...resource.errors.map(({ message }) => `${resource.name}: ${message}`));
    if (!resource.tabular) continue;
    try {
      await resource.read();
    } catch (error) {
      problems.push(...[error, ...(error.errors ?? [])].map(({ message }) => `${resource.name}: ${message}`));
    }
  }
  return problems;
}

/** The JSON of a table is in the form of a data file. */
function problemsOfTables(site, folder, files, schemas) {
  const tables = files.filter((name) => dirname(name) === folder && name.endsWith(".json") && !/(datapackage|csv-metadata)\.json$/.test(name));
  return tables.flatMap((name) => schemas.problems("table", JSON.parse(readFileSync(join(site, name), "utf8"))).map((problem) => `${name}: ${problem}`));
}

/** CSV on the Web is what its standard says, and says the same of the columns as the package. */
function problemsOfColumns(folder) {
  const { resources } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  const csvw = JSON.parse(readFileSync(join(folder, "csv-metadata.json"), "utf8"));
  const problems = standards.problems("csvw", csvw);
  if (problems.length > 0) return problems;
  const inPackage = resources.filter(({ schema }) => schema).map(({ path, schema }) => [path, ...schema.fields.map(({ name, type }) => `${name}: ${type}`)].join("|"));
  const inCsvw = csvw.tables.map(({ url, tableSchema }) => [url, ...tableSchema.columns.map((column) => `${column.titles}: ${typeOf(column)}`)].join("|"));
  return inPackage.join("\n") === inCsvw.join("\n") ? [] : ["the columns are others than in datapackage.json"];
}

/** As a package calls it. */
function typeOf({ datatype = "string" }) {
  const base = datatype.base ?? datatype;
  return base === "decimal" ? "number" : base;
}
