// Asks an index with the browser's core: node ask.js SCRIPTS INDEX QUERIES.json LIMIT whole|part
// Prints a list of answers as JSON, in the fields of the C++ reader; marks are in bytes.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const [scripts, folder, queries, limit, manner] = process.argv.slice(2);
function read(name) { return fs.readFileSync(path.join(scripts, name), "utf8"); }
function run(name) { vm.runInThisContext(read(name), { filename: name }); }
const parts = ["search-format.js", "search-store.js", "search-lookup.js", "search-core.js", "search-facets.js", "search-subjects.js"];
globalThis.window = globalThis;
vm.runInThisContext("(function () {'use strict';" + parts.map(read).join("") + "})()", { filename: "search.js" });
run("search-answers.js");

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

const source = { index: () => whole("index"), whole, code: async (name) => run(name) };
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

function countsOf(facets) {
  return ["cities", "schools", "years", "kinds"].map((name) =>
    (facets ? facets[name] : []).map(({ value, pages }) => [value, pages]));
}

async function main() {
  const index = new globalThis.nianbaoSearchLibrary.Index(source);
  const answers = [];
  const asked = JSON.parse(fs.readFileSync(queries, "utf8"));
  for (const query of asked.queries) {
    try {
      const { words, results, total, totalIsExact, looseTotal, partial, also, suggestions, facets, problems } = await index.ask(query, Number(limit), {}, asked.options);
      const cards = await globalThis.nianbaoSearchLibrary.cards(index.store, words, asked.options.filter).catch(() => []);
      answers.push({
        cards, results: results.map(({ url, title, context, organisation, year, kind, score, pieces, loose }) =>
          Object.assign({ url, title, context, organisation, year, kind, score, loose }, excerptOf(pieces))),
        total, totalIsExact, looseTotal, partial, also, suggestions, facets: countsOf(facets),
        problems: problems.length
      });
    } catch (error) {
      if (!error.trouble) throw error;
      answers.push({ trouble: error.trouble });
    }
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
