"""The city's own report: sums of the schools, rates recomputed from the sums."""

from demo_city import figures, prose
from demo_city.figures import rate, ratio
from demo_city.tables import Table

PARTS = """[[parts]]
kind = "cover"

[[parts]]
kind = "preface"
title = "前言"
file = "preface.md"
signed = "示例市教育局"
date = "2025年12月"

[[parts]]
kind = "contents"
lists = ["contents", "tables", "charts"]

[[parts]]
kind = "chapters"

[[parts]]
kind = "contacts"
title = "联系方式"

"""

KEY_FIGURES = {
    "students": "schools.total.在校生", "enrolled": "schools.total.招生", "graduates": "schools.total.毕业生",
    "placed": "schools.total.去向落实", "placement_rate": "schools.total.去向落实率", "further_study": "schools.total.升学",
    "full_time_teachers": "schools.total.专任教师", "dual_teachers": "schools.total.双师型教师",
    "student_teacher_ratio": "schools.total.生师比",
}

COUNTS = [("enrolled", "招生（人）"), ("students", "在校生（人）"), ("graduates", "毕业生（人）"), ("placed", "去向落实（人）"), ("further", "升学（人）")]


def row(id, name, n, role=""):
    counts = [n[key] for key, _ in COUNTS]
    return (id, role, "exclusive" if role else "", name, *counts, rate(n["placed"], n["graduates"]), n["full_time"], n["dual"],
            ratio(n["students"], n["full_time"]))


def school_table(schools, years):
    rows, total = [], {}
    for school, n in zip(schools, years):
        n = {**n, "full_time": n["teachers"]["full_time"], "dual": n["teachers"]["dual"]}
        rows.append(row(school["id"], school["name"], n))
        for key in [*(k for k, _ in COUNTS), "full_time", "dual"]:
            total[key] = total.get(key, 0) + n[key]
    header = ["@id", "@role", "@breakdown", "学校", *(title for _, title in COUNTS), "去向落实率（%）", "专任教师（人）", "双师型教师（人）", "生师比"]
    return Table("schools", "全市中等职业学校基本情况", header, rows + [row("total", "合计", total, "total")],
                 ["合计行的去向落实率和生师比由合计人数重新计算，不是各校的平均"])


def destination_table(years):
    labels = {"bachelor": "升学本科", "associate": "升学专科", "local": "本地就业", "elsewhere": "外地就业", "startup": "自主创业",
              "army": "应征入伍", "unplaced": "未落实"}
    total = sum(n["graduates"] for n in years)
    rows = [(id, "", "", label, sum(n["went"][id] for n in years)) for id, label in labels.items()] + [("total", "total", "exclusive", "毕业生合计", total)]
    return Table("destinations", "全市毕业生去向", ["@id", "@role", "@breakdown", "去向", "人数（人）", "占毕业生比例（%）"],
                 [(*r, rate(r[-1], total)) for r in rows], ["由六所学校的数字相加"])


def trend_table(schools, year):
    """Sums of the six schools over three years."""
    titles = {"enrolled": "招生数", "students": "在校生数", "graduates": "毕业生人数", "placed": "毕业去向落实人数", "further": "升学人数",
              "certificates": "职业技能等级证书获取人数", "training": "非学历培训", "awards": "省级以上技能竞赛获奖", "trainings": "非学历培训项目"}
    units = {"training": "人次", "awards": "项", "trainings": "项"}
    by_year = [[figures.school_year(s, y) for s in schools] for y in (year - 2, year - 1, year)]
    rows = [(key, title, units.get(key, "人"), *(sum(n[key] for n in of_year) for of_year in by_year)) for key, title in titles.items()]
    return Table("trend", "近三年全市主要指标", ["@id", "指标", "单位", *(f"{y}年" for y in (year - 2, year - 1, year))], rows, ["由六所学校的数字相加"],
                 {"指标": {"type": "text", "role": "label"}, "单位": {"type": "text", "role": "unit"}})


BLOCKS = {
    "schools-table": prose.block("table", id="schools-table", title="全市中等职业学校基本情况", data="schools"),
    "students-chart": prose.block("chart", id="students-chart", type="bar", title="各校在校生与毕业生", data="schools", category="学校",
                                  series=["在校生", "毕业生"], horizontal=True, unit="人"),
    "destinations-chart": prose.block("chart", id="destinations-chart", type="doughnut", title="全市毕业生去向", data="destinations",
                                      category="去向", series=["人数"], unit="人"),
}


def report(schools, year, templates):
    """Settings, data files and texts of the city's report."""
    years = [figures.school_year(s, year) for s in schools]
    data = {t.id: t for t in (school_table(schools, years), destination_table(years), trend_table(schools, year))}
    writer = prose.Writer({"id": "city", "name": "示例市"}, year, data)
    texts = {}
    for at, chapter in enumerate(templates["city"], 1):
        body = [f'+++\ntitle = "{chapter["title"]}"\nid = "{chapter["id"]}"\n+++\n']
        body += [writer.fill(p) + "\n" for p in chapter["paragraphs"]] + [BLOCKS[b] for b in chapter.get("blocks", [])]
        texts[f"{at:02}-{chapter['id']}.md"] = "\n".join(body)
    texts["preface.md"] = ("示例市教育局把六所学校的年度数据汇总成本报告。全市的人数由各校相加，比例由相加后的人数重新计算，不取平均。"
                           "示例市、六所学校和全部数字均为虚构，用来演示全市报告怎样与学校报告保持一致。\n")
    summary = writer.fill("示例市六所中等职业学校{year}年在校学生{x:schools.total.在校生}，毕业生{x:schools.total.毕业生}，去向落实率{x:schools.total.去向落实率}。数字均为虚构。")
    head = {"title": "示例市中等职业教育质量报告", "year": year, "edition": f"{year}年", "issued": f"{year}年12月", "issuer": "示例市教育局", "kind": "report",
            "data_year": f"{year - 1}—{year}学年", "source": "示例数据，由 tools/demo_city.py 生成", "summary": summary}
    return "\n".join(f"{k} = {prose.toml(v)}" for k, v in head.items()) + "\n", data, texts
