// Serves a folder, and others under a prefix, to a browser that measures: byte ranges, no compression, nothing kept.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const TYPES = { js: "text/javascript", html: "text/html; charset=utf-8", css: "text/css", svg: "image/svg+xml", json: "application/json", wasm: "application/wasm" };

/** `folders`: { "/prefix/": folder }, the longest prefixes first; sent(file, bytes) hears of every answer. */
export async function serve(folders, sent = () => {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const prefix = Object.keys(folders).find((begin) => path.startsWith(begin));
    const file = join(folders[prefix], path.slice(prefix.length));
    let bytes;
    try {
      if (!statSync(file).isFile()) throw new Error("a folder");
      bytes = readFileSync(file);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = { "Content-Type": TYPES[file.split(".").pop()] ?? "application/octet-stream" };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (range) bytes = bytes.subarray(Number(range[1]), Number(range[2]) + 1);
    sent(file, bytes.length);
    response.writeHead(range ? 206 : 200, type).end(bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
