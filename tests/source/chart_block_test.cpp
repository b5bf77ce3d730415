#include "source/chart_block.h"

#include <catch2/catch.hpp>

#include "support/reported.h"

using namespace nianbao;
using source::Fields;
using tests::reported;

namespace {

/// The body of a fence whose first line is line 3 of its file.
model::ChartBlock read(const std::string& toml, DiagnosticSink& sink) {
  const auto document = source::parse_toml(toml, "01-x.md", 3, sink);
  REQUIRE(document != nullptr);
  Fields fields(*document, document->root, sink, {"01-x.md", 2, 1});
  model::BlockHead head;
  head.id = "c";
  model::ChartBlock block = source::read_chart_block(fields, head);
  fields.finish();
  return block;
}

}  // namespace

TEST_CASE("A chart's short form is read key by key") {
  DiagnosticSink sink;
  const auto chart = read(
      "type = \"bubble\"\ndata = \"t\"\nx = \"招生\"\nsize = \"教师\"\nseries = [\"升学\"]\npanels = 3\n"
      "stacked = \"100%\"\n[[reference]]\nvalue = 95.80\ntext = \"要求\"\naxis = \"right\"\ndashed = true\n"
      "[[reference]]\nat = \"2021\"\nuntil = \"2023\"\n[[break]]\nbefore = 2023\ntext = \"口径调整\"\n",
      sink);
  CHECK(reported(sink) == "");
  CHECK(chart.type == "bubble");
  CHECK(chart.x == "招生");
  CHECK(chart.size == "教师");
  CHECK(chart.panels == 3);
  CHECK(chart.stacked);
  CHECK(chart.shares);
  REQUIRE(chart.references.size() == 2);
  CHECK(chart.references[0].value == "95.80");
  CHECK(chart.references[0].text == "要求");
  CHECK(chart.references[0].axis == "right");
  CHECK(chart.references[0].dashed);
  CHECK(chart.references[1].at + "-" + chart.references[1].until == "2021-2023");
  REQUIRE(chart.breaks.size() == 1);
  CHECK(chart.breaks[0].before == "2023");
  CHECK(chart.breaks[0].text == "口径调整");
}

TEST_CASE("A series is a column, or values in place, with a kind and an axis of its own") {
  DiagnosticSink sink;
  const auto chart = read(
      "[[series]]\ncolumn = \"招生\"\n[[series]]\nlabel = \"率\"\ntype = \"line\"\naxis = \"right\"\nvalues "
      "= "
      "[\"1\", 2]\n[[series]]\nx = [1]\nvalues = [2]\nsize = [3]\n",
      sink);
  CHECK(reported(sink) == "");
  REQUIRE(chart.given.size() == 3);
  CHECK(chart.given[0].column == "招生");
  CHECK(chart.given[1].type == "line");
  CHECK(chart.given[1].axis == "right");
  CHECK(chart.given[1].values == std::vector<std::string>{"1", "2"});
  CHECK(chart.given[2].x == std::vector<std::string>{"1"});
  CHECK(chart.given[2].size == std::vector<std::string>{"3"});
}

TEST_CASE("Mistakes of a chart are reported where they stand") {
  const auto [toml, expected] = GENERATE(table<std::string, std::string>({
      {"type = \"barr\"", "N203 01-x.md:3:8"},
      {"stacked = true", ""},
      {"stacked = \"50%\"", "N203 01-x.md:3:11"},
      {"stacked = 1", "N202 01-x.md:3:11"},
      {"panels = 0", "N203 01-x.md:3:10"},
      {"height = 20", "N203 01-x.md:3:10"},
      {"[[reference]]\nvalue = \"高\"", "N201 01-x.md:3:1; N203 01-x.md:4:9"},
      {"[[reference]]\ntext = \"a\"", "N201 01-x.md:3:1"},
      {"[[reference]]\nvalue = 1\naxis = \"top\"", "N203 01-x.md:5:8"},
      {"[[reference]]\nvaleu = 1\nat = \"a\"", "N204 01-x.md:4:1"},
      {"[[break]]\ntext = \"a\"", "N201 01-x.md:3:1"},
      {"[[series]]\ntype = \"pie\"", "N203 01-x.md:4:8"},
  }));
  CAPTURE(toml);
  DiagnosticSink sink;
  read(toml, sink);
  CHECK(reported(sink) == expected);
}
