#include <catch2/catch.hpp>

#include "printed_table.h"
#include "source/table_reader.h"
#include "support/reported.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;

namespace {

std::string read(const std::string& json) {
  DiagnosticSink sink;
  const auto table = read_json_table(json, "data/a.json", sink);
  return (table ? tests::printed(*table) : "none\n") + reported(sink);
}

std::string problems(const std::string& json) {
  const std::string result = read(json);
  return result.substr(result.rfind('\n') + 1);
}

/// A table of three columns with these rows.
std::string with_rows(const std::string& rows) {
  return R"({"columns": [{"title": "甲"}, {"title": "乙"}, {"title": "丙"}], "rows": [)" + rows + "]}";
}

}  // namespace

TEST_CASE("Numbers keep the letters they were written with") {
  CHECK(
      read(
          R"({"columns": [{"title": "指标"}, {"title": "2023年"}], "rows": [{"cells": ["比例", 95.80]}, {"cells": ["人数", "1,533"]}, {"cells": ["其他", null]}]})") ==
      "指标:label | 2023年:number@2023\n比例: 比例 95.80#\n人数: 人数 1,533#\n其他: 其他 \n");
}

TEST_CASE("Spans cover the cells that are not written") {
  CHECK(
      read(with_rows(
          R"({"cells": [{"text": "公办", "rows": 2}, "a", 1]}, {"cells": ["b", 2]}, {"cells": [{"text": "合计", "columns": 2}, 3]})")) ==
      "甲:label | 乙:text | 丙:number\n公办: 公办[2x1] a 1#\nb: ^ b 2#\n合计: 合计[1x2] ^ 3#\n");
  CHECK(read(with_rows(R"({"cells": [{"text": "大", "rows": 2, "columns": 2}, 1]}, {"cells": [2]})")) ==
        "甲:label | 乙:text | 丙:number\n大: 大[2x2] ^ 1#\n2: ^ ^ 2#\n");
}

TEST_CASE("Rows that do not fit the table are reported") {
  const auto [rows, expected] = GENERATE(table<std::string, std::string>({
      {R"({"cells": ["a", "b"]})", "N104 data/a.json:1"},
      {R"({"cells": ["a", "b", "c", "d"]})", "N104 data/a.json:1"},
      {R"({"cells": ["a", {"text": "b", "columns": 3}]})", "N104 data/a.json:1"},
      {R"({"cells": [{"text": "a", "columns": 3}, "b"]})", "N104 data/a.json:1"},
      {R"({"cells": ["a", {"text": "b", "rows": 2}, "c"]}, {"cells": [{"text": "d", "columns": 2}, "e"]})",
       "N104 data/a.json:1"},
      {R"({"cells": [{"text": "a", "rows": 2}, "b", "c"]})", "N104 data/a.json:1:71"},
      {R"({})", "N104 data/a.json:1"},
      {R"({"cells": [{"text": "a", "columns": 0}, "b", "c"]})", "N203 data/a.json:1:108"},
      {R"({"cells": [{"text": "a", "rows": 2000000000}, "b", "c"]})", "N203 data/a.json:1:105"},
      {R"({"cells": [true, "b", "c"]})", "N202 data/a.json:1:83"},
      {R"("a")", "N202 data/a.json:1:72"},
      {R"({"cells": ["a", "b", "c"], "levels": 1})", "N204 data/a.json:1:109"},
      {R"({"cells": ["a", "b", "c"], "level": 4})", "N203 data/a.json:1:108"},
      {R"({"id": "x", "cells": ["a", "b", "c"]}, {"id": "x", "cells": ["a", "b", "c"]})",
       "N205 data/a.json:1"},
  }));
  CAPTURE(rows);
  CHECK(problems(with_rows(rows)) == expected);
}

TEST_CASE("A header of two levels must fill the table's width") {
  const auto header = [](const std::string& lines) {
    return R"({"columns": [{"title": "甲"}, {"title": "乙"}, {"title": "丙"}], "rows": [], "header": )" +
           lines + "}";
  };
  CHECK(problems(header(
            R"([[{"text": "甲", "rows": 2}, {"text": "办学性质", "columns": 2}], ["公办", "民办"]])")) == "");
  CHECK(problems(header(R"([[{"text": "甲", "rows": 2}, {"text": "办学性质", "columns": 2}], ["公办"]])")) ==
        "N104 data/a.json:1");
  CHECK(problems(header(R"([[{"text": "甲", "rows": 2}, "乙", "丙"]])")) == "N104 data/a.json:1:85");
  CHECK(problems(header(R"(["甲"])")) == "N202 data/a.json:1:86");
  CHECK(problems(header(R"("甲")")) == "N202 data/a.json:1:85");
}

