#include "cli/new_project.h"

#include <array>

namespace nianbao::cli {
namespace {

constexpr std::string_view site = R"toml(# 门户的设置。“#”后面是说明，不会出现在网站上。

title = "我校职业教育质量年报"          # 网站名称，必填
description = "学校历年的质量报告：指标、专业、师资与典型案例，全文可以搜索。"
lang = "zh-CN"                          # 界面语言：zh-CN 或 en
publisher = "某某职业学校"
# base_url = "https://example.org/nianbao/"   # 网站将来的网址；填写后会生成网站地图和订阅
)toml";

constexpr std::string_view ignored_by_git = R"(/public/
)";

constexpr std::string_view school =
    R"toml(# 一个文件夹就是一所学校，文件夹名（my-school）就是它的网址：只用小写拉丁字母、数字和“-”。
# 再加一所学校：在 content/ 里另建一个文件夹，写一个同样的 school.toml。

name = "某某职业学校"                    # 学校全称，必填
short_name = "某某职校"
type = "公办职业中专"
founded = 1985
description = "面向装备制造与现代商贸，为本地企业培养技术技能人才。"

# 下面这句话会显示在每一页的顶部。换成本校的真实数据以后，请删去这一行。
notice = "示例数据，请换成本校的内容"

[contact]
address = "某某市学府路1号"
phones = [{ label = "学校办公室", number = "0000-1234567" }]
)toml";

constexpr std::string_view report =
    R"toml(# 一份报告就是学校文件夹里的一个子文件夹，一般以年份命名。明年的报告：复制这个文件夹，改成 2027。

title = "某某职业学校职业教育质量报告"
year = 2026                             # 报告年度，必填
edition = "2026年度"                    # 封面上的写法
issued = "2026年12月"
summary = "学校2026年在校学生960人，毕业生320人，去向落实率96.88%。"
majors = "majors"                       # 专业目录是哪个数据文件：data/majors.csv

# 编号由程序来编，正文里不要手写“第一章”“表1-1”。
[numbering]
headings = "chinese"                    # chinese：一、（一）1.    decimal：1  1.1  1.1.1    none：不编号
table = { label = "表", scope = "chapter" }      # chapter：每章重新编号（表2-1）；report：全文连续编号（表1）
chart = { label = "图", scope = "chapter" }
case = { label = "案例", scope = "report", digits = 2 }

# 报告的各个部分，按印刷的次序排列。不需要的整段删去即可。
[[parts]]
kind = "cover"

[[parts]]
kind = "preface"
title = "前言"
file = "preface.md"

[[parts]]
kind = "contents"
lists = ["contents", "cases", "tables", "charts", "appendix"]

[[parts]]
kind = "chapters"                       # 同一文件夹里的 01-….md、02-….md，按文件名的次序

[[parts]]
kind = "appendix"
title = "附表"
tables = ["scorecard"]                  # 数据文件 data/scorecard.csv

[[parts]]
kind = "contacts"
title = "联系方式"

# 关键数据显示在学校主页上，城市主页会把各校的加起来。
# value 是数据的地址：数据文件.行.列。行用 @id 或行名，列用列名或年份。
[[key_figures]]
indicator = "students"                  # 在校生数
value = "majors.total.在校生人数"
[[key_figures]]
indicator = "graduates"                 # 毕业生人数
value = "scorecard.graduates.2026"
[[key_figures]]
indicator = "placed"                    # 毕业去向落实人数
value = "scorecard.placed.2026"
[[key_figures]]
indicator = "placement_rate"            # 毕业去向落实率
value = "scorecard.placement-rate.2026"
[[key_figures]]
indicator = "full_time_teachers"        # 专任教师数
value = "staff-age.total.人数"
)toml";

constexpr std::string_view preface =
    R"md(这是一份可以直接改写的报告。它有两章、一个案例、三张数据表和一张图；每个文件里都有说明，照着改就能写成本校的年报。

数字只写一次：写在 `data/` 里，正文引用它，表格和图直接取用它。正文里的数字与数据不一致时，`nianbao check` 会指出是哪个文件的哪一行。
)md";

constexpr std::string_view overview = R"md(+++
# 两行加号之间是这一章的设置；下面才是正文。
title = "学校概况"
id = "overview"                         # 这一章的网址；不写就用文件名
summary = "在校学生960人，开设3个专业，专任教师84人。"
+++

## 基本情况 {#basics}

学校面向装备制造与现代商贸两个领域办学，现有全日制在校学生[960人](data:majors.total.在校生人数)，开设3个专业，各专业人数见[](ref:majors-table)。

```table
# 这个块把 data/majors.csv 印成一张表。id 供正文引用：[](ref:majors-table) 会印出“表1-1”并链接过来。
id = "majors-table"
title = "专业设置与在校生人数"
data = "majors"
columns = ["专业代码", "专业名称", "专业大类", "学制", "在校生人数"]   # 只印这几列；不写就是全部
```

## 师资队伍 {#teachers}

专任教师[84人](data:staff-age.total.人数)，其中31—40岁[30人](data:staff-age.age-2.人数)，人数最多。年龄结构见[](ref:age-chart)。

### 双师型教师

“双师型”教师[46人](data:scorecard.dual-teachers.2026)，比上年增加6人。学校安排专业课教师每年到企业实践不少于一个月，回校后每人开设一次公开课。

```chart
# 图也取自数据文件；合计行不会画进去。type 可以是 bar、line、pie、doughnut、radar 等。
id = "age-chart"
type = "bar"
title = "专任教师年龄结构"
data = "staff-age"
category = "年龄段"
series = ["人数"]
unit = "人"
```
)md";

