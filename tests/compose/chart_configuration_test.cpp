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
      "@id,@level,@role,年龄段,人数（人）,占比（%）\nu30,,,30 岁以下,12,24.0\nm,,,30—49 岁,28,56.0\n"
      "o,1,,其中：男,约9,\nr,,,保密者,#保密,-\nall,,total,合计,50,100\n",
      "data/age.csv", "", "", sink));
  read.push_back(*source::read_csv_table("指标,单位,2013年,2023年\n在校生,人,\"1,200\",1533\n教师,人,,95\n",
                                         "data/years.csv", "", "", sink));
  return read;
}

model::ChartBlock from(const std::string& data) {
  model::ChartBlock block;
  block.head.id = "c";
  block.data = data;
  block.sort = "none";
  return block;
}

model::ChartSeries given(std::string label, std::string stack, std::vector<std::string> values) {
  model::ChartSeries series;
  series.label = std::move(label);
  series.stack = std::move(stack);
  series.values = std::move(values);
  return series;
}

Json made(const model::ChartBlock& block) {
  return Json::parse(compose::chart_configuration(block, tables(), "题", "zh-CN"));
}

/// "label: value value | …" with the categories before it.
std::string drawn(const Json& json) {
  std::string out;
  for (const Json& label : json["data"]["labels"]) out += (out.empty() ? "" : ",") + label.get<std::string>();
  for (const Json& set : json["data"]["datasets"])
    out += " | " + set["label"].get<std::string>() + ": " + set["data"].dump();
  return out;
}

}  // namespace

TEST_CASE("A chart of a table: its rows but totals, its number columns") {
  const Json json = made(from("age"));
  CHECK(drawn(json) == "30 岁以下,30—49 岁,男,保密者 | 人数: [12,28,9,null] | 占比: [24.0,56.0,null,null]");
  CHECK(json["type"] == "bar");
  CHECK(json["options"]["plugins"]["title"] == Json({{"display", true}, {"text", "题"}}));
  CHECK(json["nianbao"]["unit"] == "人");
  CHECK(json["nianbao"]["lang"] == "zh-CN");
  CHECK(json["nianbao"]["category"] == "年龄段");
}

TEST_CASE("What is not a number is a gap with its state, never a number of its own") {
  const Json json = made(from("age"));
  CHECK(json["nianbao"]["printed"] == Json({{"12", "28", "约9", ""}, {"24.0", "56.0", "", "-"}}));
  CHECK(json["nianbao"]["states"] ==
        Json({{"", "", "approximate", "withheld"}, {"", "", "missing", "not-applicable"}}));
}

TEST_CASE("Short forms choose and turn") {
  const auto [change, expected] = GENERATE(table<void (*)(model::ChartBlock&), std::string>({
      {[](auto& b) { b.series = {"人数"}; }, "30 岁以下,30—49 岁,男,保密者 | 人数: [12,28,9,null]"},
      {[](auto& b) {
         b.rows = {"m", "合计"};
       },
       "30—49 岁,合计 | 人数: [28,50] | 占比: [56.0,100]"},
      {[](auto& b) {
         b.series = {"占比"}, b.rows = {"m", "u30"};
       },
       "30—49 岁,30 岁以下 | 占比: [56.0,24.0]"},
      {[](auto& b) { b.category = "人数", b.series = {"占比"}, b.rows = {"m"}; }, "28 | 占比: [56.0]"},
      {[](auto& b) { b.data = "years", b.by_row = true; },
       "2013年,2023年 | 在校生: [1200,1533] | 教师: [null,95]"},
      {[](auto& b) { b.data = "years", b.by_row = true, b.rows = {"教师"}, b.series = {"2023"}; },
       "2023年 | 教师: [95]"},
  }));
  model::ChartBlock block = from("age");
  change(block);
  CAPTURE(expected);
  CHECK(drawn(made(block)) == expected);
}

TEST_CASE("Each short form is a configuration of its type") {
  for (const std::string type : {"bar", "line", "pie", "doughnut", "radar", "polarArea"}) {
    model::ChartBlock block = from("age");
    block.type = type;
    const Json json = made(block);
    CHECK(json["type"] == type);
    CHECK_FALSE(json["options"].contains("indexAxis"));
    CHECK_FALSE(json["options"].contains("scales"));
  }
}

