#!/usr/bin/env python3
"""Indexes the same pages with Nianbao and with Pagefind and asks both the same questions in Chromium: size, time, bytes a question
loads, recall and precision. See bench/README.md.

    bench/search.py [--schools 36] [--years 3] [--pages 60] [--strings 200] [--program FILE]
"""
import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from run import ROOT, Run, processor, program

BENCH = ROOT / "bench"
PAGEFIND = BENCH / "node_modules/.bin/pagefind"
WORDS = ["焊接", "双师型教师", "产教融合", "升学率"]
INLINE = {"a", "abbr", "b", "code", "del", "em", "i", "mark", "small", "span", "strong", "sub", "sup"}
LEFT_OUT = {"svg", "nav", "script", "style", "template", "form", "noscript", "button"}
CONTROLS = {"actions", "embedding"}  # classes: buttons and links around a chart, the same on every page
EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class MainText(HTMLParser):
    """What a reader sees inside <main>, and the title before it, a line for each block; no blanks, small letters, half-width forms."""

    def __init__(self):
        super().__init__()
        self.depth, self.silent, self.parts = 0, 0, []

    def handle_starttag(self, tag, attributes):
        if tag in EMPTY:
            self.parts.append("\n" if tag in ("br", "hr") else "")
            return
        classes = set((dict(attributes).get("class") or "").split())
        self.depth += tag in ("main", "title") or self.depth > 0
        is_silent = tag in LEFT_OUT or bool(classes & CONTROLS)
        self.silent += self.depth > 0 and (is_silent or self.silent > 0)
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag in EMPTY:
            return
        self.silent -= self.silent > 0
        self.depth -= self.depth > 0
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if self.depth > 0 and self.silent == 0:
            self.parts.append(data)

    @staticmethod
    def of(path):
        parser = MainText()
        parser.feed(path.read_text(encoding="utf-8"))
        text = unicodedata.normalize("NFKC", "".join(parser.parts)).lower()
        return re.sub(r"[^\S\n]+", "", text)


def pages_of(site):
    """Address and text of each page that both engines index."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        if address not in ("404.html", "search.html", "names.html") and "/embed/" not in address:
            pages[address] = MainText.of(path)
    return pages


def sampled_strings(pages, count):
    """Strings of two to four Chinese characters that stand somewhere, each of them once; none of a title, which Pagefind does not read."""
    uniform, texts, strings = random.Random(1), list(pages.values()), set()
    titles = "\n".join(text.lstrip().split("\n")[0] for text in texts)
    while len(strings) < count:
        runs = re.findall(r"[\u4e00-\u9fff]{4,}", uniform.choice(texts))
        if runs:
            run, length = uniform.choice(runs), uniform.randint(2, 4)
            begin = uniform.randint(0, len(run) - length)
            if run[begin:begin + length] not in titles:
                strings.add(run[begin:begin + length])
    return sorted(strings)


def address_of_fragments(folder):
    """Pagefind names a result by its fragment, a gzip file with JSON behind twelve bytes of mark."""
    addresses = {}
    for path in (folder / "fragment").glob("*.pf_fragment"):
        addresses[path.name.removesuffix(".pf_fragment")] = json.loads(gzip.decompress(path.read_bytes())[12:])["url"].lstrip("/")
    return addresses


def found_by_nianbao(nianbao, site, string):
    done = subprocess.run([nianbao, "search", string, "--site", site, "--limit", "10000", "--format", "json"],
                          check=True, capture_output=True)
    return {result["url"].split("#")[0] for result in json.loads(done.stdout)["results"] if not result["loose"]}


def agreement(found, pages):
    """Shares of the pages with the string that were found, and of those found that have it; means over all strings."""
    recalls, precisions = [], []
    for string, addresses in found.items():
        right = {address for address, text in pages.items() if string in text}
        recalls.append(len(addresses & right) / len(right))
        precisions.append(len(addresses & right) / len(addresses) if addresses else 1)
    return 100 * sum(recalls) / len(recalls), 100 * sum(precisions) / len(precisions)


def size_of(*folders):
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def index_with_nianbao(nianbao, project, site):
    """Seconds on all threads that the build spent on the index."""
    done = subprocess.run([nianbao, "build", project, "--output", site, "--timings"], check=True, capture_output=True, text=True)
    return float(re.search(r"^search\s+([\d.]+)", done.stdout + done.stderr, re.MULTILINE)[1]) / 1000


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, default in (("schools", 36), ("years", 3), ("pages", 60), ("strings", 200)):
        arguments.add_argument(f"--{option}", type=int, default=default)
    arguments.add_argument("--program", help="a compiled nianbao; default: the one of this checkout, compiled when needed")
    arguments.add_argument("--scratch", default="/dev/shm" if Path("/dev/shm").is_dir() else None, help="where to work; default: memory")
    options = arguments.parse_args()
    nianbao = program(options.program)
    if not PAGEFIND.exists():
        sys.exit("the libraries are not installed: npm install --prefix bench --ignore-scripts")
    with tempfile.TemporaryDirectory(prefix="nianbao-bench-", dir=options.scratch) as folder:
        scratch = Path(folder)
        site, other = scratch / "site", scratch / "pagefind"
        sizes = [f"--{name}={getattr(options, name)}" for name in ("schools", "years", "pages")]
        subprocess.run([sys.executable, BENCH / "corpus.py", scratch, *sizes], check=True)
        seconds = index_with_nianbao(nianbao, scratch / "nianbao", site)
        run = Run([PAGEFIND, "--site", site, "--output-path", other, "--root-selector", "main", "--exclude-selectors", "nav, svg, form, .actions, .embedding", "--quiet"])
        pages = pages_of(site)
        strings = sampled_strings(pages, options.strings)
        (scratch / "ask.json").write_text(json.dumps({"words": WORDS, "strings": strings}), encoding="utf-8")
        asked = subprocess.run(["node", BENCH / "search_peers.mjs", site, other, scratch / "ask.json"], check=True, capture_output=True)
        answers = json.loads(asked.stdout)
        addresses = address_of_fragments(other)
        agreed = {"Nianbao": agreement({string: found_by_nianbao(nianbao, site, string) for string in strings}, pages),
                  "Pagefind": agreement({string: {addresses[result] for result in results} & pages.keys()
                                         for string, results in answers["found"].items()}, pages)}
        files = {"Nianbao": size_of(site / "search"), "Pagefind": size_of(other / "index", other / "fragment")}
        cpu = {"Nianbao": seconds, "Pagefind": run.cpu}
        print(f"{len(pages)} pages, {len(strings)} strings of two to four characters; {processor()}\n")
        print("| | index, CPU s | MB | files | first question, KB | next, KB | recall | precision |\n"
              "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for name in ("Nianbao", "Pagefind"):
            count, megabytes = files[name]
            first, later = (sum(answers["loaded"][name][when]) / len(WORDS) / 1000 for when in ("first", "next"))
            recall, precision = agreed[name]
            print(f"| {name} | {cpu[name]:.2f} | {megabytes:.1f} | {count:,} | {first:.0f} | {later:.0f} | {recall:.1f} % | {precision:.1f} % |")
        print(f"\nPagefind takes {cpu['Pagefind'] / cpu['Nianbao']:.1f} times the processor time and {files['Pagefind'][1] / files['Nianbao'][1]:.1f} times the room.")


if __name__ == "__main__":
    main()