constexpr std::string_view talents = R"md(+++
title = "人才培养"
id = "talents"
summary = "毕业生320人，310人落实去向；校企共建车间让学生在真实订单里学技术。"
+++

## 毕业去向 {#destinations}

2026年毕业生[320人](data:scorecard.graduates.2026)，落实去向[310人](data:scorecard.placed.2026)，落实率为[96.88%](data:scorecard.placement-rate.2026)。其中升学[186人](data:scorecard.further.2026)，直接就业[124人](data:scorecard.employed.2026)。完整的指标见[](ref:scorecard)。

## 校企合作 {#cooperation}

**把车间搬进学校。**数控专业与本地企业共建实训车间，学生按真实订单分组加工，企业师傅每周到校两天。做法见[](ref:case-01)。

```case
# 案例另写在 cases/01-workshop.md；这里放一张通向它的卡片。
id = "case-01"
```

## 问题与改进 {#problems}

```measures
[[items]]
problem = "青年教师企业经历偏少"
measures = ["每年安排15名教师到企业顶岗", "企业实践计入职称评审"]

[[items]]
problem = "部分实训设备更新不及时"
measures = ["与合作企业共享五轴加工中心", "三年内更新数控车床20台"]
```
)md";

constexpr std::string_view workshop = R"md(+++
title = "订单进课堂，车间在校园"
id = "case-01"
summary = "学生按真实订单分组加工，一年完成37批零件，合格率从81%升到97%。"
+++

## 背景

数控专业的学生过去在实训课上加工的是练习件，做完就回炉，精度和工期都没有压力。企业反映，新来的毕业生要再带半年才能独立上机。

## 做法

学校与企业共建车间：企业提供订单、图纸和检验标准，学校提供场地和设备。每六名学生为一组，轮流担任编程、加工和检验；企业师傅每周到校两天，和教师一起讲评当批零件。不合格的零件由小组写出原因，下一批改进。

## 成效

一年里学生完成37批零件，合格率从开始的81%上升到97%。参加车间学习的学生当年全部取得数控车铣加工职业技能等级证书，企业把岗前培训从六个月缩短到两个月。
)md";

constexpr std::string_view scorecard = R"(@id,@level,@breakdown,序号,指标,单位,2025年,2026年
graduates,0,,1,毕业生人数,人,300,320
placed,0,exclusive,2,毕业去向落实人数,人,288,310
further,1,,,其中：升学人数,人,165,186
employed,1,,,直接就业人数,人,123,124
placement-rate,0,,3,毕业去向落实率,%,96.00,96.88
income,0,,4,月收入,元,4180,4350
dual-teachers,0,,5,双师型教师人数,人,40,46
exchange,0,,6,接收国外留学生人数,人,-,-
)";

constexpr std::string_view scorecard_settings =
    R"toml(# scorecard.csv 的说明。CSV 文件可以用 Excel 打开和保存。
#
# “@”开头的列不会印出来：
#   @id         行的标识，供正文引用：data:scorecard.graduates.2026
#   @level      “其中”的层次：0、1、2
#   @breakdown  下一层各行与本行的关系：exclusive 相加等于本行，程序会核对；overlapping 互有重叠；partial 只列一部分
#
# 单元格：“-”是不适用，空着是未公布，0 就是零，约1700 是约数，#保密 是不公开。

title = "人才培养质量计分卡"
notes = ["“-”表示不适用"]

[columns."序号"]
type = "text"
role = "number"

[columns."指标"]
type = "text"
role = "label"

[columns."单位"]
type = "text"
role = "unit"
)toml";

constexpr std::string_view majors = R"(@id,@role,专业代码,专业名称,专业大类,专业类,学制,在校生人数（人）
660103,,660103,数控技术应用,装备制造大类,机械设计制造类,三年,320
660301,,660301,机电技术应用,装备制造大类,自动化类,三年,360
730701,,730701,电子商务,财经商贸大类,电子商务类,三年,280
total,total,,合计,,,,960
)";

constexpr std::string_view majors_settings =
    R"toml(# 专业目录。列名里的括号是单位：在校生人数（人）。@role 为 total 的一行是合计，程序会核对。

title = "专业设置一览表"

[columns."专业代码"]
type = "text"                           # 代码不是数字，不要右对齐，也不要相加

[columns."专业名称"]
type = "text"
role = "label"
)toml";

constexpr std::string_view staff_age = R"(@id,@role,年龄段,人数（人）
age-1,,30岁及以下,18
age-2,,31—40岁,30
age-3,,41—50岁,24
age-4,,51岁及以上,12
total,total,合计,84
)";

constexpr std::string_view staff_age_settings = R"toml(title = "专任教师年龄结构"

[columns."年龄段"]
type = "text"                           # “30岁及以下”以数字开头，这里说明它是文字
role = "label"
)toml";

constexpr std::array<NewFile, 14> files = {{
    {".gitignore", ignored_by_git},
    {"site.toml", site},
    {"content/my-school/school.toml", school},
    {"content/my-school/2026/report.toml", report},
    {"content/my-school/2026/preface.md", preface},
    {"content/my-school/2026/01-overview.md", overview},
    {"content/my-school/2026/02-talents.md", talents},
    {"content/my-school/2026/cases/01-workshop.md", workshop},
    {"content/my-school/2026/data/scorecard.csv", scorecard},
    {"content/my-school/2026/data/scorecard.toml", scorecard_settings},
    {"content/my-school/2026/data/majors.csv", majors},
    {"content/my-school/2026/data/majors.toml", majors_settings},
    {"content/my-school/2026/data/staff-age.csv", staff_age},
    {"content/my-school/2026/data/staff-age.toml", staff_age_settings},
}};

}  // namespace

std::span<const NewFile> new_project() { return files; }

}  // namespace nianbao::cli
