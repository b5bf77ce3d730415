// Checks what is written about the project: node run.mjs PROGRAM
//
// The files of the sample portal and the examples of the documents are held against docs/schemas/; the schemas against what the
// program's readers know; the sample city against its generator; and every ```sh block of the READMEs and the guide is run in a scratch copy.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Report } from "../browser/report.mjs";
import { checkCodes } from "./codes.mjs";
import { checkCommands } from "./commands.mjs";
import { checkCharts, checkContent, checkExamples } from "./content.mjs";
import { checkDemoCity } from "./demo-city.mjs";
import { checkOutputs } from "./outputs.mjs";
import { checkReaders } from "./readers.mjs";
import { Schemas } from "./schemas.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = resolve(process.argv[2] ?? join(root, "build/release/nianbao"));
if (!existsSync(program)) {
  console.error(`there is no program ${program}; compile it first or name it`);
  process.exit(2);
}

const report = new Report();
const schemas = new Schemas(join(root, "docs/schemas"));
checkContent(root, schemas, report);
checkCharts(root, schemas, report);
checkExamples(root, ["README.md", "README.zh-CN.md", "docs/format.md", "docs/guide.zh-CN.md"], schemas, report);
await checkDemoCity(root, report);
checkCodes(root, "docs/guide.zh-CN.md", report);
await checkReaders(program, schemas, report);
await checkOutputs(root, program, schemas, report);
await checkCommands(root, program, ["README.md", "README.zh-CN.md", "docs/guide.zh-CN.md"], report);
report.print();
process.exitCode = report.failures.length > 0 ? 1 : 0;
