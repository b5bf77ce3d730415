#include "model/labels.h"

#include <catch2/catch.hpp>

#include "sample_report.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

/// A report of the given chapters.
Report report_of(std::vector<std::string> chapters, Numbering with = numbering()) {
  Report report;
  report.settings.numbering = std::move(with);
  report.parts.push_back(part(PartKind::chapters));
  for (std::size_t i = 0; i < chapters.size(); ++i)
    report.chapters.push_back(narrative("c" + std::to_string(i + 1), chapters[i]));
  return report;
}

ReportLabels label(const Report& report) {
  DiagnosticSink sink;
  auto labels = label_report(report, sink);
  CHECK(in_chinese(sink) == "");
  return labels;
}

constexpr auto four_levels = "## a\n### b\n#### c\n#### d\n### e\n## f\n### g\n";

}  // namespace

TEST_CASE("Headings are numbered in Chinese") {
  const Report report = report_of({four_levels, four_levels});
  const auto labels = label(report);
  CHECK(labels.chapters[0].number == "一、");
  CHECK(labels.chapters[1].number == "二、");
  CHECK(labels.chapters[1].name == "第二章");
  CHECK(numbers(labels.chapters[1]) ==
        "（一） #s-1 | 1. #s-1-1 | （1） #s-1-1-1 | （2） #s-1-1-2 | 2. #s-1-2 | （二） #s-2 | 1. #s-2-1");
}

TEST_CASE("Headings are numbered in decimals") {
  const auto labels = label(report_of({four_levels, four_levels}, numbering(HeadingStyle::decimal)));
  CHECK(labels.chapters[1].number == "2");
  CHECK(labels.chapters[1].name == "第 2 章");
  CHECK(numbers(labels.chapters[1]) ==
        "2.1 #s-1 | 2.1.1 #s-1-1 | 2.1.1.1 #s-1-1-1 | 2.1.1.2 #s-1-1-2 | 2.1.2 #s-1-2 | 2.2 #s-2 | 2.2.1 "
        "#s-2-1");
}

TEST_CASE("Without a numbering style only anchors are given") {
  const auto labels = label(report_of({"## a\n### b\n"}, numbering(HeadingStyle::none)));
  CHECK(labels.chapters[0].number.empty());
  CHECK(numbers(labels.chapters[0]) == " #s-1 |  #s-1-1");
}

TEST_CASE("Headings can be left out of the count, take a printed number, and name themselves") {
  const auto labels =
      label(report_of({"## a\n## b {.unnumbered}\n## c {number=5}\n## d {#party}\n## e {.unnumbered}\n"}));
  CHECK(numbers(labels.chapters[0]) == "（一） #s-1 |  #u-1 | （五） #s-5 | （六） #party |  #u-2");
  CHECK(labels.find("party")->label == "一（六）");
  CHECK(labels.find("party")->number == "（六）");
}

TEST_CASE("Anchors stay unique where printed numbers repeat or an id looks like one") {
  const auto labels =
      label(report_of({"## a {number=1}\n## b {number=1}\n## c {#s-3}\n## d\n" + fence("chart", "s-4")}));
  CHECK(numbers(labels.chapters[0]) == "（一） #s-1 | （一） #s-1-more | （二） #s-3 | （三） #s-3-more");
}

TEST_CASE("Figures, tables and charts have counters of their own, anew in each chapter") {
  const std::string blocks =
      fence("figure", "f") + fence("table", "t") + fence("table", "u") + fence("chart", "a");
  std::string other = blocks;
  for (const char c : {'f', 't', 'u', 'a'})
    other.replace(other.find("\n" + std::string(1, c) + "\n"), 3, "\n" + std::string(1, c) + "2\n");
  const auto labels = label(report_of({blocks, other}));
  CHECK(printed(labels) ==
        "c1 第一章; f 图 1-1; t 表 1-1; u 表 1-2; a 分析图 1-1; c2 第二章; f2 图 2-1; t2 表 2-1; u2 表 2-2; "
        "a2 分析图 2-1");
}