TEST_CASE("A slope has two end points and nothing between them") {
  model::ChartBlock block = from("years");
  block.type = "slope";
  block.by_row = true;
  const Json json = made(block);
  CHECK(drawn(json) == "2013年,2023年 | 在校生: [1200,1533] | 教师: [null,95]");
  CHECK(json["type"] == "slope");
  CHECK(json["nianbao"]["printed"] == Json::array({{"1,200", "1533"}, {"", "95"}}));
  CHECK(json["nianbao"]["unit"] == "人");  // of the column 单位
}

TEST_CASE("Categories of years are not named after the column of the rows") {
  model::ChartBlock block = from("years");
  CHECK(made(block)["nianbao"]["category"] == "指标");
  block.by_row = true;
  CHECK(made(block)["nianbao"]["category"] == "");
}

TEST_CASE("Sorting follows the first series; gaps go last and everything moves along") {
  model::ChartBlock block = from("age");
  block.sort = "descending";
  CHECK(drawn(made(block)) ==
        "30—49 岁,30 岁以下,男,保密者 | 人数: [28,12,9,null] | 占比: [56.0,24.0,null,null]");
  block.sort = "ascending";
  CHECK(drawn(made(block)) ==
        "男,30 岁以下,30—49 岁,保密者 | 人数: [9,12,28,null] | 占比: [null,24.0,56.0,null]");
}

TEST_CASE("Numbers given in place") {
  model::ChartBlock block = from("");
  block.labels = {"钳工", "电工", "焊工"};
  block.given = {given("人数", "s", {"56", "约55", ""})};
  block.unit = "人";
  const Json json = made(block);
  CHECK(drawn(json) == "钳工,电工,焊工 | 人数: [56,55,null]");
  CHECK(json["data"]["datasets"][0]["stack"] == "s");
  CHECK(json["nianbao"]["states"] == Json({{"", "approximate", "missing"}}));
  CHECK(json["nianbao"]["unit"] == "人");
}

TEST_CASE("Fewer or more values than labels are sorted without reaching past the end") {
  model::ChartBlock block = from("");
  block.labels = {"甲", "乙", "丙"};
  block.given = {given("少", "", {"1", "2"}), given("多", "", {"1", "2", "3", "4"})};
  block.sort = "descending";
  CHECK(drawn(made(block)) == "乙,甲,丙 | 少: [2,1,null] | 多: [2,1,3]");
}

TEST_CASE("Long category names turn bars on their side; the author's word goes first") {
  model::ChartBlock block = from("");
  block.labels = {"双师型教师培养培训基地"};
  block.given = {given("", "", {"1"})};
  CHECK(made(block)["options"]["indexAxis"] == "y");
  block.horizontal = false;
  CHECK_FALSE(made(block)["options"].contains("indexAxis"));
  block.labels = {"短"}, block.horizontal = true;
  CHECK(made(block)["options"]["indexAxis"] == "y");
  block.type = "line";
  CHECK_FALSE(made(block)["options"].contains("indexAxis"));
}

TEST_CASE("Options of the author are merged in and cannot break the configuration") {
  model::ChartBlock block = from("age");
  block.stacked = true;
  block.finding = "最多";
  block.options_json = R"({"scales": {"y": {"min": 5}}, "plugins": {"legend": {"display": false}}})";
  const Json json = made(block);
  CHECK(json["options"]["scales"] ==
        Json({{"x", {{"stacked", true}}}, {"y", {{"stacked", true}, {"min", 5}}}}));
  CHECK(json["options"]["plugins"]["legend"]["display"] == false);
  CHECK(json["options"]["plugins"]["title"]["text"] == "题");
  CHECK(json["nianbao"]["finding"] == "最多");
  for (const std::string broken : {"{", "[1]", R"({"plugins": "x"})", R"({"plugins": [1]})"}) {
    block.options_json = broken;
    CHECK(made(block)["options"]["plugins"]["title"]["text"] == "题");
  }
}

TEST_CASE("A configuration of the author's own is taken as it is; without data there is none") {
  model::ChartBlock block = from("age");
  block.config = "{\"type\": \"line\"}";
  CHECK(compose::chart_configuration(block, tables(), "题", "zh-CN") == block.config);
  CHECK(compose::chart_configuration(from("nowhere"), tables(), "题", "zh-CN") == "");
  block = from("age");
  block.rows = {"没有这一行"};
  CHECK(compose::chart_configuration(block, tables(), "题", "zh-CN") == "");
}
