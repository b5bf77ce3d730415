// Asks an index with the browser's core: node ask.js SCRIPTS INDEX QUERIES.json LIMIT whole|part
// Prints a list of answers as JSON, in the fields of the C++ reader; marks are in bytes.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [scripts, folder, queries, limit, manner] = process.argv.slice(2);
for (const name of ["search-format.js", "search-core.js"]) {
  vm.runInThisContext(fs.readFileSync(path.join(scripts, name), "utf8"), { filename: name });
}

/** The files are scripts: they are run, not parsed. */
function whole(name) {
  const file = path.join(folder, name + ".js");
  if (!fs.existsSync(file)) return Promise.reject(Object.assign(new Error(name), { trouble: "missing" }));
  const arrived = {};
  const context = { nianbaoSearch: (key, data) => { arrived[key] = data; } };
  try {
    vm.runInNewContext(fs.readFileSync(file, "latin1"), context);
  } catch (error) {
    return Promise.reject(error);
  }
  return name in arrived ? Promise.resolve(arrived[name]) : Promise.reject(new Error(name));
}

const source = { index: () => whole("index"), whole };
if (manner === "part") source.part = async (name, check, begin, end) => (await whole(name)).slice(begin, end);

function excerptOf(pieces) {
  let excerpt = "";
  const marks = [];
  for (const { text, marked } of pieces) {
    const begin = Buffer.byteLength(excerpt);
    excerpt += text;
    if (marked) marks.push([begin, Buffer.byteLength(excerpt)]);
  }
  return { excerpt, marks };
}

async function main() {
  const index = new globalThis.nianbaoSearchLibrary.Index(source);
  const answers = [];
  for (const query of JSON.parse(fs.readFileSync(queries, "utf8"))) {
    try {
      const { results, total, totalIsExact, partial, problems } = await index.ask(query, Number(limit));
      answers.push({
        results: results.map(({ url, title, context, organisation, year, kind, score, pieces }) =>
          Object.assign({ url, title, context, organisation, year, kind, score }, excerptOf(pieces))),
        total, totalIsExact, partial, problems: problems.length
      });
    } catch (error) {
      if (!error.trouble) throw error;
      answers.push({ trouble: error.trouble });
    }
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