TEST_CASE("Counters can run through the report, share one count, and show more digits") {
  Numbering with = numbering();
  with.counters[Counted::table].scope = Scope::report;
  with.counters[Counted::chart].with = Counted::diagram;  // and diagrams with figures
  with.counters[Counted::figure].digits = 2;
  const auto labels = label(
      report_of({fence("table", "t") + fence("figure", "f"),
                 fence("table", "u") + fence("chart", "a") + fence("diagram", "d") + fence("figure", "g")},
                with));
  CHECK(printed(labels) ==
        "c1 第一章; t 表 1; f 图 1-01; c2 第二章; u 表 2; a 图 2-01; d 图 2-02; g 图 2-03");
}

TEST_CASE("A circle of counters that count with each other ends") {
  Numbering with = numbering();
  with.counters[Counted::figure].with = Counted::diagram;
  CHECK(printed(label(report_of({fence("figure", "f") + fence("diagram", "d")}, with)))
            .starts_with("c1 第一章; f 图 1-"));
}

TEST_CASE("A printed number moves the count on") {
  const auto labels = label(report_of({fence("table", "a") + fence("table", "b 2-9") + fence("table", "c") +
                                       fence("table", "d 10") + fence("table", "e 案例")}));
  CHECK(printed(labels) == "c1 第一章; a 表 1-1; b 表 1-9; c 表 1-10; d 表 1-10; e 表 1-11");
}

TEST_CASE("Documents that say so are counted with the figures") {
  const auto labels = label(report_of(
      {fence("figure", "a") + fence("document", "b") + fence("document", "c 7") + fence("figure", "d")}));
  CHECK(printed(labels) == "c1 第一章; a 图 1-1; b 图 1-2; c 图 1-7; d 图 1-8");
}

TEST_CASE("A printed number that goes backwards is reported") {
  DiagnosticSink sink;
  label_report(report_of({fence("table", "a 5") + fence("table", "b 3")}), sink);
  CHECK(reported(sink) == "N310 c1.md:5:1");
}

TEST_CASE("Cases are numbered where they are anchored, and what they hold counts in that chapter") {
  Report report = report_of(
      {fence("table", "t1") + fence("case", "second") + fence("table", "t2"), fence("case", "first")});
  report.cases.push_back(narrative("first", "## 背景\n" + fence("table", "in-first")));
  report.cases.push_back(
      narrative("second", "## 背景\n" + fence("table", "in-second") + fence("diagram", "d")));
  const auto labels = label(report);
  CHECK(printed(labels) ==
        "c1 第一章; t1 表 1-1; second 案例 01; in-second 表 1-2; d 图 1-1; t2 表 1-3; c2 第二章; first 案例 "
        "02; in-first 表 2-1");
  CHECK(labels.chapters[0].blocks == std::vector<std::string>{"表 1-1", "案例 01", "表 1-3"});
  CHECK(labels.case_order == std::vector<std::size_t>{1, 0});
  CHECK(labels.case_anchors[1] == Standing{Standing::In::chapter, 0});
  CHECK(numbers(labels.cases[0]) == " #s-1");  // headings inside a case are not numbered
}

TEST_CASE("A part of cases numbers what no chapter has anchored") {
  Report report = report_of({fence("case", "b")});
  report.parts.push_back(part(PartKind::cases));
  report.cases.push_back(narrative("a", ""));
  report.cases.push_back(narrative("b", ""));
  CHECK(printed(label(report)) == "c1 第一章; b 案例 01; a 案例 02");
}

TEST_CASE("Cases that are printed before the chapters may be told of in a chapter") {
  Report report = report_of({fence("case", "b")});
  report.parts.insert(report.parts.begin(), part(PartKind::cases));
  report.cases.push_back(narrative("a", ""));
  report.cases.push_back(narrative("b", ""));
  const auto labels = label(report);
  CHECK(printed(labels) == "a 案例 01; b 案例 02; c1 第一章");
  CHECK(labels.chapters[0].blocks[0] == "案例 02");
  CHECK(labels.case_anchors[1] == Standing{Standing::In::chapter, 0});
}

