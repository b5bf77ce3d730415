"""The data files of a report: the six standard tables and those of its chapters."""

from demo_city.figures import (AGES, SATISFACTION, TITLES, apportion, chance, departments, growing, money, rate, ratio,
                               school_year, survey)

STANDARD = ["scorecard", "satisfaction", "resources", "service", "international", "policy"]
ITEMS = {"classroom": "课堂育人满意度", "extracurricular": "课外育人满意度", "politics": "思想政治课教学满意度",
         "general": "公共基础课（不含思想政治课）教学满意度", "professional": "专业课教学满意度",
         "teaching": "教学管理满意度", "life": "生活与安全服务满意度", "contact": "家校沟通满意度",
         "courses": "课程与教学满意度", "internship": "实习安排满意度", "guidance": "就业指导满意度"}


class Table:
    """A data file: header, rows and what its sidecar says. Cells are kept as printed."""

    def __init__(self, id, title, header, rows, notes=(), columns=None):
        self.id, self.title, self.header, self.notes = id, title, header, list(notes)
        self.rows = [[str(cell) for cell in row] for row in rows]
        self.columns = columns or {}

    def cell(self, row_id, column):
        for row in self.rows:
            if row[0] == row_id:
                return row[self.header.index(column)]
        raise KeyError(f"{self.id}.{row_id}")


def indicator_table(id, title, year, rows, notes=()):
    """序号, 指标, 单位, 年: rows are (id, level, breakdown, number, label, unit, value)."""
    header = ["@id", "@level", "@breakdown", "序号", "指标", "单位", f"{year}年"]
    columns = {"序号": {"type": "text", "role": "number"}, "指标": {"type": "text", "role": "label"},
               "单位": {"type": "text", "role": "unit"}}
    return Table(id, title, header, rows, notes, columns)


