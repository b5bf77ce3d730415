#!/usr/bin/env python3
"""Writes 示例市, the fictional city of the sample portal: six schools, three report years each, and its own report of 2025.

    python3 tools/demo_city.py content/demo

Nothing in it is real: the words of the schools are in tools/demo_city/schools.toml, the wordings of chapters, cases and
the city's report in prose.toml, cases.toml and city.toml beside it, and all figures are computed. A figure depends only
on its school, its year and a fixed seed, so a second run writes the same bytes, and what must agree does:

- students by major and grade add up to the students of the school, teachers by age, title and department to its
  teachers, destinations to its graduates;
- rates are recomputed from the counts and printed with two digits;
- last year's figures in a report are those of last year's report;
- programmes of training add up to the training of the school, and enterprises are those of the year before and new ones.

The folder is written anew; files that are no longer made are removed. A folder that holds
something else is refused. Needs Python 3.11, nothing else.
"""

import csv
import io
import pathlib
import sys
import tomllib

sys.dont_write_bytecode = True

from demo_city import city, figures, prose, tables  # noqa: E402

HOME = pathlib.Path(__file__).with_name("demo_city")
YEARS = (2023, 2024, 2025)
CITY = "示例市"
NOTICE = "示例数据，并非真实学校"


def load(name):
    with open(HOME / name, "rb") as file:
        return tomllib.load(file)


def table_files(table, institution=None):
    """The CSV file of a table and the sidecar beside it."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(table.header)
    out.writerows(table.rows)
    sidecar = [f"title = {prose.toml(table.title)}", 'source = "示例数据，由程序生成"']
    if table.notes:
        sidecar.append(f"notes = {prose.toml(table.notes)}")
    if institution:
        sidecar.append(f"institution = {prose.toml(institution)}")
    for name, facts in table.columns.items():
        sidecar.append(f'\n[columns."{name}"]')
        sidecar += [f"{key} = {prose.toml(value)}" for key, value in facts.items()]
    return {f"data/{table.id}.csv": text.getvalue(), f"data/{table.id}.toml": "\n".join(sidecar) + "\n"}


def numbering(style):
    scope = "chapter" if style == "chinese" else "report"
    return f"""[numbering]
headings = "{style}"
figure   = {{ label = "图", scope = "{scope}" }}
table    = {{ label = "表", scope = "{scope}" }}
chart    = {{ with = "figure" }}
diagram  = {{ with = "figure" }}
case     = {{ label = "案例", scope = "report", digits = 2 }}
appendix = {{ label = "附表", scope = "report" }}
"""


KEY_FIGURES = {
    "students": "policy.students.{y}", "enrolled": "trend.enrolled.{y}", "graduates": "scorecard.graduates.{y}",
    "placed": "scorecard.placed.{y}", "placement_rate": "trend.placement-rate.{y}", "further_study": "scorecard.further.{y}",
    "employed": "destinations.employed.人数", "full_time_teachers": "policy.full-time-teachers.{y}",
    "dual_teachers": "trend.dual-teachers.{y}", "student_teacher_ratio": "resources.student-teacher-ratio.{y}",
    "majors": "resources.majors.{y}", "income": "scorecard.income.{y}", "satisfaction": "satisfaction.students.{y}",
}


def key_figures(addresses, year):
    return "\n".join(f'[[key_figures]]\nindicator = "{id}"\nvalue = "{address.format(y=year)}"'
                     for id, address in addresses.items()) + "\n"


def breaks(school, year):
    return "".join("[[breaks]]\n" + "".join(f"{k} = {prose.toml(v)}\n" for k, v in change.items()) + "\n"
                   for change in school.get("breaks", []) if change["year"] == year)


def report_settings(school, year, writer):
    title = f"{school['name']}职业教育质量报告"
    summary = writer.fill("{name}{year}年在校学生{x:policy.students}，毕业生{x:scorecard.graduates}，去向落实率{x:trend.placement-rate}，"
                          "在校生满意度{x:satisfaction.students}。学校和数字均为虚构。")
    parts = [("cover", {"lines": ["虚构学校，数据仅供演示"]}),
             ("declaration", {"title": "内容真实性责任声明", "file": "declaration.md", "date": f"{year}年12月20日",
                              "signatures": ["单位名称（盖章）", "法定代表人（签名）"]}),
             ("preface", {"title": "前言", "file": "preface.md"}),
             ("contents", {"lists": ["contents", "cases", "figures", "tables", "charts", "appendix"]}),
             ("chapters", {}), ("cases", {"title": "典型案例"}) if school["headings"] == "decimal" else None,
             ("appendix", {"title": "附表", "tables": tables.STANDARD}), ("contacts", {"title": "联系方式"})]
    head = {"title": title, "year": year, "edition": f"{year}年度", "issued": f"{year}年12月", "kind": "report",
            "data_year": f"{year - 1}—{year}学年", "source": "示例数据，由 tools/demo_city.py 生成", "summary": summary, "majors": "majors", "partners": ["partners"],
            "services": [id for id in ("training-programmes", "skill-assessments") if id in writer.tables]}
    lines = [f"{key} = {prose.toml(value)}" for key, value in head.items()]
    lines.append("\n" + numbering(school["headings"]))
    for kind, keys in filter(None, parts):
        lines.append(f'[[parts]]\nkind = "{kind}"\n' + "".join(f"{k} = {prose.toml(v)}\n" for k, v in keys.items()))
    return "\n".join(lines) + "\n" + breaks(school, year) + key_figures(KEY_FIGURES, year)


DECLARATION = """本报告由{name}组织编写，数据取自学校各部门的台账，经数据专员逐项核对。学校对报告内容的真实性、完整性和准确性负责。

