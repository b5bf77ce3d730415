#include <catch2/catch.hpp>

#include "checked.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::check;

namespace {

const std::string scorecard =
    "@id,@level,指标,2022年,2023年\n"
    "graduates,,毕业生人数,1480,1533\nplaced,,毕业去向落实人数,1452,1503\nrate,,毕业去向落实率,98.11,98.04\n"
    "income,,月收入（元）,4100,约4300\nabroad,,留学生数,-,#保密\nfunds,,到账经费（万元）,101.24,2164.12\n";

/// What a chapter of this text is told, beside a scorecard; places without the report's folder.
std::string told(const std::string& text) {
  DiagnosticSink sink;
  tests::check_report_of({{"01-x.md", tests::chapter(text)}, {"data/card.csv", scorecard}}, sink);
  return tests::reported(sink);
}

Agreement agreement(std::string_view text, std::string_view datum) {
  model::Cell cell;
  cell.value = model::read_value(datum);
  return compare(text, cell);
}

}  // namespace

TEST_CASE("A bound number agrees with its datum, differs in digits, or differs") {
  using enum Agreement;
  const auto [text, datum, expected] = GENERATE(table<std::string, std::string, Agreement>({
      {"1503", "1503", same},
      {"1503人", "1503", same},
      {"1,503人", "1503", same},
      {"1503人", "1,503", same},
      {"１５０３人", "1503", same},
      {"约 1503 人", "1503", same},
      {"98.04%", "98.04", same},
      {"98.04%", "98.04%", same},
      {"98%", "98.04", different},
      {"98.0%", "98", other_digits},
      {"95.8%", "95.80", other_digits},
      {"95.80%", "95.8", other_digits},
      {"1504", "1503", different},
      {"-3.5", "-3.5", same},
      {"3.5", "-3.5", different},
      {"+2.1%", "+2.1%", same},
      {"1700余人", "1700余", same},
      {"1.02万人", "10200", same},
      {"1.02人", "10200", different},
      {"2164.12万元", "2164.12", same},
      {"3亿元", "300000000", same},
      {"2023年529人", "529", no_number},
      {"人", "529", no_number},
      {"", "529", no_number},
      {"-", "-", same},
      {"0", "-", no_number},
      {"保密", "#保密", no_number},
      {"#保密", "#保密", same},
      {"三年", "三年", same},
      {"529，", "529", same},
  }));
  CAPTURE(text, datum);
  CHECK(agreement(text, datum) == expected);
}

TEST_CASE("Addresses of links") {
  const auto [url, kind, address, id] =
      GENERATE(table<std::string, Reference::Kind, std::string, std::string>({
          {"ref:staff-age", Reference::Kind::report_id, "", "staff-age"},
          {"ref:/liaocheng/lcgjgc", Reference::Kind::address, "liaocheng/lcgjgc", ""},
          {"ref:/liaocheng/lcgjgc/2023/#x", Reference::Kind::address, "liaocheng/lcgjgc/2023", "x"},
          {"ref:/", Reference::Kind::address, "", ""},
          {"data:card.毕业生人数.2023", Reference::Kind::datum, "", "card.毕业生人数.2023"},
          {"data:card.%E4%BA%BA%E6%95%B0", Reference::Kind::datum, "", "card.人数"},
          {"data:card.100%25", Reference::Kind::datum, "", "card.100%"},
          {"data:card.100%", Reference::Kind::datum, "", "card.100%"},
          {"https://x.example/", Reference::Kind::other, "", ""},
          {"other.md", Reference::Kind::other, "", ""},
      }));
  CAPTURE(url);
  const Reference reference = read_reference(url);
  CHECK(reference.kind == kind);
  CHECK(reference.address == address);
  CHECK(reference.id == id);
}

TEST_CASE("Numbers in the text are held against the data") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"毕业[1533人](data:card.graduates.2023)，落实[1503](data:card.毕业去向落实人数)。", ""},
      {"落实率[98.04%](data:card.rate)。", ""},
      {"落实率[95.8%](data:card.rate)。", "N503 content/a/2023/01-x.md:4:4"},
      {"经费[2164.120](data:card.funds)万元。", "N504 content/a/2023/01-x.md:4:3"},
      {"收入[约4300元](data:card.income.2023)。", ""},
      {"留学[-](data:card.abroad.2022)", ""},
      {"毕业[1533](data:card.graduate.2023)", "N502 content/a/2023/01-x.md:4:3"},
      {"毕业[1533](data:cards.graduates)", "N502 content/a/2023/01-x.md:4:3"},
      {"毕业[1533](data:card.graduates.2021)", "N502 content/a/2023/01-x.md:4:3"},
      {"[](data:card.graduates)", "N503 content/a/2023/01-x.md:4:1"},
  }));
  CAPTURE(text);
  CHECK(told(text) == expected);
}

TEST_CASE("References lead to what there is") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"[](ref:x) 见[首页](ref:/) [](ref:/a) [](ref:/a/2023) [网](https://x.example/) "
       "[信](mailto:a@x.example) [文](#top)",
       ""},
      {"[](ref:y)", "N307 content/a/2023/01-x.md:4:1"},
      {"[](ref:/a/2023#x)", "N307 content/a/2023/01-x.md:4:1"},
      {"[](ref:/b/2023)", "N307 content/a/2023/01-x.md:4:1"},
      {"[人数](date:card.graduates)", "N312 content/a/2023/01-x.md:4:1"},
      {"[x](javascript:alert)", "N312 content/a/2023/01-x.md:4:1"},
  }));
  CAPTURE(text);
  CHECK(told(text) == expected);
}

