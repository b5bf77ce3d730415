// A plain file server under a sub-path, as a host without any configuration would serve the site.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".xml": "application/xml", ".csv": "text/csv; charset=utf-8", ".png": "image/png",
  ".jpg": "image/jpeg", ".webp": "image/webp",
};

/** Serves `root` at http://127.0.0.1:PORT/sub/path/; returns its base address and a function that stops it. */
export async function serve(root) {
  const prefix = "/sub/path/";
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const file = normalize(join(root, path.slice(prefix.length) || "index.html"));
    try {
      if (!path.startsWith(prefix) || !file.startsWith(normalize(root))) throw new Error("outside");
      const bytes = await readFile(file);
      response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}${prefix}`,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}
