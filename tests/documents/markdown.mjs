/** Front matter between +++ lines (empty when there is none) and the rest. */
export function splitFrontMatter(text) {
  const match = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*\r?$/m.exec(text);
  return match?.index === 0 ? { toml: match[1], body: text.slice(match[0].length) } : { toml: "", body: text };
}

/** Fenced blocks at the left margin: the first word of the info string, the body, the line of the fence. */
export function fencesOf(text) {
  const fences = [];
  let open = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const mark = /^(`{3,}|~{3,})\s*([^\s`]*)/.exec(line);
    if (open === null) {
      if (mark) open = { mark: mark[1], kind: mark[2], line: index + 1, lines: [] };
    } else if (mark && mark[1].startsWith(open.mark) && mark[2] === "") {
      fences.push({ kind: open.kind, line: open.line, body: open.lines.join("\n") + "\n" });
      open = null;
    } else {
      open.lines.push(line);
    }
  }
  return fences;
}
