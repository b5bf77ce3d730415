#!/usr/bin/env python3
"""Made-up quality reports in any number, as a Nianbao project and as a Hugo site with the same pages and equal layouts.

    bench/corpus.py FOLDER [--schools 36] [--years 3] [--pages 60]

writes FOLDER/nianbao and FOLDER/hugo. Two pages of three are chapters, the third is a case. A page is a function of its school,
year and number alone, so a smaller corpus is a part of a larger one, and the same on every machine.
"""
import argparse
import json
import random
from pathlib import Path

import hugo_site
import vocabulary as v

FIRST_YEAR = 2024


class Picker:
    """Choices that depend on a key only. Early words of a list are chosen more often, as in real text."""

    def __init__(self, *key):
        self.uniform = random.Random("/".join(map(str, key))).random

    def __call__(self, options):
        return options[int(len(options) * self.uniform() ** 1.5)]

    def whole(self, low, high):
        return low + int((high - low + 1) * self.uniform())

    def tenths(self, low, high):
        return f"{low + (high - low) * self.uniform():.1f}"

    def company(self):
        return self(v.PLACES) + self(v.TRADES) + "公司"

    def several(self, options, count):
        left = list(options)
        return [left.pop(int(len(left) * self.uniform())) for _ in range(count)]

    def sentence(self):
        return self(v.SENTENCES)(self)


def han_count(text):
    return sum("\u4e00" <= c <= "\u9fff" for c in text)


def table_of_majors(p):
    rows = [f"| {p(v.MAJORS)} | {p.whole(40, 760)} | {p.tenths(35, 90)}% | {p.tenths(88, 100)}% | {p.company()} |" for _ in range(10)]
    return ["| 专业 | 在校生 | 双师比例 | 落实率 | 合作企业 |", "| --- | ---: | ---: | ---: | --- |", *rows, ""]


def page_text(p):
    """Five headings, two lists, bold words, a table of ten rows, a quotation; 700 Han characters on average."""
    target = p.whole(535, 825)
    first, second = p.several(v.THEMES, 2)
    lines = [p.sentence(), "", f"## {first}", "", f"**{p(v.ACTIONS)}{p(v.MATTERS)}。**{p.sentence()}", ""]
    lines += [f"### {p(v.ACTIONS)}{p(v.MATTERS)}", "", f"{p.sentence()}其中**{p(v.MEASURES)}**为{p.tenths(70, 99)}%。", ""]
    lines += [f"- {p(v.THEMES)}：{p(v.ACTIONS)}{p(v.MATTERS)}，涉及**{p.whole(2, 45)}**个班级" for _ in range(4)]
    lines += ["", f"## {second}", "", p.sentence(), "", f"### {p(v.MAJORS)}等专业的数据", "", *table_of_majors(p)]
    lines += ["## 成效与打算", ""]
    lines += [f"{i}. {p(v.ACTIONS)}{p(v.THEMES)}，{p(v.MEASURES)}{p(v.MANNERS)}改善；" for i in (1, 2, 3)]
    lines += [""]
    while han_count("".join(lines)) < target:
        lines += [p.sentence(), ""]
    return "\n".join(lines + [f"> {p(v.SHORTCOMINGS)}，下一年{p(v.ACTIONS)}{p(v.MATTERS)}。", ""])


def charts_of(p, year):
    """Six charts with the data they draw: id, type, title, unit, further settings, header, rows."""
    def numbers(low, high, count):
        return [str(p.whole(low, high)) for _ in range(count)]

    years = [str(y) for y in range(year - 9, year + 1)]
    rows = [[name, *(p.tenths(60, 99) for _ in years)] for name in p.several(v.MEASURES, 5)]
    goals = ["升学", "本地就业", "外地就业", "自主创业", "应征入伍", "其他"]
    strengths = ["教学", "师资", "实训", "服务", "就业", "治理"]
    funds = ["财政拨款", "学费", "社会服务", "捐赠", "其他"]
    return [
        ("students", "bar", "各专业在校生人数", "人", "", ["专业", "在校生"], [[m, *numbers(60, 800, 1)] for m in p.several(v.MAJORS, 8)]),
        ("trend", "line", "近十年主要指标", "%", "by = \"row\"\n", ["指标", *(f"{y}年" for y in years)], rows),
        ("destinations", "doughnut", "毕业生去向", "人", "", ["去向", "人数"], [[g, *numbers(5, 420, 1)] for g in goals]),
        ("profile", "radar", "办学能力", "分", "", ["方面", "本校", "全市平均"], [[s, *numbers(60, 98, 2)] for s in strengths]),
        ("staff", "bar", "各专业教师职称", "人", "stacked = true\n", ["专业", "高级", "中级", "初级"],
         [[m, *numbers(2, 40, 3)] for m in p.several(v.MAJORS, 6)]),
        ("funds", "pie", "经费来源", "万元", "", ["来源", "金额"], [[f, *numbers(20, 2600, 1)] for f in funds]),
    ]