def scorecard(school, n):
    went, year = n["went"], n["year"]
    primary, secondary, tertiary = apportion(n["working"], school["industries"])
    in_province = n["further"] - went["bachelor"] // 4 + went["local"] + went["startup"] + went["elsewhere"] * 2 // 5 + went["army"]
    promoted = chance(school["id"], "promoted", year).randint(90, 190)
    return indicator_table("scorecard", "人才培养质量计分卡", year, [
        ("graduates", 0, "", 1, "毕业生人数", "人", n["graduates"]),
        ("placed", 0, "partial", 2, "毕业去向落实人数", "人", n["placed"]),
        ("further", 1, "partial", "", "其中：毕业生升学人数", "人", n["further"]),
        ("bachelor", 2, "", "", "升入本科人数", "人", went["bachelor"]),
        ("in-province-rate", 0, "", 3, "毕业生本省去向落实率", "%", rate(in_province, n["placed"])),
        ("income", 0, "", 4, "月收入", "元", growing(school["income"], 0.041, year, school["id"], "income") // 10 * 10),
        ("industries", 0, "exclusive", 5, "毕业生面向三次产业就业人数", "人", n["working"]),
        ("primary", 1, "", "", "其中：面向第一产业", "人", primary),
        ("secondary", 1, "", "", "面向第二产业", "人", secondary),
        ("tertiary", 1, "", "", "面向第三产业", "人", tertiary),
        ("startup-rate", 0, "", 6, "自主创业率", "%", rate(went["startup"], n["graduates"])),
        ("promotion-rate", 0, "", 7, "毕业三年晋升比例", "%", rate(promoted, 1000)),
    ], ["本省去向落实率以去向落实人数为基数，自主创业率以毕业生人数为基数", "三次产业就业人数不含应征入伍"])


def satisfaction(school, n):
    year = n["year"]
    rows = []
    for group, who, population, share in (("students", "在校生", "students", 0.22), ("parents", "家长", "students", 0.16),
                                          ("graduates", "应届毕业生", "graduates", 0.55)):
        total, *items = SATISFACTION[group]
        now, asked, answered = survey(school, year, group, n[population], share)
        before = survey(school, year - 1, group, school_year(school, year - 1)[population], share)[0]
        for item in [None, *items]:
            label = total if item is None else ("其中：" if item == items[0] else "") + ITEMS[item]
            id = {"students": item}.get(group, f"{group}-{item}") if item else group
            rows.append((id, 1 if item else 0, "" if item else "overlapping", who, label, "%", now[item],
                         before[item], asked, answered))
    header = ["@id", "@level", "@breakdown", "调查对象", "指标", "单位", f"{year}年", f"{year - 1}年", "目标人数（人）", "调查人次"]
    columns = {"调查对象": {"type": "text"}, "指标": {"type": "text", "role": "label"}, "单位": {"type": "text", "role": "unit"},
               "目标人数": {"type": "number", "unit": "人", "role": "sample"},
               "调查人次": {"type": "number", "unit": "人次", "role": "sample"}}
    return Table("satisfaction", "满意度调查表", header, rows, [f"目标人数与调查人次为{year}年数据；每份问卷按满意份数除以有效份数计算"], columns)


def levelled(id, number, label, unit, counts, extra=()):
    """A row with its 国家级, 省级, 校级 parts, each with the part that is on the national platform."""
    rows = [(id, 0, "exclusive", number, label, unit, sum(counts)), *extra]
    for key, name, count in zip(("national", "provincial", "school"), ("其中：国家级数量", "省级数量", "校级数量"), counts):
        rows.append((f"{id}-{key}", 1, "partial", "", name, unit, count))
        rows.append((f"{id}-{key}-platform", 2, "", "", "接入国家智慧教育平台数量", unit, count // 2))
    return rows


def resources(school, n):
    year, t, majors = n["year"], n["teachers"], n["majors"]
    drift = year - 2021
    courses = len(majors) * 13 + 18 + 2 * drift
    cert, online, books = courses // 3 + drift, courses * 2 // 5, len(majors) // 2 + 2 + drift
    equipment = growing(school["teachers"] * 260000, 0.05, year, school["id"], "equipment")
    stations = growing(school["teachers"] * 15.5, 0.03, year, school["id"], "stations")
    wide = 1000 * (1 + len(majors) // 4)
    mooc = [0, 1 + drift // 2, len(majors) + drift]
    per_course = ratio(n["students"] * 3, sum(mooc) * 8, 0)
    return indicator_table("resources", "教学资源表", year, [
        ("student-teacher-ratio", 0, "", 1, "生师比", ":", ratio(n["students"], t["full_time"])),
        ("dual-rate", 0, "", 2, "双师素质专任教师比例", "%", rate(t["dual"], t["full_time"])),
        ("senior-rate", 0, "", 3, "高级专业技术职务专任教师比例", "%", rate(sum(t["titles"][:2]), t["full_time"])),
        ("major-groups", 0, "", 4, "专业群数量", "个", max(2, len(departments(school)) - 1)),
        ("majors", 0, "", "", "专业数量", "个", len(majors)),
        ("courses", 0, "", 5, "教学计划内课程总数", "门", courses),
        ("course-hours", 0, "", "", "教学计划内课程总数", "学时", courses * 68),
        ("cert-courses", 1, "", "", "教学计划内课程-课证融通课程数", "门", cert),
        ("cert-hours", 1, "", "", "教学计划内课程-课证融通课程数", "学时", cert * 54),
        ("online-courses", 1, "", "", "教学计划内课程-网络教学课程数", "门", online),
        ("online-hours", 1, "", "", "教学计划内课程-网络教学课程数", "学时", online * 36),
        *levelled("libraries", 6, "专业教学资源库数", "个", [0, 1 if school["teachers"] > 150 else 0, 1 + drift // 2]),
        *levelled("mooc", 7, "在线精品课程数", "门", mooc, [
            ("mooc-hours", 0, "", "", "在线精品课程数", "学时", sum(mooc) * 42),
            ("mooc-students", 0, "", "", "在线精品课程课均学生数", "人", per_course)]),
        *levelled("sim", 8, "虚拟仿真实训基地数", "个", [0, 1 if school["teachers"] > 170 else 0, 1]),
        ("books", 0, "overlapping", 9, "编写教材数", "本", books),
        ("books-national", 1, "", "", "其中：国家规划教材数量", "本", books // 6),
        ("books-company", 1, "", "", "校企合作编写教材数量", "本", books - 2),
        ("books-new", 1, "partial", "", "新形态教材数量", "本", books // 2),
        ("books-new-platform", 2, "", "", "接入国家智慧教育平台数量", "本", 0),
        ("bandwidth", 0, "", 10, "互联网出口带宽", "Mbps", wide),
        ("backbone", 0, "", 11, "校园网主干最大带宽", "Mbps", wide * 10),
        ("workstations", 0, "", 12, "生均校内实践教学工位数", "个/生", ratio(stations, n["students"])),
        ("equipment", 0, "", 13, "生均教学科研仪器设备值", "元/生", ratio(equipment, n["students"])),
    ], ["生师比为全日制在校生与专任教师之比", "双师素质比例与高级职务比例以全部专任教师为基数"])


def service(school, n):
    year, went, dice = n["year"], n["went"], chance(school["id"], "service", n["year"])
    west = round(went["elsewhere"] * 0.12)
    small, large, _ = apportion(n["working"], [58, 36, 6])
    income = money(school["teachers"] * dice.uniform(0.09, 0.16))
    ip, hours = 3 + school["teachers"] // 25 + year - 2021, n["trainings"] * 42
    return indicator_table("service", "服务贡献表", year, [
        ("employed", 0, "overlapping", 1, "毕业生就业人数", "人", n["working"]),
        ("a", 1, "", "", "其中：A类：留在当地就业", "人", went["local"]),
        ("b", 1, "", "", "B类：到西部和东北地区就业", "人", west if west >= 6 else 0),
        ("c", 1, "", "", "C类：到中小微企业等基层就业", "人", small),
        ("d", 1, "", "", "D类：到大型企业就业", "人", large),
        ("contract-income", 0, "", 2, "横向技术服务到款额", "万元", income),
        ("contract-benefit", 0, "", "", "横向技术服务产生的经济效益", "万元", round(income * dice.randint(9, 16))),
        ("research", 0, "", 3, "纵向科研经费到款额", "万元", money(2 + school["teachers"] / 40)),
        ("ip-income", 0, "", 4, "技术产权交易收入", "万元", 0),
        ("ip", 0, "partial", 5, "知识产权项目数", "项", ip),
        ("patents", 1, "partial", "", "其中：专利授权数量", "项", ip // 3),
        ("inventions", 2, "", "", "发明专利授权数量", "项", ip // 9),
        ("transfers", 1, "", "", "专利转让数量", "项", 0),
        ("transfer-income", 1, "", "", "专利成果转化到款额", "万元", 0),
        ("trainings", 0, "", 6, "非学历培训项目数", "项", n["trainings"]),
        ("training-hours", 0, "", "", "非学历培训学时", "学时", hours),
        ("public-hours", 0, "", "", "公益项目培训学时", "学时", hours // 7),
        ("training-income", 0, "", 7, "非学历培训到账经费", "万元", money(n["training"] * dice.uniform(0.035, 0.05))),
    ], ["毕业生就业人数不含应征入伍；A、B类按地域分，C、D类按单位规模分，两种分法互有重叠"])


def international(school, n):
    shared = 1 if school["id"] == "tech" else 0
    days = {"tech": 24, "second": 8, "health": 6}.get(school["id"], 0)
    return indicator_table("international", "国际影响表", n["year"], [
        ("foreign-majors", 0, "", 1, "接收国外留学生专业数", "个", 0),
        ("foreign-students", 0, "", "", "接收国外留学生人数", "人", 0),
        ("foreign-teachers", 0, "", "", "接收国外访学教师人数", "人", 0),
        ("standards", 0, "exclusive", 2, "开发并被国外采用的职业教育标准数量", "个", shared),
        ("major-standards", 1, "", "", "其中：专业标准", "个", shared),
        ("course-standards", 1, "", "", "课程标准", "个", 0),
        ("foreign-resources", 0, "", "", "开发并被国外采用的职业教育资源数量", "个", 1 if days == 8 else 0),
        ("foreign-equipment", 0, "", "", "开发并被国外采用的职业教育装备数量", "个", 0),
        ("overseas-schools", 0, "", 3, "在国外开办学校数", "所", "-"),
        ("overseas-majors", 1, "", "", "其中：专业数量", "个", "-"),
        ("overseas-students", 1, "", "", "在校生数", "人", "-"),
        ("joint-majors", 0, "", 4, "中外合作办学专业数", "个", 0),
        ("joint-students", 1, "", "", "其中：在校生数", "人", 0),
        ("abroad-days", 0, "", 5, "专任教师赴国外指导和开展培训时间", "人日", days + n["year"] - 2021 if days else 0),
        ("abroad-posts", 0, "", 6, "在国外组织担任职务的专任教师数", "人", 0),
        ("abroad-awards", 0, "", 7, "国外技能大赛获奖数量", "项", shared if n["year"] == 2025 else 0),
    ], ["“-”表示不适用"])


def policy(school, n):
    year, t, dice = n["year"], n["teachers"], chance(school["id"], "policy", n["year"])
    tested = n["students"] - round(n["students"] * dice.uniform(0.01, 0.03))
    passed = round(tested * (0.925 + 0.006 * (year - 2021) + dice.uniform(-0.004, 0.004)))
    public, mentors = school["funds"] > 0, school["teachers"] // 9 + 4 + year - 2021
    hours = mentors * dice.randint(14, 22)
    insurance = money(n["students"] * 0.0021)
    return indicator_table("policy", "落实政策表", year, [
        ("students", 0, "", 1, "全日制在校生人数", "人", n["students"]),
        ("per-student-funds", 0, "", 2, "年生均财政拨款水平", "元", growing(school["funds"], 0.025, year, school["id"], "funds") if public else "-"),
        ("special-funds", 0, "", 3, "年财政专项拨款", "万元", money(school["teachers"] * dice.uniform(1.6, 2.6) * (1 if public else 0.35))),
        ("posts", 0, "", 4, "教职员工额定编制数", "人", t["staff"] + dice.randint(3, 16) if public else "-"),
        ("staff", 0, "overlapping", "", "教职工总数", "人", t["staff"]),
        ("full-time-teachers", 1, "", "", "其中：专任教师总数", "人", t["full_time"]),
        ("politics-teachers", 1, "", "", "思政课教师数", "人", n["students"] // 290 + 1),
        ("pe-teachers", 1, "", "", "体育课专任教师数", "人", n["students"] // 330 + 1),
        ("arts-teachers", 1, "", "", "美育课专任教师数", "人", n["students"] // 480 + 1),
        ("counsellors", 1, "", "", "辅导员人数", "人", "-"),
        ("class-teachers", 1, "", "", "班主任人数", "人", -(-n["students"] // 46)),
        ("fitness", 0, "", 5, "参加国家学生体质健康标准测试人数", "人", tested),
        ("fitness-rate", 1, "", "", "其中：学生体质测评合格率", "%", rate(passed, tested)),
        ("certificates", 0, "", 6, "职业技能等级证书（含职业资格证书）获取人数", "人", n["certificates"]),
        ("donated", 0, "", 7, "企业提供的校内实践教学设备值", "万元", growing(school["teachers"] * 3.4, 0.06, year, school["id"], "donated")),
        ("open-centres", 0, "", 8, "与企业共建开放型区域产教融合实践中心", "个", 1 + school["teachers"] // 170),
        ("mentors", 0, "partial", 9, "聘请行业导师人数", "人", mentors),
        ("craftsmen", 1, "", "", "其中：聘请大国工匠、劳动模范人数", "人", max(2, mentors // 7)),
        ("mentor-hours", 1, "", "", "行业导师年课时总量", "课时", hours),
        ("mentor-pay", 1, "", "", "年支付行业导师课酬", "万元", money(hours * 0.016)),
        ("internship-funds", 0, "", 10, "年实习专项经费", "万元", money(insurance * 3 + dice.randint(2, 9))),
        ("insurance", 1, "", "", "其中：年实习责任保险经费", "万元", insurance),
    ], ["“-”表示不适用", "教职工总数之下各项互有重叠，不能相加"])


def majors(school, n):
    header = ["@id", "专业代码", "专业名称", "专业大类", "专业类", "系部", "学制", "专业特色", "在校生人数（人）", "招生数（人）"]
    rows = [(m["code"], m["code"], m["name"], m["category"], m["class"], m["department"], "三年", m["feature"],
             sum(s["grades"]), s["grades"][0]) for s in n["majors"] for m in [s["major"]]]
    return Table("majors", "专业设置一览表", header, rows, [], {"专业代码": {"type": "text"}, "专业名称": {"type": "text", "role": "label"}})


def students_by_major(school, n):
    header = ["@id", "@role", "@breakdown", "专业名称", "一年级（人）", "二年级（人）", "三年级（人）", "合计（人）"]
    rows = [(s["major"]["code"], "", "", s["major"]["name"], *s["grades"], sum(s["grades"])) for s in n["majors"]]
    return Table("students-by-major", "各专业在校学生数", header, rows + [("total", "total", "exclusive", "合计", *n["by_grade"], n["students"])],
                 ["新设专业的高年级以0表示尚无学生"])


def partners(school, n):
    """Enterprises that students of the year work with: a share of the second and third grades of the majors named."""
    of = {s["major"]["code"]: s for s in n["majors"] if s["grades"][1]}
    rows = []
    for at, one in enumerate(school["enterprises"], 1):
        taught = [of[code] for code in one["majors"] if code in of]
        if one["since"] <= n["year"] and taught:
            students = round(sum(sum(s["grades"][1:]) for s in taught) * one["share"])
            rows.append((f"e{at}", one["name"], "、".join(s["major"]["name"] for s in taught), "、".join(one["forms"]), one["since"], students))
    return Table("partners", "主要合作企业一览表", ["@id", "企业名称", "合作专业", "合作形式", "合作起始年", "合作学生人数（人）"], rows,
                 ["合作学生人数为二、三年级学生，同一名学生可以参加几家企业的项目", "企业均为虚构"],
                 {"企业名称": {"type": "text", "role": "label"}, "合作起始年": {"type": "text"}})


def training_programmes(school, n):
    """What the training of the year was about; adds up to its programmes and its participants."""
    weights = [t["weight"] for t in school["trainings"]]
    rows = [(f"t{at}", "", "", t["name"], t["whom"], programmes, people) for at, (t, programmes, people) in
            enumerate(zip(school["trainings"], apportion(n["trainings"], weights), apportion(n["training"], weights)), 1)]
    rows.append(("total", "total", "exclusive", "合计", "-", n["trainings"], n["training"]))
    return Table("training-programmes", "社会培训项目一览表",
                 ["@id", "@role", "@breakdown", "培训项目", "面向对象", "项目数（项）", "培训人次（人次）"], rows, [],
                 {"培训项目": {"type": "text", "role": "label"}, "面向对象": {"type": "text"}})


def skill_assessments(school, n):
    """Trades in which the school assesses employees and others who are not its students; none before it is allowed to."""
    rows = [(f"a{at}", "", "", a["trade"], a["level"], growing(a["people"], 0.06, n["year"], school["id"], "assessed", a["trade"]))
            for at, a in enumerate(school["assessments"], 1) if a["since"] <= n["year"]]
    if not rows:
        return []
    rows.append(("total", "total", "exclusive", "合计", "-", sum(r[-1] for r in rows)))
    return [Table("skill-assessments", "职业技能等级认定一览表", ["@id", "@role", "@breakdown", "工种", "等级", "认定人数（人）"], rows,
                  ["对象为企业职工和社会人员，不含在校生", f"报名电话{school['phone']}"],
                  {"工种": {"type": "text", "role": "label"}, "等级": {"type": "text"}})]


def staff_tables(school, n):
    t = n["teachers"]
    ages = [(f"age-{i}", "", "", label, count - women, women, count)
            for i, (label, count, women) in enumerate(zip(AGES, t["ages"], t["women"]), 1)]
    ages.append(("total", "total", "exclusive", "合计", t["full_time"] - sum(t["women"]), sum(t["women"]), t["full_time"]))
    titles = [(f"title-{i}", "", "", label, count) for i, (label, count) in enumerate(zip(TITLES, t["titles"]), 1)]
    titles.append(("total", "total", "exclusive", "合计", t["full_time"]))
    names = departments(school) + [school["general"]]
    parts = [(f"d{i}", "", "", name, count, dual)
             for i, (name, count, dual) in enumerate(zip(names, t["departments"], t["dual_departments"]), 1)]
    parts.append(("total", "total", "exclusive", "合计", t["full_time"], t["dual"]))
    lead = ["@id", "@role", "@breakdown"]
    return [Table("staff-age", "专任教师年龄结构", lead + ["年龄段", "男（人）", "女（人）", "合计（人）"], ages, [], {"年龄段": {"type": "text", "role": "label"}}),
            Table("staff-title", "专任教师职称结构", lead + ["职称", "人数（人）"], titles),
            Table("staff-department", "各系部专任教师", lead + ["系部", "专任教师（人）", "双师型教师（人）"], parts,
                  ["双师型教师均为专业课教师，公共基础课教师不参加认定"])]


def destination_table(school, n):
    went, g = n["went"], n["graduates"]
    rows = [("graduates", 0, "exclusive", "毕业生人数", g), ("further", 1, "exclusive", "升学", n["further"]),
            ("bachelor", 2, "", "升学本科", went["bachelor"]), ("associate", 2, "", "升学专科", went["associate"]),
            ("employed", 1, "exclusive", "直接就业", n["employed"]), ("local", 2, "", "本地就业", went["local"]),
            ("elsewhere", 2, "", "外地就业", went["elsewhere"]), ("startup", 2, "", "自主创业", went["startup"]),
            ("army", 2, "", "应征入伍", went["army"]), ("unplaced", 1, "", "未落实", went["unplaced"])]
    header = ["@id", "@level", "@breakdown", "去向", "人数（人）", "占毕业生比例（%）"]
    return Table("destinations", "毕业生去向", header, [(*row, rate(row[-1], g)) for row in rows],
                 ["比例以毕业生人数为基数，四舍五入，各项相加可能与100略有出入"])


def trend(school, year):
    years = [school_year(school, y) for y in (year - 2, year - 1, year)]
    rows = [("enrolled", "招生数", "人", "enrolled"), ("students", "在校生数", "人", "students"), ("graduates", "毕业生人数", "人", "graduates"),
            ("placed", "毕业去向落实人数", "人", "placed"), ("further", "升学人数", "人", "further"),
            ("placement-rate", "毕业去向落实率", "%", lambda n: rate(n["placed"], n["graduates"])),
            ("full-time-teachers", "专任教师数", "人", lambda n: n["teachers"]["full_time"]),
            ("dual-teachers", "双师型教师数", "人", lambda n: n["teachers"]["dual"]),
            ("certificates", "职业技能等级证书获取人数", "人", "certificates"), ("training", "非学历培训", "人次", "training"),
            ("awards", "省级以上技能竞赛获奖", "项", "awards")]
    cells = [(id, label, unit, *(of(n) if callable(of) else n[of] for n in years)) for id, label, unit, of in rows]
    return Table("trend", "近三年主要指标", ["@id", "指标", "单位", *(f"{n['year']}年" for n in years)], cells,
                 ["各年为当年6月结束的学年"], {"指标": {"type": "text", "role": "label"}, "单位": {"type": "text", "role": "unit"}})


def report_tables(school, n):
    """All data files of one report, by id."""
    found = [make(school, n) for make in (scorecard, satisfaction, resources, service, international, policy, majors,
                                          students_by_major, destination_table,
                                          partners, training_programmes)]
    found += [*skill_assessments(school, n), *staff_tables(school, n), trend(school, n["year"])]
    return {table.id: table for table in found}
