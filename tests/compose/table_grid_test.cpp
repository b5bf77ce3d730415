#include "compose/table_grid.h"

#include <catch2/catch.hpp>

#include "printed.h"
#include "source/table_reader.h"

using namespace nianbao;
using tests::printed;

namespace {

const text::Strings words(std::map<std::string, std::string, std::less<>>{
    {"value_withheld", "保密"}, {"legend_small_counts", "fewer than {0}"}});

model::Table csv(const std::string& text, const std::string& sidecar = "") {
  DiagnosticSink sink;
  return source::read_csv_table(text, "data/t.csv", sidecar, "data/t.toml", sink).value();
}

model::Table json(const std::string& text) {
  DiagnosticSink sink;
  const auto table = source::read_json_table(text, "data/t.json", sink);
  REQUIRE(sink.sorted().empty());
  return table.value();
}

std::string grid(const model::Table& table, const compose::TableSelection& selection = {}) {
  return printed(compose::make_grid(table, selection, words, 6));
}

const std::string merged = R"({"columns": [{"id": "k", "title": "类别", "type": "text"},
    {"id": "a", "title": "公办", "type": "number"}, {"id": "b", "title": "民办", "type": "number"}],
  "header": [[{"text": "类别", "rows": 2}, {"text": "办学性质", "columns": 2}], ["公办", "民办"]],
  "rows": [{"id": "x", "cells": [{"text": "学校", "rows": 2}, 8, 7]}, {"id": "y", "cells": [{"text": "15", "columns": 2}]},
           {"id": "z", "cells": ["教师", 1, 2]}]})";

}  // namespace

TEST_CASE("Values keep their letters and say their state") {
  CHECK(grid(csv("指标,人数\n甲,\"1,200\"\n乙,95.80\n丙,0\n")) ==
        "*指标 | *#人数\n---\n*甲 | #1,200\n*乙 | #95.80\n*丙 | #0\n");
  CHECK(grid(csv("指标,人数\n甲,12\n乙,-\n丙,\n丁,约1700\n戊,#withheld\n")) ==
        "*指标 | *#人数\n---\n*甲 | #12\n*乙 | #-{not-applicable}\n*丙 | #{missing}\n*丁 | "
        "#约1700{approximate}\n"
        "*戊 | #保密{withheld}\n"
        "(legend_not_applicable)\n(legend_missing)\n(legend_approximate)\n(legend_withheld)\n");
}

TEST_CASE("Of small counts the legend says how small") {
  model::Table table = csv("职称,人数\n正高,3\n副高,40\n");
  table.bands[0].rows[0].cells[1].value = {std::string(model::withheld_mark), model::ValueState::withheld,
                                           std::nullopt, text::Decimal{3, 0}};
  CHECK(grid(table) == "*职称 | *#人数\n---\n*正高 | #保密{withheld}\n*副高 | #40\n(fewer than 6)\n");
}

TEST_CASE("The legend tells of what occurs, and of numbers only") {
  CHECK(grid(csv("指标,人数,备注\n甲,12,\n乙,3,-\n")) ==
        "*指标 | *#人数 | *备注\n---\n*甲 | #12 | \n*乙 | #3 | -\n");
  CHECK(grid(csv("指标,备注\n甲,#保密\n乙,x\n")) ==
        "*指标 | *备注\n---\n*甲 | 保密{withheld}\n*乙 | x\n(legend_withheld)\n");
}

TEST_CASE("Units stand where the data say them") {
  CHECK(grid(csv("指标,单位,人数（人）\n甲,人,12\n")) ==
        "*指标 | *单位 | *#人数（人）\n---\n*甲 | 人 | #12\n");
}

TEST_CASE("Other than numbers in a column of numbers stay text") {
  CHECK(grid(csv("指标,人数\n甲,12\n乙,13\n丙,见附表\n")) ==
        "*指标 | *#人数\n---\n*甲 | #12\n*乙 | #13\n*丙 | 见附表\n");
}

TEST_CASE("The first child of each row says 其中, down to the third level") {
  CHECK(grid(csv("@level,@role,指标,人数\n,,毕业生,9\n1,,就业,8\n2,,本市,5\n3,,国企,1\n3,,民企,4\n2,,外市,"
                 "3\n1,,升学,1\n,"
                 "total,合计,9\n")) ==
        "*指标 | *#人数\n---\n*毕业生 | #9\n>*其中：就业 | #8\n>>*其中：本市 | #5\n>>>*其中：国企 | "
        "#1\n>>>*民企 | #4\n"
        ">>*外市 | #3\n>*升学 | #1\n=*合计 | #9\n");
  CHECK(grid(csv("@level,指标,人数\n,毕业生,9\n1,其中：就业,8\n,在校生,7\n1,一年级,7\n")) ==
        "*指标 | *#人数\n---\n*毕业生 | #9\n>*其中：就业 | #8\n*在校生 | #7\n>*其中：一年级 | #7\n");
}

