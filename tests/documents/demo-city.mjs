// The sample city is what its generator writes: who edits one of them without the other is told.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const name = "content/demo is what tools/demo_city.py writes";

/** Why the generator cannot run here; empty where it can. */
function whyNot() {
  const asked = spawnSync("python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2], sys.version_info >= (3, 11))"], { encoding: "utf8" });
  if (asked.error || asked.status !== 0) return "needs Python 3.11, and there is no python3";
  const [version, isEnough] = asked.stdout.trim().split(" ");
  return isEnough === "True" ? "" : `needs Python 3.11, this is ${version}`;
}

/** The bytes of all files below a folder, by their addresses in it. */
function filesOf(folder, above = "", files = new Map()) {
  for (const entry of readdirSync(join(folder, above), { withFileTypes: true })) {
    const address = above + entry.name;
    if (entry.isDirectory()) filesOf(folder, `${address}/`, files);
    else files.set(address, readFileSync(join(folder, address)));
  }
  return files;
}

function differences(written, kept) {
  const all = [...new Set([...written.keys(), ...kept.keys()])].sort();
  return all.flatMap((file) => {
    if (!kept.has(file)) return [`${file} is written and is not in content/demo`];
    if (!written.has(file)) return [`${file} is in content/demo and is not written`];
    return written.get(file).equals(kept.get(file)) ? [] : [`${file} is written with other bytes`];
  });
}

export async function checkDemoCity(root, report) {
  const reason = whyNot();
  if (reason) {
    report.skip(name, reason);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "nianbao-demo-city-"));
  try {
    await report.run(name, () => {
      const made = spawnSync("python3", [join(root, "tools/demo_city.py"), join(folder, "demo")], { encoding: "utf8" });
      if (made.error || made.status !== 0) return [`it ended with ${made.status}: ${made.error?.message ?? made.stderr}`];
      return differences(filesOf(join(folder, "demo")), filesOf(join(root, "content/demo")));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
