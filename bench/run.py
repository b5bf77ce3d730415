#!/usr/bin/env python3
"""Builds one corpus with Nianbao and with Hugo in turn, and prints what each took and the ratio. See bench/README.md.

    bench/run.py [--schools 36] [--years 3] [--pages 60] [--runs 5] [--program FILE]
"""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Run:
    """One run of a command: seconds of wall clock, seconds of processor, MiB of memory at the most."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output:
            begin = time.monotonic()
            process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.monotonic() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu = usage.ru_utime + usage.ru_stime
            self.memory = usage.ru_maxrss / 1024
            if process.returncode != 0:
                output.seek(0)
                sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output.read().decode(errors='replace')}")


def in_turn(commands, runs, scratch, keep=False):
    """A B A B: what disturbs the machine disturbs all alike. One run of each is not counted. Each builds into a folder that is not
    there yet, or, with `keep`, into the one its uncounted run left."""
    measured = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            output = scratch / (f"{name}-kept" if keep else f"{name}-{number}")
            run = Run([*command, output])
            if number > 0:
                measured[name].append(run)
            if not keep:
                shutil.rmtree(output)
    return measured


def spread(values, digits):
    middle, low, high = statistics.median(values), min(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def print_table(title, measured):
    print(f"\n{title}\n\n| | wall s | CPU s | peak MiB |\n| --- | ---: | ---: | ---: |")
    for name, runs in measured.items():
        print(f"| {name} | {spread([r.wall for r in runs], 2)} | {spread([r.cpu for r in runs], 2)} | {spread([r.memory for r in runs], 0)} |")
    ratios = [statistics.median(getattr(r, what) for r in measured["nianbao"]) / statistics.median(getattr(r, what) for r in measured["hugo"])
              for what in ("wall", "cpu", "memory")]
    print("| **nianbao / hugo** | " + " | ".join(f"**{ratio:.2f}**" for ratio in ratios) + " |", flush=True)


def size_of(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return f"{pages} pages, {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB"


def program(given):
    """The program in release mode; the launcher compiles what has changed."""
    if given:
        return given
    subprocess.run([ROOT / "nianbao", "--version"], check=True, stdout=subprocess.DEVNULL)
    return ROOT / "build/release/nianbao"


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, default in (("schools", 36), ("years", 3), ("pages", 60), ("runs", 5)):
        arguments.add_argument(f"--{option}", type=int, default=default)
    arguments.add_argument("--program", help="a compiled nianbao; default: the one of this checkout, compiled when needed")
    arguments.add_argument("--scratch", default="/dev/shm" if Path("/dev/shm").is_dir() else None, help="where to work; default: memory")
    options = arguments.parse_args()
    nianbao = program(options.program)
    if not shutil.which("hugo"):
        sys.exit("hugo is not installed: apt-get install hugo")
    with tempfile.TemporaryDirectory(prefix="nianbao-bench-", dir=options.scratch) as folder:
        scratch = Path(folder)
        sizes = [f"--{name}={getattr(options, name)}" for name in ("schools", "years", "pages")]
        subprocess.run([sys.executable, ROOT / "bench/corpus.py", scratch, *sizes], check=True)
        commands = {"nianbao": [nianbao, "build", scratch / "nianbao", "--output"], "hugo": ["hugo", "--quiet", "--source", scratch / "hugo", "--destination"]}
        print(f"{options.schools} schools × {options.years} years × {options.pages} pages; {processor()}")
        print(subprocess.run(["hugo", "version"], check=True, capture_output=True, text=True).stdout.strip())
        print("Nianbao's time includes the search index, the charts, the tables' pages and downloads, and the checks; Hugo makes none of these.")
        print_table("A full build into a new folder; median (least–most)", in_turn(commands, options.runs, scratch))
        print_table("Building again with nothing changed", in_turn(commands, options.runs, scratch, keep=True))
        print()
        for name in commands:
            print(f"{name} wrote {size_of(scratch / f'{name}-kept')}")


if __name__ == "__main__":
    main()
