#include <catch2/catch.hpp>

#include "printed_table.h"
#include "source/table_reader.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;

namespace {

/// The table printed, and what was reported, if anything.
std::string read(const std::string& csv, const std::string& sidecar = "") {
  DiagnosticSink sink;
  const auto table = read_csv_table(csv, "data/a.csv", sidecar, "data/a.toml", sink);
  return (table ? tests::printed(*table) : "none\n") + reported(sink);
}

}  // namespace

TEST_CASE("Columns are known by their words and cells") {
  CHECK(read("专业,代码,人数（人）,比例(%),2023年\n数控,660102,56,30.1,-\n机电,660301,约40,21.5,\n") ==
        "专业:label | 代码:text | 人数（人）:number(人) | 比例(%):number(%) | 2023年:number@2023\n"
        "数控: 数控 660102# 56# 30.1# -\n"
        "机电: 机电 660301# 约40 21.5# \n");
  CHECK(read("序号,指标,单位,2022,2023\n1,毕业生人数,人,1480,1533\n") ==
        "序号:text | 指标:label | 单位:unit | 2022:number@2022 | 2023:number@2023\n毕业生人数: 1# 毕业生人数 "
        "人 1480# 1533#\n");
  CHECK(read("年度,招生数,备注\n2022,600,\n2023,640,新增专业\n") ==
        "年度:label | 招生数:number | 备注:text\n2022: 2022# 600# \n2023: 2023# 640# 新增专业\n");
}

TEST_CASE("Brackets that hold no unit and digits that are no year are left alone") {
  CHECK(read("班级,人数（男）,人数（女）,编号20231,2023年9月至2024年7月在校生数\n一,20,30,1,5\n")
            .starts_with("班级:label | 人数（男）:number | 人数（女）:number | 编号20231:number | "
                         "2023年9月至2024年7月在校生数:number\n"));
}

TEST_CASE("A column with few numbers is text") {
  CHECK(read("项目,结果\n甲,第1名\n乙,3\n丙,优秀\n丁,良好\n").starts_with("项目:label | 结果:text\n"));
}

TEST_CASE("Steering columns steer and are not printed") {
  DiagnosticSink sink;
  const auto table = read_csv_table(
      "@id,指标,@level,@role,@breakdown,@note,人数\nall,毕业生,,,exclusive,含往届,30\nup,升学,1,,,,10\njob,"
      "就业,1,,,,20\n,合计,,total,overlapping,,30\n",
      "data/a.csv", "", "", sink);
  REQUIRE(table);
  CHECK(reported(sink) == "");
  const auto& rows = table->bands[0].rows;
  CHECK(tests::printed(*table) ==
        "指标:label | 人数:number\n毕业生: 毕业生 30#\n>升学: 升学 10#\n>就业: 就业 20#\n合计: 合计 30#\n");
  CHECK(rows[0].id == "all");
  CHECK(rows[0].note == "含往届");
  CHECK(rows[0].breakdown == model::Breakdown::exclusive);
  CHECK(rows[3].role == model::RowRole::total);
  CHECK(rows[3].breakdown == model::Breakdown::overlapping);
  CHECK(rows[1].line == 3);
  CHECK(rows[1].cells[1].column == 12);
}

TEST_CASE("A line break inside a cell makes a list") {
  DiagnosticSink sink;
  const auto table = read_csv_table("企业,专业\n甲,\"数控\n 机电 \n\n焊接\"\n", "data/a.csv", "", "", sink);
  REQUIRE(table);
  CHECK(table->bands[0].rows[0].cells[1].items == std::vector<std::string>{"数控", "机电", "焊接"});
}

TEST_CASE("Empty columns and lines of spreadsheet programs are dropped") {
  CHECK(read("甲,乙,,\n1,2,,\n,,,\n") == "甲:number | 乙:number\n: 1# 2#\n");
  CHECK(read("甲,乙,\n1,2,x\n") == "甲:number | 乙:number | :label\nx: 1# 2# x\n");
}