TEST_CASE("Groups and lists") {
  CHECK(grid(csv("@role,指标,人数\ngroup,一、学生,\n,在校生,9\n")) ==
        "*指标 | *#人数\n---\n@*一、学生 | #{missing}\n*在校生 | #9\n(legend_missing)\n");
  CHECK(grid(csv("指标,措施\n甲,\"一\n二\"\n")) == "*指标 | *措施\n---\n*甲 | 一/二\n");
}

TEST_CASE("Header bands and merged cells keep their spans") {
  CHECK(grid(json(merged)) ==
        "*类别<2x1> | *办学性质<1x2>\n*公办 | *民办\n---\n*学校<2x1> | #8 | #7\n#15<1x2>\n*教师 | #1 | #2\n");
}

TEST_CASE("A selection prints its columns and rows, in the order asked for") {
  const model::Table table = csv("@id,指标,人数,比例\na,甲,1,10\nb,乙,2,20\nc,丙,3,30\n");
  CHECK(grid(table, {{"指标", "比例"}, {}}) == "*指标 | *#比例\n---\n*甲 | #10\n*乙 | #20\n*丙 | #30\n");
  CHECK(grid(table, {{}, {"c", "甲"}}) == "*指标 | *#人数 | *#比例\n---\n*丙 | #3 | #30\n*甲 | #1 | #10\n");
  CHECK(grid(table, {{"比例", "指标", "人数"}, {"b"}}) == "*#比例 | *指标 | *#人数\n---\n#20 | *乙 | #2\n");
}

TEST_CASE("A header of bands stands above the columns it was made for only") {
  CHECK(grid(json(merged), {{"k", "b", "a"}, {"z"}}) == "*类别 | *#民办 | *#公办\n---\n*教师 | #2 | #1\n");
}

TEST_CASE("A merged cell spans what is printed of it") {
  CHECK(grid(json(merged), {{"k", "a"}, {}}) == "*类别 | *#公办\n---\n*学校<2x1> | #8\n#15\n*教师 | #1\n");
  CHECK(grid(json(merged), {{}, {"y", "z"}}) ==
        "*类别<2x1> | *办学性质<1x2>\n*公办 | *民办\n---\n*学校 | #15<1x2>\n*教师 | #1 | #2\n");
  CHECK(grid(json(merged), {{}, {"x"}}) ==
        "*类别<2x1> | *办学性质<1x2>\n*公办 | *民办\n---\n*学校 | #8 | #7\n");
}

TEST_CASE("A child that is printed without its parent does not say 其中") {
  const model::Table table = csv("@level,指标,人数\n,毕业生,9\n1,就业,8\n1,升学,1\n,在校生,7\n1,一年级,7\n");
  CHECK(grid(table, {{}, {"就业", "升学"}}) == "*指标 | *#人数\n---\n>*就业 | #8\n>*升学 | #1\n");
  CHECK(grid(table, {{}, {"毕业生", "一年级"}}) == "*指标 | *#人数\n---\n*毕业生 | #9\n>*一年级 | #7\n");
  CHECK(grid(table, {{}, {"毕业生", "升学"}}) == "*指标 | *#人数\n---\n*毕业生 | #9\n>*其中：升学 | #1\n");
}

TEST_CASE("Stacked bands follow each other; a selection leaves out those it does not name") {
  const model::Table table = json(R"({"bands": [
    {"columns": [{"title": "类别"}, {"title": "合计", "type": "number"}], "rows": [{"cells": ["学校", 15]}]},
    {"columns": [{"title": "类别"}, {"title": "公办", "type": "number"}], "rows": [{"cells": ["教师", 900]}]}]})");
  CHECK(grid(table) == "*类别 | *#合计\n---\n*学校 | #15\n*类别 | *#公办\n---\n*教师 | #900\n");
  CHECK(grid(table, {{"公办"}, {}}) == "*#公办\n---\n#900\n");
  CHECK(grid(table, {{}, {"学校"}}) == "*类别 | *#合计\n---\n*学校 | #15\n");
}

TEST_CASE("Rows of text become a grid whose first row and column are headers") {
  CHECK(printed(compose::make_grid({{"年", "人数"}, {"2023", "12"}})) == "*年 | *#人数\n---\n*2023 | #12\n");
}

TEST_CASE("A table is downloaded as it was written, and Excel reads it as UTF-8") {
  CHECK(compose::make_csv(csv("@id,指标,人数\na,\"甲, \"\"乙\"\"\",\"1,200\"\nb,\"一\n二\",#保密\n")) ==
        "\xEF\xBB\xBF指标,人数\r\n\"甲, \"\"乙\"\"\",\"1,200\"\r\n\"一\n二\",#保密\r\n");
  CHECK(compose::make_csv(json(merged)) == "\xEF\xBB\xBF类别,公办,民办\r\n学校,8,7\r\n,15,\r\n教师,1,2\r\n");
}
