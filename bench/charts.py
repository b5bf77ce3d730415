#!/usr/bin/env python3
"""Draws the same charts with Nianbao and with three libraries for Node in turn, and prints charts a second, the ratios and the
sizes. See bench/README.md.

    bench/charts.py [--runs 5] [--seconds 1] [--program FILE]
"""
import argparse
import gzip
import json
import statistics
import subprocess
import sys
from pathlib import Path

from run import ROOT, processor

BENCH = ROOT / "bench"
CHARTS = BENCH / "charts.json"
BUILD = ROOT / "build/bench"
PEERS = {"echarts": "ECharts, SVG", "plot": "Observable Plot, SVG in jsdom", "chartjs": "Chart.js, PNG of @napi-rs/canvas"}


def program(given):
    """The measuring program in release mode."""
    if given:
        return given
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run(["cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DNIANBAO_TESTS=OFF"], **quiet)
    subprocess.run(["cmake", "--build", BUILD, "--target", "chart_speed"], **quiet)
    return BUILD / "bench/chart_speed"


def output_of(command):
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def measure(speed, kinds, runs, seconds):
    """A B C D, A B C D: what disturbs the machine disturbs all alike."""
    measured = {kind: {name: [] for name in ("nianbao", *PEERS)} for kind in kinds}
    for _ in range(runs):
        for kind in kinds:
            measured[kind]["nianbao"].append(json.loads(output_of([speed, CHARTS, kind, seconds])))
            for name in PEERS:
                measured[kind][name].append(json.loads(output_of(["node", BENCH / "chart_peers.mjs", CHARTS, kind, name, seconds])))
    return measured


def median(runs, what):
    return statistics.median(run[what] for run in runs)


def print_kind(kind, measured, svg):
    own = measured["nianbao"]
    parsed = median(own, "parsed")
    print(f"\n{kind}\n\n| | charts/s | Nianbao is | bytes | gzip |\n| --- | ---: | ---: | ---: | ---: |")
    sizes = f"{len(svg)} | {len(gzip.compress(svg))}"
    print(f"| **Nianbao**, SVG | {parsed:,.0f} | | {sizes} |")
    print(f"| … from the text of the JSON | {median(own, 'text'):,.0f} | | {sizes} |")
    for name, title in PEERS.items():
        runs = measured[name]
        if "parsed" in runs[0]:
            speed = median(runs, "parsed")
            print(f"| {title} | {speed:,.0f} | **× {parsed / speed:,.0f}** | {runs[0]['bytes']} | {runs[0]['gzip']} |", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=1, help="of drawing, for each kind, library and run")
    arguments.add_argument("--program", help="a compiled chart_speed; default: the one of this checkout, compiled when needed")
    options = arguments.parse_args()
    if not Path(BENCH / "node_modules").is_dir():
        sys.exit("the libraries are not installed: npm install --prefix bench --ignore-scripts")
    speed = program(options.program)
    kinds = list(json.loads(CHARTS.read_text(encoding="utf-8")))
    print(f"{processor()}; Node {output_of(['node', '--version']).decode().strip()}; medians of {options.runs} runs")
    measured = measure(speed, kinds, options.runs, options.seconds)
    for kind in kinds:
        print_kind(kind, measured[kind], output_of([speed, CHARTS, kind]))


if __name__ == "__main__":
    main()