TEST_CASE("Stacked bands are tables of their own under one title") {
  CHECK(read(R"({"title": "情况表", "bands": [
    {"columns": [{"title": "类别"}, {"title": "合计", "type": "number"}], "rows": [{"cells": ["学校", 15]}]},
    {"columns": [{"title": "类别"}, {"title": "公办", "type": "number", "unit": "人"}], "rows": [{"cells": ["教师", 900]}]}]})") ==
        "类别:label | 合计:number\n学校: 学校 15#\n类别:label | 公办:number(人)\n教师: 教师 900#\n");
}

TEST_CASE("Columns say what they are") {
  CHECK(
      read(
          R"({"columns": [{"id": "k", "title": "类别", "type": "text"}, {"title": "学校", "role": "label"}, {"title": "样本", "role": "sample", "year": 2023}],
    "rows": [{"cells": ["a", "b", 3]}]})") == "类别:text | 学校:label | 样本:sample@2023\nb: a b 3#\n");
}

TEST_CASE("Spaces around names are not part of them") {
  CHECK(
      read(
          R"({"columns": [{"id": " k ", "title": " 类别"}, {"title": "数 "}], "rows": [{"id": " x", "cells": ["a", 3]}]})") ==
      read(
          R"({"columns": [{"id": "k", "title": "类别"}, {"title": "数"}], "rows": [{"id": "x", "cells": ["a", 3]}]})"));
}

TEST_CASE("What is wrong with the frame of a table is reported") {
  const auto [json, expected] = GENERATE(table<std::string, std::string>({
      {"[]", "N202 data/a.json:1:1"},
      {"{}", "N201 data/a.json:1:1"},
      {R"({"columns": []})", "N201 data/a.json:1:1"},
      {R"({"columns": {"a": 1}})", "N201 data/a.json:1:1; N202 data/a.json:1:13"},
      {R"({"columns": ["甲"], "rows": []})", "N202 data/a.json:1:14"},
      {R"({"columns": [{"title": "甲"}, {"title": "甲"}]})", "N205 data/a.json:1:30"},
      {R"({"columns": [{"title": "甲", "role": "numbers"}]})", "N203 data/a.json:1:37"},
      {R"({"columns": [{"title": "甲", "year": "2023年"}]})", "N202 data/a.json:1:37"},
      {R"({"columns": [{"title": "甲"}], "row": []})", "N204 data/a.json:1:38"},
      {R"({"columns": [{"title": "甲"}], "notes": ["a", {}]})", "N202 data/a.json:1:46"},
      {R"({"columns": [{"title": "甲"}], "title": ["a"]})", "N202 data/a.json:1:40"},
      {R"({"columns": [{"title": "甲"}], "institution": "某校"})", "N202 data/a.json:1:46"},
      {R"({"bands": [1], "rows": []})", "N202 data/a.json:1:12; N204 data/a.json:1:24"},
  }));
  CAPTURE(json);
  DiagnosticSink sink;
  read_json_table(json, "data/a.json", sink);
  CHECK(reported(sink) == expected);
}

TEST_CASE("Many columns above many rows are refused before they fill the memory") {
  std::string columns = "{}", rows = "{}";
  for (int i = 0; i < 900; ++i) columns += ",{}";
  for (int i = 0; i < 3000; ++i) rows += ",{}";
  CHECK(problems("{\"columns\": [" + columns + "], \"rows\": [" + rows + "]}") == "N106 data/a.json:1");
}

TEST_CASE("A cell may hold a list") {
  DiagnosticSink sink;
  const auto table = read_json_table(
      with_rows(R"({"cells": [{"items": ["一", "二"]}, "b\nc", {"text": "x", "header": true}]})"),
      "data/a.json", sink);
  REQUIRE(table);
  const auto& cells = table->bands[0].rows[0].cells;
  CHECK(cells[0].items == std::vector<std::string>{"一", "二"});
  CHECK(cells[1].items == std::vector<std::string>{"b", "c"});
  CHECK(cells[2].header);
}
