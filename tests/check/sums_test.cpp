#include <catch2/catch.hpp>

#include "check/sums_rule.h"
#include "checked.h"
#include "support/reported.h"

using namespace nianbao;

namespace {

/// The codes a table of data calls forth, with their lines: "N510:4".
std::string told(const std::string& csv) {
  DiagnosticSink sink;
  tests::check_report_of({{"01-x.md", tests::chapter("x")}, {"data/t.csv", csv}}, sink);
  std::string out;
  for (const Diagnostic& d : sink.sorted())
    out += (out.empty() ? "" : " ") + d.code + ":" + std::to_string(d.place.line);
  return out;
}

const std::string tree = "@level,@role,@breakdown,指标,单位,2023年\n";

}  // namespace

TEST_CASE("The parts of an exclusive breakdown sum to the whole") {
  // 54 projects, of them 1 national, 22 of the province, 22 of the city.
  CHECK(told(tree + ",,exclusive,课题,项,54\n1,,,国家级,项,1\n1,,,省级,项,22\n1,,,市级,项,22\n") == "N510:2");
  CHECK(told(tree + ",,exclusive,落实人数,人,1503\n1,,,就业,人,1104\n1,,,升学,人,399\n") == "");
  CHECK(told(tree + ",,exclusive,落实人数,人,1502\n1,,,就业,人,1104\n1,,,升学,人,399\n") == "N510:2");
  CHECK(told(tree + ",,exclusive,直接就业,人,659\n1,,,一产,人,-\n1,,,二产,人,400\n1,,,三产,人,259\n") == "");
}

TEST_CASE("Deeper levels belong to their own parents") {
  CHECK(told(tree + ",,exclusive,甲,人,30\n1,,exclusive,乙,人,10\n2,,,丙,人,4\n2,,,丁,人,6\n1,,,戊,人,20\n,,,"
                    "己,人,99\n") == "");
  CHECK(
      told(tree + ",,exclusive,甲,人,30\n1,,exclusive,乙,人,10\n2,,,丙,人,4\n2,,,丁,人,5\n1,,,戊,人,20\n") ==
      "N510:3");
}

TEST_CASE("What overlaps, is partial or says nothing is not summed") {
  CHECK(told(tree + ",,overlapping,就业,人,394\n1,,,A类,人,300\n1,,,B类,人,94\n1,,,大型企业,人,287\n") == "");
  CHECK(told(tree + ",,,专业课程数,门,11\n1,,,国家级,门,2\n1,,,省级,门,11\n1,,,校级,门,4\n") == "");
  CHECK(told(tree + ",,partial,体质测试,人,390\n1,,,优秀,人,11\n1,,,良好,人,102\n1,,,及格,人,264\n") == "");
}

TEST_CASE("No part is larger than its whole") {
  CHECK(told(tree + ",,overlapping,就业,人,394\n1,,,A类,人,395\n") == "N511:3");
  CHECK(told(tree + ",,partial,体质测试,人,390\n1,,,优秀,人,200\n1,,,良好,人,264\n") == "N510:2");
  CHECK(told(tree + ",,exclusive,甲,人,10\n1,,,乙,人,\n1,,,丙,人,11\n") ==
        "N510:2");  // too much even without the missing one
}

TEST_CASE("A part in another unit is no part") {
  CHECK(told(tree + ",,exclusive,在线精品课程,门,11\n1,,,国家级,门,4\n1,,,省级,门,7\n1,,,学时,学时,720\n1,,,"
                    "课均学生数,人,45.5\n") == "");
}

TEST_CASE("A cell without a number leaves the sum open") {
  for (const char* cell : {"", "约20", "#保密", "无"}) {
    CAPTURE(cell);
    CHECK(told(tree + ",,exclusive,甲,人,30\n1,,,乙,人,10\n1,,,丙,人," + cell + "\n") == "");
  }
}

