#include "compose/chart_view.h"

#include <catch2/catch.hpp>

#include "printed.h"
#include "source/table_reader.h"
#include "support/reported.h"

using namespace nianbao;

namespace {

std::vector<model::Table> tables() {
  DiagnosticSink sink;
  std::vector<model::Table> read;
  read.push_back(*source::read_csv_table("指标,2013年,2023年\n在校生,\"1,200\",1533\n教师,#保密,95\n",
                                         "data/t.csv", "unit = \"人\"", "", sink));
  return read;
}

model::ChartBlock block() {
  model::ChartBlock block;
  block.head = {"c", "标题", "注", "源", "", {"01-x.md", 7, 1}};
  block.data = "t";
  block.by_row = true;
  block.sort = "none";
  return block;
}

compose::ChartView view(const model::ChartBlock& block, DiagnosticSink& sink) {
  return compose::make_chart_view(block, tables(), "分析图 1-1", "标题", "zh-CN", sink);
}

}  // namespace

TEST_CASE("A view holds the picture, the configuration and the numbers as printed") {
  DiagnosticSink sink;
  const compose::ChartView made = view(block(), sink);
  CHECK(tests::reported(sink) == "");
  CHECK(made.published);
  CHECK(made.id == "c");
  CHECK(made.label == "分析图 1-1");
  CHECK(made.title == "标题");
  CHECK(made.note == "注");
  CHECK(made.source == "源");
  CHECK(made.unit == "人");
  CHECK(made.svg.starts_with("<svg"));
  CHECK(made.svg.find("chart-c-title") != std::string::npos);
  CHECK(made.configuration == compose::chart_configuration(block(), tables(), "标题", "zh-CN"));
  CHECK(tests::printed(made.grid) ==
        "*项目 | *#在校生（人） | *#教师（人）\n---\n*2013年 | #1,200 | #不公开\n*2023年 | #1533 | #95\n");
}

TEST_CASE("The author's finding goes before a computed one") {
  DiagnosticSink sink;
  CHECK_FALSE(view(block(), sink).finding.empty());
  model::ChartBlock told = block();
  told.finding = "十年间增长";
  CHECK(view(told, sink).finding == "十年间增长");
}

TEST_CASE("A chart that the report does not publish has a title and nothing to draw") {
  DiagnosticSink sink;
  model::ChartBlock unpublished = block();
  unpublished.published = false;
  const compose::ChartView made = view(unpublished, sink);
  CHECK_FALSE(made.published);
  CHECK(made.title == "标题");
  CHECK(made.svg + made.configuration + made.finding == "");
  CHECK(made.grid.bands.empty());
  CHECK(tests::reported(sink) == "");
}

TEST_CASE("A slope shows its two end points and says nothing of the years between") {
  DiagnosticSink sink;
  model::ChartBlock slope = block();
  slope.type = "slope";
  const compose::ChartView made = view(slope, sink);
  CHECK(tests::reported(sink) == "");
  CHECK(tests::printed(made.grid) ==
        "*项目 | *#在校生（人） | *#教师（人）\n---\n*2013年 | #1,200 | #不公开\n*2023年 | #1533 | #95\n");
  CHECK(made.svg.find("1,200") != std::string::npos);
  CHECK(made.svg.find("2018") == std::string::npos);
}

TEST_CASE("Configurations that cannot be drawn are reported where their block stands") {
  const auto [config, expected] = GENERATE(table<std::string, std::string>({
      {"{", "N401 01-x.md:7:1"},
      {std::string(100000, '['), "N401 01-x.md:7:1"},
      {R"({"type": "bar", "options": )" + std::string(64, '[') + std::string(64, ']') + "}",
       "N401 01-x.md:7:1"},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}})", ""},
      {R"({"type": "funnel", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}})", "N413 01-x.md:7:1"},
  }));
  CAPTURE(config);
  DiagnosticSink sink;
  model::ChartBlock given = block();
  given.config = config;
  given.config_file = "data/c.json";
  const compose::ChartView made = view(given, sink);
  CHECK(tests::reported(sink) == expected);
  CHECK(made.svg.empty() == !expected.empty());
}

TEST_CASE("A chart whose data are not there is empty; the checks report it") {
  DiagnosticSink sink;
  model::ChartBlock lost = block();
  lost.data = "nowhere";
  const compose::ChartView made = view(lost, sink);
  CHECK(made.svg + made.configuration == "");
  CHECK(tests::reported(sink) == "");
}
