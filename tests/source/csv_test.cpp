#include "source/csv.h"

#include <catch2/catch.hpp>

#include "source/table_shape.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;

namespace {

/// "a|b\n1|2\n": fields by bars, records by lines.
std::string table(const std::vector<CsvRecord>& records) {
  std::string out;
  for (const CsvRecord& record : records) {
    for (std::size_t i = 0; i < record.size(); ++i) out += (i > 0 ? "|" : "") + record[i].text;
    out += "\n";
  }
  return out;
}

struct Read {
  std::string table, reported;
};

Read read(std::string_view text) {
  DiagnosticSink sink;
  const auto records = parse_csv(text, "a.csv", sink);
  return {table(records), reported(sink)};
}

}  // namespace

TEST_CASE("Fields and records of well-formed CSV") {
  const auto [text, expected] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"甲,乙\n1,2\n", "甲|乙\n1|2\n"},
      {"甲,乙\n1,2", "甲|乙\n1|2\n"},
      {"甲,乙\n\"1,200\",\"说\"\"好\"\"\"\n", "甲|乙\n1,200|说\"好\"\n"},
      {"甲,乙\n\"一\n二\",3\n", "甲|乙\n一\n二|3\n"},
      {"甲,乙\n\"\",\n", "甲|乙\n"},
      {"甲,乙\n\n , \n1,2\n,,\n", "甲|乙\n1|2\n"},
      {"甲\t乙\n1,5\t2\n", "甲|乙\n1,5|2\n"},
      {"甲;乙\n1,5;2\n", "甲|乙\n1,5|2\n"},
      {"甲,乙\n\"1\" ,2\n", "甲|乙\n1|2\n"},
      {"甲,乙\n他说\"好\",2\n", "甲|乙\n他说\"好\"|2\n"},
      {"甲\n1\n", "甲\n1\n"},
  }));
  CAPTURE(text);
  const Read result = read(text);
  CHECK(result.table == expected);
  CHECK(result.reported == "");
}

TEST_CASE("A file without any text is told to be empty") {
  const std::string text = GENERATE("", "\n\n", ",,,\n \n", "\"\"");
  CAPTURE(text);
  DiagnosticSink sink;
  CHECK(parse_csv(text, "a.csv", sink).empty());
  CHECK(reported(sink) == "N105 a.csv:1");
}

TEST_CASE("Slips are reported where they stand, and the table keeps its shape") {
  const auto [text, expected, codes] =
      GENERATE(Catch::Generators::table<std::string, std::string, std::string>({
          {"甲,乙\n1\n3,4,5\n6,7\n", "甲|乙\n1|\n3|4\n6|7\n", "N104 a.csv:2; N104 a.csv:3"},
          {"甲,乙\n一,\"二\n三,四\n", "甲|乙\n一|二\n三,四\n\n", "N103 a.csv:2:3"},
          {"甲,乙\n\"一\"二,3\n", "甲|乙\n一二|3\n", "N103 a.csv:2:4"},
          {"年龄段，人数\n20岁，5\n", "年龄段，人数\n20岁，5\n", "N107 a.csv:1:1"},
          {"甲,乙\n\"多\n行\"x,1\n2\n", "甲|乙\n多\n行x|1\n2|\n", "N103 a.csv:3:3; N104 a.csv:4"},
      }));
  CAPTURE(text);
  const Read result = read(text);
  CHECK(result.table == expected);
  CHECK(result.reported == codes);
}

TEST_CASE("Fields know their line and column") {
  DiagnosticSink sink;
  const auto records = parse_csv("专任教师,乙\n\"一\n二\",三四,\n五,六", "a.csv", sink);
  REQUIRE(records.size() == 3);
  CHECK(records[0][1].column == 6);
  CHECK(records[1][1].line == 3);
  CHECK(records[1][1].column == 4);
  CHECK(records[2][1].line == 4);
}

TEST_CASE("A line of a million commas is refused, not built") {
  const std::string commas(1'000'000, ',');
  CHECK(read("x" + commas + "\n1\n").reported == "N106 a.csv:1");
  const Read wide_record = read("甲,乙\n1" + commas + "\n3,4\n");
  CHECK(wide_record.table == "甲|乙\n1|\n3|4\n");
  CHECK(wide_record.reported == "N104 a.csv:2");
}

TEST_CASE("A wide header above many short lines is refused before it fills the memory") {
  std::string text = "h" + std::string(most_columns - 1, ',') + "\n";
  for (std::size_t i = 0; i < most_cells / most_columns + 10; ++i) text += "1\n";
  DiagnosticSink sink;
  CHECK(parse_csv(text, "a.csv", sink).empty());
  CHECK(tests::codes(sink).starts_with("N106"));
}

TEST_CASE("A large table is read whole") {
  std::string text = "学校,人数,说明\n";
  for (int i = 0; i < 250'000; ++i)
    text += "第" + std::to_string(i) + "职业学校," + std::to_string(i) + ",“\"\"说明，要比别的行长一些\n";
  REQUIRE(text.size() > 15'000'000);
  DiagnosticSink sink;
  const auto records = parse_csv(text, "a.csv", sink);
  CHECK(reported(sink) == "");
  REQUIRE(records.size() == 250'001);
  CHECK(records.back()[1].text == "249999");
}