TEST_CASE("Blocks name data, columns, rows and cases that exist") {
  const auto block = [](const std::string& kind, const std::string& body) {
    return "```" + kind + "\nid = \"b\"\n" + body + "\n```\n";
  };
  const std::string here = " content/a/2023/01-x.md:4:1";
  const auto [text, expected] = GENERATE_COPY(table<std::string, std::string>({
      {block("table",
             "data = \"card\"\ncolumns = [\"指标\", \"2023\"]\nrows = [\"graduates\", \"月收入（元）\"]"),
       ""},
      {block("table", "data = \"cards\""), "N505" + here},
      {block("table", "data = \"card\"\ncolumns = [\"2021\"]"), "N506" + here},
      {block("table", "data = \"card\"\nrows = [\"graduate\"]"), "N507" + here},
      {block("chart", "data = \"card\"\ncategory = \"指标\"\nseries = [\"2023年\"]"), ""},
      {block("chart", "data = \"card\"\ncategory = \"项目\""), "N506" + here},
      {block("chart", "title = \"x\""), "N508" + here},
      {block("chart", "published = false"), ""},
      {block("chart", "labels = [\"甲\", \"乙\"]\nvalues = [\"1\"]"), "N509" + here},
      {block("document", "data = \"cards\""), "N505" + here},
      {block("case", ""), "N308" + here},
  }));
  CAPTURE(text);
  CHECK(told(text) == expected);
}

TEST_CASE("Parts and key figures of report.toml name data that exist") {
  const auto told_of = [](const std::string& toml) {
    DiagnosticSink sink;
    tests::check_report_of({{"report.toml", "title = \"r\"\nyear = 2023\n" + toml},
                            {"01-x.md", tests::chapter("x")},
                            {"data/card.csv", scorecard}},
                           sink);
    return tests::reported(sink);
  };
  CHECK(told_of("majors = \"card\"\n[[key_figures]]\nindicator = \"graduates\"\nvalue = "
                "\"card.graduates.2023\"\n") == "");
  CHECK(told_of("majors = \"major\"\n") == "N505 content/a/2023/report.toml:1:1");
  CHECK(told_of("[[key_figures]]\nindicator = \"graduates\"\nvalue = \"card.毕业生.2023\"\n") ==
        "N502 content/a/2023/report.toml:3:1");
  CHECK(told_of("[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"appendix\"\ntables = [\"card\", "
                "\"policy\"]\n") == "N505 content/a/2023/report.toml:5:1");
}

TEST_CASE("References and bound numbers inside blocks are followed too") {
  const auto [block, expected] = GENERATE(table<std::string, std::string>({
      {"```note\ntext = \"[1503](data:card.placed.2023)\"\n```", ""},
      {"x\n\n```note\ntext = \"[1504](data:card.placed.2023)\"\n```", "N503 content/a/2023/01-x.md:6:1"},
      {"```quote\ntext = \"[](ref:nowhere)\"\n```", "N307 content/a/2023/01-x.md:4:1"},
      {"```timeline\n[[events]]\ndate = \"1958\"\ntext = \"[](ref:/nowhere)\"\n```",
       "N307 content/a/2023/01-x.md:4:1"},
      {"```media\ntext = \"[x](dat:card)\"\n```", "N312 content/a/2023/01-x.md:4:1"},
      {"```document\ntext = \"[](ref:nowhere)\"\n```", "N307 content/a/2023/01-x.md:4:1"},
      {"```measures\n[[items]]\nproblem = \"[](ref:a)\"\nmeasures = [\"[](ref:b)\"]\n```",
       "N307 content/a/2023/01-x.md:4:1; N307 content/a/2023/01-x.md:4:1"},
      {"```diagram\nid = \"d\"\nsteps = [\"a\"]\ntext = \"[](ref:nowhere)\"\n```",
       "N307 content/a/2023/01-x.md:4:1"},
  }));
  CAPTURE(block);
  CHECK(told(block + "\n") == expected);
}

TEST_CASE("What was corrected is what the data say now") {
  const auto told_of = [](const std::string& corrections) {
    DiagnosticSink sink;
    tests::check_report_of(
        {{"01-x.md", tests::chapter("x")}, {"data/card.csv", scorecard}, {"corrections.toml", corrections}},
        sink);
    return tests::reported(sink);
  };
  const auto correction = [](const std::string& date, const std::string& address, const std::string& after) {
    return "[[corrections]]\ndate = \"" + date +
           "\"\nwhat = \"人数\"\nbefore = \"1\"\nreason = \"漏计\"\naddress = \"" + address +
           "\"\nafter = \"" + after + "\"\n";
  };
  const std::string now = "card.graduates.2023", file = "content/a/2023/corrections.toml";
  CHECK(told_of(correction("2026-03-02", now, "1533") + correction("2026-01-02", now, "1531")) == "");
  CHECK(told_of(correction("2026-03-02", now, "1530")) == "N503 " + file + ":7:9");
  CHECK(told_of(correction("2026-03-02", now, "1533.0")) == "N503 " + file + ":7:9");
  CHECK(told_of(correction("2026-03-02", "card.graduate.2023", "1533")) == "N502 " + file + ":6:11");
}