def school_name(school):
    p = Picker("school", school)
    return v.PLACES[school % len(v.PLACES)] + "市" + p(v.ORDINALS) + v.KINDS[(school // len(v.PLACES) + school) % len(v.KINDS)]


def make_report(school, year, page_count):
    pages = []
    for number in range(1, page_count + 1):
        p = Picker("page", school, year, number)
        is_case = number % 3 == 0
        theme = p(v.THEMES)
        title = f"{p(v.ACTIONS)}{theme}，{p(v.ACTIONS)}{p(v.MATTERS)}" if is_case else f"{v.CHAPTERS[number % len(v.CHAPTERS)]}：{theme}"
        pages.append({"id": f"p{number:03d}", "case": is_case, "title": title, "summary": p.sentence(), "text": page_text(p)})
    charts = charts_of(Picker("charts", school, year), year)
    return {"name": school_name(school), "address": f"s{school + 1:03d}", "year": year, "title": f"{school_name(school)}质量报告",
            "pages": pages, "charts": charts}


# --- the Nianbao project ------------------------------------------------------------------------------------------------------

def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def chart_block(chart):
    name, kind, title, unit, more, _, _ = chart
    return f"```chart\nid = \"{name}-chart\"\ntype = \"{kind}\"\ntitle = {quoted(title)}\ndata = \"{name}\"\nunit = {quoted(unit)}\n{more}```\n"


def charts_by_page(report):
    """Spread evenly over the chapters; several to a chapter when there are few."""
    chapters = [page["id"] for page in report["pages"] if not page["case"]]
    placed = {}
    for i, chart in enumerate(report["charts"]):
        placed.setdefault(chapters[i * len(chapters) // len(report["charts"])], []).append(chart)
    return placed


def write_report(folder, report):
    has_cases = any(page["case"] for page in report["pages"])
    parts = ["cover", "contents", "chapters"] + ["cases"] * has_cases
    write(folder / "report.toml", f"title = {quoted(report['title'])}\nyear = {report['year']}\nedition = \"{report['year']}年度\"\n"
          + "".join(f"\n[[parts]]\nkind = \"{kind}\"\n" for kind in parts)
          + "\n[[key_figures]]\nlabel = \"升学人数\"\nvalue = \"destinations.升学.人数\"\nunit = \"人\"\n")
    placed = charts_by_page(report)
    for page in report["pages"]:
        kind = "cases/" if page["case"] else ""
        blocks = "".join("\n" + chart_block(chart) for chart in placed.get(page["id"], []))
        head = f"+++\ntitle = {quoted(page['title'])}\nid = \"{page['id']}\"\nsummary = {quoted(page['summary'])}\n+++\n\n"
        write(folder / f"{kind}{page['id'][1:]}-page.md", head + page["text"] + blocks)
    for name, _, title, _, _, header, rows in report["charts"]:
        write(folder / f"data/{name}.csv", "\n".join(",".join(row) for row in [header, *rows]) + "\n")
        write(folder / f"data/{name}.toml", f"title = {quoted(title)}\n")


def write_project(root):
    write(root / "site.toml", f"title = {quoted(hugo_site.TITLE)}\n")
    write(root / "content/city/city.toml", "name = \"青川市\"\n")


def write_school(root, report):
    write(root / "content/city" / report["address"] / "school.toml", f"name = {quoted(report['name'])}\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    for option, default in (("schools", 36), ("years", 3), ("pages", 60)):
        arguments.add_argument(f"--{option}", type=int, default=default)
    options = arguments.parse_args()
    nianbao, hugo = options.folder / "nianbao", options.folder / "hugo"
    write_project(nianbao)
    hugo_site.write_site(write, hugo)
    for school in range(options.schools):
        for year in range(FIRST_YEAR, FIRST_YEAR + options.years):
            report = make_report(school, year, options.pages)
            write_school(nianbao, report)
            write_report(nianbao / "content/city" / report["address"] / str(year), report)
            hugo_site.write_report(write, hugo, report)


if __name__ == "__main__":
    main()