TEST_CASE("A total sums the rows above it") {
  const std::string head = "@role,学校,人数,经费（万元）,去向落实率（%）,生师比,平均分\n";
  CHECK(told(head + ",甲,20,1.5,90,14.2,80\n,乙,30,2.5,96,15.1,82\ntotal,合计,50,4.0,93.6,14.7,81\n") == "");
  CHECK(told(head + ",甲,20,1.5,90,14.2,80\n,乙,30,2.5,96,15.1,82\ntotal,合计,51,4.0,93.6,14.7,81\n") ==
        "N510:4");
  CHECK(told(head + "total,合计,51,4.0,93.6,14.7,81\n,甲,20,1.5,90,14.2,80\n,乙,30,2.5,96,15.1,82\n") ==
        "N510:2");
  CHECK(told(head + "total,合计,50,4.0,93.6,14.7,81\n,甲,20,1.5,90,14.2,80\n,乙,30,2.5,96,15.1,82\n") == "");
}

TEST_CASE("Totals of groups, and the total of them all") {
  const std::string head = "@role,学校,人数\n";
  const std::string groups =
      head + "group,公办,\n,甲,20\n,乙,30\ntotal,小计,50\ngroup,民办,\n,丙,5\n,丁,6\ntotal,小计,11\n";
  CHECK(told(groups + "total,合计,61\n") == "");
  CHECK(told(groups + "total,合计,62\n") == "N510:10");
  CHECK(told(head + ",甲,20\n,乙,30\ntotal,小计,50\n,丙,5\n,丁,6\ntotal,合计,61\n") == "");
  CHECK(told(head + ",甲,20\n,乙,30\ntotal,小计,50\n,丙,5\n,丁,6\ntotal,合计,62\n") == "N510:7");
}

TEST_CASE("A total that overlaps or is said to be partial is left alone") {
  // Two classes of one course of 1060 hours.
  CHECK(told("@role,@breakdown,工种,总课时\n,,钳工,1060\n,,电工,1060\ntotal,overlapping,合计,1060\n") == "");
}

TEST_CASE("Decimals may have been rounded before they were printed") {
  const std::string head = "@role,项目,万元\n";
  CHECK(told(head + ",甲,22052.62\n,乙,1800\ntotal,合计,23853\n") == "");
  CHECK(told(head + ",甲,22052.62\n,乙,1800\ntotal,合计,23854\n") == "N510:4");
  CHECK(told(head + ",甲,2164.12\n,乙,101.24\ntotal,合计,2265.36\n") == "");
  CHECK(told(head + ",甲,2164.12\n,乙,101.24\ntotal,合计,2265.37\n") == "");
  CHECK(told(head + ",甲,2164.12\n,乙,101.24\ntotal,合计,2265.39\n") == "N510:4");
}

TEST_CASE("A column of per cent is not summed, wherever the sign stands") {
  CHECK(told("@role,年龄,人数,比例\n,35岁以下,56,30.1%\n,36岁以上,130,69.9%\ntotal,合计,186,100%\n") == "");
  CHECK(told("@role,年龄,比重\n,甲,30.1\n,乙,60.9\ntotal,合计,100\n") == "");
  CHECK(told("@role,指标,单位,2023\n,甲,%,30\n,乙,%,40\ntotal,均值,%,35\n") == "");
}

TEST_CASE("Rates are known by their words and units") {
  using check::is_rate;
  for (const char* title : {"毕业去向落实率", "双师素质专任教师比例", "生师比", "生均拨款", "平均月收入",
                            "在校生满意度", "同比增长"})
    CHECK(is_rate(title, ""));
  for (const char* title : {"毕业生人数", "经费", "专业数", "合计"}) CHECK_FALSE(is_rate(title, "人"));
  CHECK(is_rate("本科", "%"));
  CHECK(is_rate("教师", ":"));
}

TEST_CASE("The message names both figures, the column and what to do") {
  DiagnosticSink sink;
  tests::check_report_of({{"01-x.md", tests::chapter("x")},
                          {"data/t.csv", "@role,序号,学校,人数\n,1,甲,20\n,2,乙,30\ntotal,-,合计,51\n"}},
                         sink);
  CHECK(tests::in_chinese(sink) ==
        "content/a/2023/data/t.csv:4:12: 警告 N510: “合计”为 51，但以上各行之和是 50（列“人数”）\n"
        "    建议：核对原表；各项有重叠时把 @breakdown 写成 overlapping；原报告如此时加一条 note\n");
}

TEST_CASE("A long table of nothing but totals costs no more than its rows") {
  std::string csv = "@role,学校,人数\n";
  for (int i = 0; i < 20'000; ++i) csv += "total,合计,1\n";
  CHECK(told(csv) == "");
}
