// What the program writes for other programs: diagnostics, search results, the manifest.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkDataPackages } from "./data-packages.mjs";

export async function checkOutputs(root, program, schemas, report) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-outputs-"));
  const run = (...values) => spawnSync(program, values, { encoding: "utf8", maxBuffer: 1 << 28 });
  try {
    const project = join(folder, "project");
    run("new", project);
    cpSync(join(root, "themes"), join(project, "themes"), { recursive: true });
    await report.run("check --format json", () => schemas.problems("diagnostics", JSON.parse(run("check", root, "--format", "json").stdout)));
    const built = run("build", project, "--output", join(folder, "site"));
    report.check("build of a new project", built.status === 0 ? [] : [built.stdout, built.stderr]);
    await report.run("manifest.json", () => schemas.problems("manifest", JSON.parse(readFileSync(join(folder, "site/manifest.json"), "utf8"))));
    await report.run("search --format json", () => {
      const found = JSON.parse(run("search", "学校", "--site", join(folder, "site"), "--format", "json").stdout);
      return [...schemas.problems("search-result", found), ...(found.results?.length > 0 ? [] : ["nothing was found"])];
    });
    const portal = run("build", root, "--output", join(folder, "portal"));
    report.check("build of the sample portal", portal.status === 0 ? [] : [portal.stdout, portal.stderr]);
    await checkDataPackages(join(folder, "portal"), schemas, report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
