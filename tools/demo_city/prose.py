"""Chapters and cases: templates filled with bound numbers, blocks that show them."""

import re

from demo_city.figures import FIRST_YEAR, chance

DEFAULT_COLUMN = {"staff-title": "人数（人）", "destinations": "人数（人）"}
LEAVES = ["bachelor", "associate", "local", "elsewhere", "startup", "army", "unplaced"]
LABEL = 3  # of a row of the tables below, after @id, @role, @breakdown
TOP_COLUMN = {"students-by-major": "合计（人）", "staff-age": "合计（人）", "staff-title": "人数（人）", "staff-department": "专任教师（人）"}


class Writer:
    """Fills the templates of one report."""

    def __init__(self, school, year, tables, schools_order=0):
        self.school, self.year, self.tables, self.order = school, year, tables, schools_order
        names = {k: v for k, v in school.items() if isinstance(v, (str, int))}
        partners = {f"partner{i}": e["name"] for i, e in enumerate(school.get("enterprises", []), 1)}
        self.words = {**names, **partners, "year": year, "prev_year": year - 1, "age": year - school.get("founded", year)}
        if "events" in school:
            self.words["event"] = school["events"][str(year)]
        if "students-by-major" in tables:
            self.words["newmajors"] = self.new_majors()

    def new_majors(self):
        started = [m["name"] for m in self.school["majors"] if m.get("start") == self.year - 1]
        return f"本学年新开{'、'.join(started)}专业，首届学生单独编班。" if started else "本学年专业设置与上年相同。"

    def address(self, text):
        """TABLE.ROW[.COLUMN] with @top and @prev resolved: (table, row id, column header)."""
        table_id, row, *rest = text.split(".")
        table = self.tables[table_id]
        if row == "@top":
            row = self.top(table_id)[0]
        name = rest[0] if rest else None
        if name == "@prev":
            name = f"{self.year - 1}年"
        column = next((h for h in table.header if name and (h == name or re.sub("（.*）$", "", h) == name)), None)
        if column is None:
            column = DEFAULT_COLUMN.get(table_id, f"{self.year}年")
        return table, row, column

    def top(self, table_id):
        table, at = self.tables[table_id], self.tables[table_id].header.index(TOP_COLUMN[table_id])
        return max((r for r in table.rows if r[0] != "total"), key=lambda r: int(r[at]))

    def unit(self, table, row, column):
        if "单位" in table.header and column not in ("调查人次", "目标人数（人）"):
            unit = table.cell(row, "单位")
        else:
            found = re.search("（(.*)）$", column)
            unit = found.group(1) if found else {"调查人次": "人次"}.get(column, "")
        return "" if unit == ":" else unit.split("/")[0]

    def bound(self, text, unit=None, plain=False):
        table, row, column = self.address(text)
        value = table.cell(row, column)
        shown = value + (self.unit(table, row, column) if unit is None else unit)
        if plain or value == "-":
            return shown
        year = re.fullmatch(r"(\d{4})年", column)
        name = year.group(1) if year else re.sub("（.*）$", "", column)
        return f"[{shown}](data:{table.id}.{row}.{name})"

    def delta(self, row):
        trend = self.tables["trend"]
        change = int(trend.cell(row, f"{self.year}年")) - int(trend.cell(row, f"{self.year - 1}年"))
        if change == 0:
            return "与上年持平"
        return f"比上年{'增加' if change > 0 else '减少'}{abs(change)}{trend.cell(row, '单位')}"

    def fill(self, template):
        return re.sub(r"\{(\w+)(?::([^}]*))?\}", self.token, template)

    def token(self, match):
        kind, rest = match.group(1), match.group(2)
        if rest is None:
            return str(self.words[kind])
        if kind == "n":
            key, low, high = re.fullmatch(r"([\w]+):(\d+)-(\d+)", rest).groups()
            return str(chance(self.school["id"], self.year, key).randint(int(low), int(high)))
        if kind == "top":
            return self.top(rest)[LABEL]
        return {"t": lambda: self.bound(rest), "m": lambda: self.bound(rest, unit="名"), "x": lambda: self.bound(rest, plain=True),
                "delta": lambda: self.delta(rest), "ref": lambda: f"[](ref:{rest})"}[kind]()

    def pick(self, variants, *key):
        """One wording a year, in an order that is the school's own."""
        order = list(range(len(variants)))
        chance(self.school["id"], "order", *key).shuffle(order)
        return variants[order[(self.year - FIRST_YEAR) % len(variants)]]


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(toml(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {toml(v)}" for k, v in value.items()) + " }"
    return str(value) if isinstance(value, int) else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def block(kind, **keys):
    return f"```{kind}\n" + "\n".join(f"{k} = {toml(v)}" for k, v in keys.items()) + "\n```\n"


def blocks(school, year, tables):
    """Tables, charts, the drawing and the measures that the chapters place, by id."""
    even = (year + len(school["majors"])) % 2 == 0
    problems = [school["problems"][(year + i) % 3] for i in range(2)]
    items = "\n".join(f"\n[[items]]\nproblem = {toml(p['problem'])}\nmeasures = {toml(p['measures'])}" for p in problems)
    age = {"type": "pyramid", "series": ["男", "女"]} if even else {"type": "bar", "series": ["合计"]}
    trend = {} if even else {"panels": 3}
    grades = {"stacked": True} if even else {"stacked": "100%"}
    assessments = block("table", id="assessments-table", title="职业技能等级认定一览表", data="skill-assessments")
    return {
        "trend-table": block("table", id="trend-table", title="近三年主要指标", data="trend"),
        "trend-chart": block("chart", id="trend-chart", type="line", title="招生、在校生与毕业生人数变化", data="trend", by="row",
                             rows=["enrolled", "students", "graduates"], unit="人", **trend),
        "department-table": block("table", id="department-table", title="各系部专任教师", data="staff-department"),
        "age-chart": block("chart", id="age-chart", title="专任教师年龄结构", data="staff-age", category="年龄段", unit="人", **age),
        "title-chart": block("chart", id="title-chart", type="doughnut" if even else "waffle", title="专任教师职称结构", data="staff-title",
                             category="职称", unit="人"),
        "department-chart": block("chart", id="department-chart", type="bar", title="各系部专任教师与双师型教师", data="staff-department",
                                  category="系部", series=["专任教师", "双师型教师"], horizontal=True, unit="人"),
        "majors-table": block("table", id="majors-table", title="专业设置一览表", data="majors"),
        "students-table": block("table", id="students-table", title="各专业在校学生数", data="students-by-major"),
        "grade-chart": block("chart", id="grade-chart", type="bar", title="各专业分年级在校学生", data="students-by-major", category="专业名称",
                             series=["一年级", "二年级", "三年级"], horizontal=even, unit="人", **grades),
        "satisfaction-chart": block("chart", id="satisfaction-chart", type="radar" if even else "dumbbell", title="在校生分项满意度", data="satisfaction", category="指标",
                                    rows=["classroom", "extracurricular", "politics", "general", "professional"],
                                    series=[f"{year}年", f"{year - 1}年"] if even else [f"{year - 1}年", f"{year}年"], unit="%"),
        "destinations-table": block("table", id="destinations-table", title="毕业生去向", data="destinations"),
        "destinations-chart": block("chart", id="destinations-chart", type="pie" if even else "share", title="毕业生去向构成",
                                    data="destinations", category="去向", series=["人数"], rows=LEAVES, unit="人"),
        "industries-chart": block("chart", id="industries-chart", type="bar", title="毕业生就业的产业分布", data="scorecard", category="指标",
                                  series=[f"{year}年"], rows=["primary", "secondary", "tertiary"], horizontal=not even, unit="人"),
        "training-chart": block("chart", id="training-chart", type="bar", title="近三年非学历培训规模", data="trend", by="row", rows=["training"],
                                unit="人次"),
        "training-table": block("table", id="training-table", title="社会培训项目一览表", data="training-programmes"),
        "assessments-table": assessments if "skill-assessments" in tables else "",
        "partners-table": block("table", id="partners-table", title="主要合作企业一览表", data="partners"),
        "path": block("diagram", id="path", title="学徒培养路径", steps=school["steps"], text="培养分六步依次进行：" + "，".join(school["steps"]) + "。"),
        "measures": f"```measures\nid = \"measures\"\ntitle = \"问题与措施\"\n{items}\n```\n",
    }


def chapter_text(writer, chapter, shown, cases):
    """One chapter as Markdown: front matter, sections, the blocks and cases they place."""
    private = writer.school.get("funds") == 0
    parts = [f'+++\ntitle = {toml(chapter["title"])}\nid = {toml(chapter["id"])}\nsummary = {toml(writer.fill(chapter["summary"]))}\n+++\n']
    for section in chapter["sections"]:
        variants = section.get("private") if private and "private" in section else section["variants"]
        parts.append(f"## {section['title']} {{#{section['id']}}}\n")
        parts.append(writer.fill(writer.pick(variants, section["id"])) + "\n")
        if "own" in section:
            parts.append(writer.fill(writer.school["own"][section["own"]]) + "\n")
        if "tables" in section:
            parts.append(writer.fill(section["tables"]) + "\n")
        parts += [shown[name] for name in section.get("blocks", []) if shown[name]]
        parts += [block("case", id=case["id"]) for case in cases if case["section"] == section["id"]]
    return "\n".join(parts)


def choose_cases(writer, kinds):
    """The two cases of a year: every school tells each of the six kinds once in three years."""
    order = list(range(len(kinds)))
    chance(writer.school["id"], "cases").shuffle(order)
    first = 2 * ((writer.year - 2023) % 3)
    return [{**kinds[i], "id": f"case-{at:02}"} for at, i in enumerate(sorted(order[first:first + 2]), 1)]


def case_text(writer, case):
    named = [v for v in case["variants"] if writer.school["id"] in v.get("only", [])]
    open_to_all = [v for v in case["variants"] if "only" not in v]
    variant = named[0] if named else open_to_all[(writer.order + writer.year) % len(open_to_all)]
    title, summary = writer.fill(variant["title"]), writer.fill(variant["summary"])
    return f"+++\ntitle = {toml(title)}\nid = {toml(case['id'])}\nsummary = {toml(summary)}\n+++\n\n{writer.fill(variant['body']).strip()}\n"