TEST_CASE("Slips of the keyboard in number columns are reported, words are not") {
  const auto [cell, bad] = GENERATE(table<std::string, bool>({
      {"15x3", true},   {"1O2", true},       {"10O", true},         {"12.3.4", true},  {"\"1,53\"", true},
      {"1 533", true},  {"12.", true},       {"95..8%", true},      {"1533人", false}, {"14.27:1", false},
      {"4G", false},    {"1000Mbps", false}, {"2022-12-17", false}, {"3+2", false},    {"5/8", false},
      {"40—49", false}, {"见注1", false},    {"#保密", false},      {"三", false},     {"+2.1%", false},
      {"100+", false},
  }));
  CAPTURE(cell);
  CHECK(read("项目,人数\n甲,5\n乙,6\n丙," + cell + "\n").ends_with(bad ? "N501 data/a.csv:4:3" : "\n"));
}

TEST_CASE("The sidecar adds titles, notes, units, and what a column is") {
  DiagnosticSink sink;
  const auto table = read_csv_table("群体,满意度,目标学生人数,代码\n在校生,95.80,1000,01\n", "data/a.csv",
                                    "title = \"满意度\"\nunit = \"%\"\nnotes = [\"注一\"]\nsource = "
                                    "\"表2\"\ninstitution = { name = \"某校\", code = \"00712\" }\n"
                                    "[columns.\"目标学生人数\"]\nrole = \"sample\"\nunit = "
                                    "\"人\"\n[columns.\"代码\"]\ntype = \"text\"\ntitle = \"学校代码\"\n",
                                    "data/a.toml", sink);
  REQUIRE(table);
  CHECK(reported(sink) == "");
  CHECK(table->title == "满意度");
  CHECK(table->notes == std::vector<std::string>{"注一"});
  CHECK(table->institution_code == "00712");
  CHECK(tests::printed(*table) ==
        "群体:label | 满意度:number | 目标学生人数:sample(人) | 学校代码:text\n在校生: 在校生 95.80# 1000# "
        "01#\n");
}

TEST_CASE("A column may be named the label of the rows") {
  CHECK(read("类型,学校,人数\n公办,甲校,5\n", "[columns.\"学校\"]\nrole = \"label\"\n")
            .starts_with("类型:text | 学校:label | 人数:number\n甲校: "));
}

TEST_CASE("A stated number column holds numbers only") {
  CHECK(
      read("项目,人数\n甲,无\n", "[columns.\"人数\"]\ntype = \"number\"\n").ends_with("N501 data/a.csv:2:3"));
  CHECK(read("项目,人数\n甲,5\n乙,1O2\n", "[columns.\"人数\"]\ntype = \"text\"\n").ends_with("乙: 乙 1O2\n"));
}

TEST_CASE("What is wrong with a table is reported where it stands") {
  const auto [csv, sidecar, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"", "", "N105 data/a.csv:1"},
      {"\n \n", "", "N105 data/a.csv:1"},
      {",,,\n\"\",,,\n", "", "N105 data/a.csv:1"},
      {"甲,乙,甲\n1,2,3\n", "", "N205 data/a.csv:1:5"},
      {"@ids,甲\nx,1\n", "", "N206 data/a.csv:1:1"},
      {"@id,甲\nx,1\nx,2\n", "", "N205 data/a.csv:3"},
      {"@level,甲\n4,1\n", "", "N203 data/a.csv:2:1"},
      {"@role,甲\ntotals,1\n", "", "N203 data/a.csv:2:1"},
      {"@breakdown,甲\nexclusiv,1\n", "", "N203 data/a.csv:2:1"},
      {"甲,乙\n1,2\n", "titel = \"x\"\n", "N204 data/a.toml:1:1"},
      {"甲,乙\n1,2\n", "[columns.\"丙\"]\nunit = \"人\"\n", "N207 data/a.toml:1:1"},
      {"甲,乙\n1,2\n", "[columns.\"甲\"]\nrole = \"numbers\"\n", "N203 data/a.toml:2:8"},
      {"甲,乙\n1,2\n", "title = x\n", "N101 data/a.toml:1:9"},
  }));
  CAPTURE(csv, sidecar);
  const std::string result = read(csv, sidecar);
  CHECK(result.substr(result.rfind('\n') + 1) == expected);
}

TEST_CASE("A table of a header alone is a table without rows") {
  CHECK(read("甲,乙\n") == "甲:label | 乙:text\n");
}
