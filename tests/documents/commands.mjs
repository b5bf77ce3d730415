// Runs the ```sh blocks of a document, in order, in a scratch copy of the checkout. The launcher there uses the program that is
// already compiled. `./nianbao serve` is started, asked for its home page and stopped.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fencesOf } from "./markdown.mjs";

const copied = ["nianbao", "tools", "site.toml", "content", "themes", "docs", "README.md", "README.zh-CN.md"];
const longestBlock = 180_000;

export async function checkCommands(root, program, documents, report) {
  for (const document of documents) {
    const blocks = fencesOf(readFileSync(join(root, document), "utf8")).filter(({ kind }) => kind === "sh");
    report.check(`${document} has commands`, blocks.length > 0 ? [] : ["there is no ```sh block"]);
    const scratch = scratchCopy(root);
    try {
      for (const block of blocks) {
        await report.run(`${document} line ${block.line}: ${block.body.split("\n")[0]}`, () => problemsOfBlock(block.body, scratch, program));
      }
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }
}

function scratchCopy(root) {
  const scratch = mkdtempSync(join(tmpdir(), "nianbao-documents-"));
  for (const name of copied) cpSync(join(root, name), join(scratch, name), { recursive: true });
  if (existsSync(join(root, "assets/node_modules"))) symlinkSync(join(root, "assets"), join(scratch, "assets"));
  return scratch;
}

/** A block is run whole; a line that serves ends what was run so far and is tried by itself. */
async function problemsOfBlock(body, folder, program) {
  const lines = body.trimEnd().split("\n");
  const serving = lines.findIndex((line) => line.startsWith("./nianbao serve"));
  const ran = lines.slice(0, serving < 0 ? lines.length : serving);
  const { code, output } = await run(`set -euo pipefail\n${ran.join("\n")}`, folder, program, () => false);
  if (code !== 0) return [`exit code ${code}`, ...output.trimEnd().split("\n").slice(-12)];
  return serving < 0 ? [] : problemsOfServing(lines[serving].replace(/\s+#.*/, ""), folder, program);
}

async function problemsOfServing(line, folder, program) {
  let answer = "it printed no address";
  const asked = { done: false };
  await run(`exec ${line} --port 0`, folder, program, async (output, stop) => {
    const address = /http:\/\/[\w.:[\]]+\//.exec(output)?.[0];
    if (address === undefined || asked.done) return;
    asked.done = true;
    const response = await fetch(address).catch((error) => ({ ok: false, status: error.message }));
    answer = response.ok ? "" : `${address} answered ${response.status}`;
    stop();
  });
  return answer === "" ? [] : [answer];
}

/** Runs a script of bash in its own process group; `heard` sees the output as it comes and may stop it. */
function run(script, folder, program, heard) {
  return new Promise((done) => {
    const env = { ...process.env, NIANBAO_PROGRAM: program, LC_ALL: "C.UTF-8" };
    const child = spawn("bash", ["-c", script], { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => process.kill(-child.pid, "SIGTERM");
    const late = setTimeout(stop, longestBlock);
    let output = "";
    const hear = (bytes) => {
      output += bytes;
      heard(output, stop);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", (code) => {
      clearTimeout(late);
      done({ code, output });
    });
  });
}