TEST_CASE("A case that stands nowhere, twice, or in itself is reported and numbered once") {
  Report report = report_of({fence("case", "a") + fence("case", "a")});
  report.cases.push_back(narrative("a", ""));
  report.cases.push_back(narrative("lost", fence("case", "lost") + fence("case", "inner")));
  report.cases.push_back(narrative("inner", fence("case", "lost")));
  DiagnosticSink sink;
  const auto labels = label_report(report, sink);
  CHECK(reported(sink) == "N311 c1.md:5:1; N311 inner.md:1:1; N306 lost.md:1:1; N311 lost.md:1:1");
  CHECK(printed(labels) == "c1 第一章; a 案例 01; lost 案例 02; inner 案例 03");
}

TEST_CASE("An appended article begins anew and leaves the report's counters alone") {
  Report report = report_of({fence("figure", "f")});
  Part article = part(PartKind::article);
  article.title = "附文";
  article.text =
      narrative("article", "## 一节\n### 小节\n#### 三级\n" + fence("figure", "g") + fence("figure", "h"));
  report.parts.push_back(std::move(article));
  Part after = part(PartKind::contacts);
  after.text = narrative("contacts", fence("table", "k"));
  report.parts.push_back(std::move(after));
  const auto labels = label(report);
  CHECK(printed(labels) == "c1 第一章; f 图 1-1; article 附文; g 图 1; h 图 2; k 表 1");
  CHECK(numbers(labels.parts[1]) == "一、 #s-1 | （一） #s-1-1 | 1. #s-1-1-1");
}

TEST_CASE("Appendix tables may have gaps in their printed numbers") {
  Report report = report_of({fence("table", "t")});
  Part appendix = part(PartKind::appendix);
  appendix.tables = {"scorecard", "resources", "service", "policy"};
  appendix.numbers = {1, 3};
  report.parts.push_back(std::move(appendix));
  report.tables.push_back({"scorecard", "计分卡", "", "", "", {}, {}, "", {}});
  const auto labels = label(report);
  CHECK(printed(labels) ==
        "c1 第一章; t 表 1-1; scorecard 附表 1; resources 附表 3; service 附表 4; policy 附表 5");
  CHECK(labels.find("scorecard")->title == "计分卡");
}

TEST_CASE(
    "An appendix table may be called like a chapter, and the chapter goes first; not like a printed table") {
  Report report = report_of({fence("table", "same") + fence("chart", "service")});
  Part appendix = part(PartKind::appendix);
  appendix.tables = {"c1", "service", "same", "twice", "twice", ""};
  report.parts.push_back(std::move(appendix));
  DiagnosticSink sink;
  const auto labels = label_report(report, sink);
  CHECK(labels.find("c1")->kind == TargetKind::chapter);
  CHECK(labels.find("service")->kind == TargetKind::chart);
  CHECK(labels.find("twice")->kind == TargetKind::appendix_table);
  CHECK(in_english(sink) ==
        "report.toml:5:1: error N305: the id same stands twice (first in c1.md:1)\n"
        "    hint: give it an id that is unique in the report\n"
        "report.toml:5:1: error N305: the id twice stands twice (first in report.toml:5)\n"
        "    hint: give it an id that is unique in the report\n");
}

TEST_CASE("An id that stands twice is reported with both places") {
  DiagnosticSink sink;
  const auto labels =
      label_report(report_of({fence("table", "x"), "## a {#x}\n" + fence("chart", "c1")}), sink);
  CHECK(reported(sink) == "N305 c2.md:1:1; N305 c2.md:2:1");
  CHECK(labels.find("x")->kind == TargetKind::table);
  CHECK(labels.find("") == nullptr);
  CHECK(labels.find("y") == nullptr);
}

TEST_CASE("Chinese numerals") {
  const auto [number, numeral] = GENERATE(table<int, std::string>({{1, "一"},
                                                                   {9, "九"},
                                                                   {10, "十"},
                                                                   {11, "十一"},
                                                                   {12, "十二"},
                                                                   {20, "二十"},
                                                                   {21, "二十一"},
                                                                   {99, "九十九"},
                                                                   {100, "100"},
                                                                   {0, "〇"}}));
  CHECK(chinese_numeral(number) == numeral);
}