{name}是虚构的学校，本声明仅用于演示报告的版式；报告中的学校、单位、数字和事例均不对应任何真实的机构和个人。
"""


def report_files(school, order, year, templates):
    figures_of_year = figures.school_year(school, year)
    data = tables.report_tables(school, figures_of_year)
    writer = prose.Writer(school, year, data, order)
    cases = prose.choose_cases(writer, templates["cases"])
    shown = prose.blocks(school, year, data)
    files = {"report.toml": report_settings(school, year, writer), "declaration.md": writer.fill(DECLARATION),
             "preface.md": writer.fill(writer.pick(templates["preface"]["variants"], "preface")) + "\n"}
    for table in data.values():
        files |= table_files(table, {"name": school["name"], "code": school["code"]} if table.id in tables.STANDARD else None)
    for at, chapter in enumerate(templates["chapters"], 1):
        files[f"{at:02}-{chapter['id']}.md"] = prose.chapter_text(writer, chapter, shown, cases)
    for case in cases:
        files[f"cases/{case['id'][5:]}-{case['kind']}.md"] = prose.case_text(writer, case)
    return files


def school_file(school, order):
    keys = {k: school[k] for k in ("name", "short_name", "type", "level", "founded", "code", "description")}
    lines = [f"{key} = {prose.toml(value)}" for key, value in keys.items()] + [f"order = {order + 1}"]
    phones = [{"label": "招生咨询", "number": school["phone"]}, {"label": "学校办公室", "number": school["phone"][:-1] + "9"}]
    contact = {"address": school["address"], "phones": phones, "website": f"https://{school['id']}.demo.example", "postcode": "000000"}
    return "\n".join(lines + ["\n[contact]"] + [f"{k} = {prose.toml(v)}" for k, v in contact.items()]) + "\n"


CITY_FILE = f"""name = "{CITY}"
name_en = "Demo City"
type = "虚构的城市"
description = "为演示而虚构的城市，有六所学校、三年报告，用来展示年份对照、学校对照和全市汇总。"
notice = "{NOTICE}"
order = 90

[contact]
address = "示例市政务大街100号"
phones = [{{ label = "示例市教育局", number = "0000-1230000" }}]
website = "https://demo.example"
"""


CORRECTIONS = """[[corrections]]
date = "2025-03-10"
what = "月收入（2024年）"
address = "scorecard.income.2024"
before = "4480"
after = "4490"
reason = "漏计一个专业的回访数据"
"""


def city_files(schools, templates):
    files = {"city.toml": CITY_FILE}
    settings, data, chapters = city.report(schools, 2025, templates)
    files["2025/report.toml"] = settings + "\n" + numbering("decimal") + "\n" + city.PARTS + key_figures(city.KEY_FIGURES, 2025)
    files |= {f"2025/{name}": text for name, text in chapters.items()}
    for table in data.values():
        files |= {f"2025/{name}": text for name, text in table_files(table).items()}
    return files


def write(target, files):
    """Writes all files below the target and removes what is no longer made. Only a folder made by this program is touched."""
    marker = target / "city.toml"
    if target.exists() and any(target.iterdir()) and not (marker.exists() and NOTICE in marker.read_text(encoding="utf-8")):
        sys.exit(f"{target} is not empty and holds no 示例市: nothing written")
    for path in sorted(p for p in target.rglob("*") if p.is_file()):
        if path.relative_to(target).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} TARGET_FOLDER")
    schools = load("schools.toml")["schools"]
    templates = {**load("prose.toml"), **load("cases.toml"), "city": load("city.toml")["chapters"]}
    files = city_files(schools, templates)
    files["tech/2024/corrections.toml"] = CORRECTIONS
    for order, school in enumerate(schools):
        files[f"{school['id']}/school.toml"] = school_file(school, order)
        for year in YEARS:
            files |= {f"{school['id']}/{year}/{name}": text for name, text in report_files(school, order, year, templates).items()}
    write(pathlib.Path(sys.argv[1]), files)
    print(f"{len(files)} files in {sys.argv[1]}")


if __name__ == "__main__":
    main()
