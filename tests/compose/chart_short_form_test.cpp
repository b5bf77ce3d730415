// The kinds and notes of charts that a block can ask for, as the configuration they stand for.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "compose/chart_view.h"
#include "source/table_reader.h"

using namespace nianbao;
using Json = nlohmann::json;

namespace {

std::vector<model::Table> tables() {
  DiagnosticSink sink;
  std::vector<model::Table> read;
  read.push_back(*source::read_csv_table(
      "年份,招生数（人）,在校生数（人）,升学率（%）\n2021,100,300,40.5\n2022,120,320,42\n2023,,340,约45\n",
      "data/t.csv", "[columns.年份]\ntype = \"text\"\n", "", sink));
  return read;
}

model::ChartBlock block(const std::string& type) {
  model::ChartBlock made;
  made.head.id = "c";
  made.data = "t";
  made.type = type;
  made.sort = "none";
  return made;
}

model::ChartSeries column(std::string name) {
  model::ChartSeries series;
  series.column = std::move(name);
  return series;
}

Json made(const model::ChartBlock& block) {
  return Json::parse(compose::chart_configuration(block, tables(), "题", "zh-CN"));
}

}  // namespace

TEST_CASE("Areas and steps are lines with a look of their own") {
  CHECK(made(block("area"))["type"] == "line");
  CHECK(made(block("area"))["data"]["datasets"][1]["fill"] == "origin");
  model::ChartBlock piled = block("area");
  piled.stacked = true;
  CHECK(made(piled)["data"]["datasets"][0]["fill"] == "origin");
  CHECK(made(piled)["data"]["datasets"][1]["fill"] == "-1");
  CHECK(made(piled)["options"]["scales"]["y"]["stacked"] == true);
  CHECK(made(block("stepped"))["type"] == "line");
  CHECK(made(block("stepped"))["data"]["datasets"][0]["stepped"] == true);
}

TEST_CASE("Kinds of our own keep their names") {
  for (const std::string type : {"slope", "dumbbell", "pyramid", "bullet", "share", "waffle", "sparkline"})
    CHECK(made(block(type))["type"] == type);
}

TEST_CASE("Points take both places from the table; a point without its first place is not drawn") {
  model::ChartBlock points = block("scatter");
  points.x = "招生数";
  points.series = {"升学率"};
  const Json json = made(points);
  CHECK(json["data"]["datasets"][0]["data"].dump() == R"([{"x":100,"y":40.5},{"x":120,"y":42}])");
  CHECK(json["nianbao"]["printed"] == Json::array({{"40.5", "42"}}));
  CHECK(json["options"]["scales"]["x"]["title"]["text"] == "招生数（人）");
  CHECK(json["options"]["scales"]["y"]["title"]["text"] == "升学率（%）");
  CHECK_FALSE(json["options"].contains("indexAxis"));
}

TEST_CASE("The area of a bubble is in proportion to its figure") {
  model::ChartBlock bubbles = block("bubble");
  bubbles.data.clear();
  model::ChartSeries& series = bubbles.given.emplace_back();
  series.x = {"1", "2", "3"}, series.values = {"4", "5", "6"}, series.size = {"100", "25", "0"};
  CHECK(made(bubbles)["data"]["datasets"][0]["data"].dump() ==
        R"([{"r":24.0,"x":1,"y":4},{"r":12.0,"x":2,"y":5},{"r":0.0,"x":3,"y":6}])");
}

TEST_CASE("Series of several kinds stand in one picture, each on its axis") {
  model::ChartBlock mixed = block("bar");
  mixed.given = {column("招生数"), column("升学率")};
  mixed.given[1].type = "line", mixed.given[1].axis = "right", mixed.given[1].label = "升学";
  const Json json = made(mixed), sets = json["data"]["datasets"];
  CHECK(sets[0]["label"] == "招生数");
  CHECK_FALSE(sets[0].contains("type"));
  CHECK(sets[1]["label"] == "升学");
  CHECK(sets[1]["type"] == "line");
  CHECK(sets[1]["yAxisID"] == "y1");
  CHECK(json["options"]["scales"]["y1"]["position"] == "right");
  CHECK(json["options"]["scales"]["y1"]["title"]["text"] == "%");
  CHECK(json["nianbao"]["printed"] == Json::array({{"100", "120", ""}, {"40.5", "42", "约45"}}));
}

TEST_CASE("By rows, a series names its row") {
  model::ChartBlock rows = block("line");
  rows.by_row = true;
  rows.given = {column("2023")};
  rows.given[0].label = "今年";
  const Json json = made(rows);
  REQUIRE(json["data"]["datasets"].size() == 1);
  CHECK(json["data"]["datasets"][0]["label"] == "今年");
  CHECK(json["data"]["datasets"][0]["data"].dump() == "[null,340,45]");
}

TEST_CASE("References are lines and bands, across values or categories") {
  const auto [change, expected] = GENERATE(table<void (*)(model::ChartReference&), std::string>({
      {[](auto& r) { r.value = "95.0", r.text = "要求"; },
       R"({"label":{"content":"要求","display":true},"scaleID":"y","type":"line","value":95.0})"},
      {[](auto& r) { r.from = "90", r.to = "100"; }, R"({"type":"box","yMax":100,"yMin":90,"yScaleID":"y"})"},
      {[](auto& r) { r.value = "9", r.axis = "right", r.dashed = true; },
       R"({"borderDash":[5,4],"scaleID":"y1","type":"line","value":9})"},
      {[](auto& r) { r.at = "2022"; }, R"({"scaleID":"x","type":"line","value":1})"},
      {[](auto& r) { r.at = "2021", r.until = "2022"; }, R"({"type":"box","xMax":1.5,"xMin":-0.5})"},
      {[](auto& r) { r.at = "1999"; }, R"({"scaleID":"x","type":"line","value":"1999"})"},
  }));
  model::ChartBlock lines = block("line");
  change(lines.references.emplace_back());
  CHECK(made(lines)["options"]["plugins"]["annotation"]["annotations"][0].dump() == expected);
}

TEST_CASE("References of bars that lie run across their values, too") {
  model::ChartBlock bars = block("bar");
  bars.horizontal = true;
  bars.references.emplace_back().value = "95";
  const Json annotation = made(bars)["options"]["plugins"]["annotation"]["annotations"][0];
  CHECK(annotation["scaleID"] == "x");
}

TEST_CASE("Breaks, panels and shares are words of our own") {
  model::ChartBlock own = block("bar");
  own.breaks = {{"2023", "口径调整"}};
  own.panels = 3;
  own.shares = own.stacked = true;
  const Json json = made(own)["nianbao"];
  CHECK(json["breaks"] == Json::array({{{"before", "2023"}, {"text", "口径调整"}}}));
  CHECK(json["panels"] == 3);
  CHECK(json["percent"] == true);
  CHECK(made(own)["options"]["scales"]["y"]["stacked"] == true);
}
