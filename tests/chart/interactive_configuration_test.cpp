#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "chart/chart.h"

namespace nianbao::chart {
namespace {

using Json = nlohmann::json;

/// What the browser is given; null when nothing.
Json interactive(const std::string& text) {
  const Json configuration = Json::parse(text);
  const std::string made = interactive_configuration(configuration, read_configuration(configuration).chart);
  return made.empty() ? Json() : Json::parse(made);
}

}  // namespace

TEST_CASE("the interactive view is given the bounds, the direction and the values of the picture") {
  const std::string text =
      R"({"type": "bar", "data": {"labels": ["现代学徒制与企业新型学徒制培养项目", "新能源汽车运用与维修（高级技工班）", "</script>"], "datasets": [{"data": [12, 30, "7"], "backgroundColor": "teal"}, {"data": [1, 2, 3], "hidden": true}]},
    "options": {"scales": {"y": {"title": {"text": "人"}}}}})";
  const Json configuration = Json::parse(text);
  const Chart chart = read_configuration(configuration).chart;
  const std::string made = interactive_configuration(configuration, chart, 320);
  CHECK(made.find('<') == std::string::npos);
  const Json view = Json::parse(made);
  REQUIRE(draws_horizontally(chart, 320));
  CHECK(view["type"] == "bar");
  CHECK(view["options"]["indexAxis"] == "y");
  CHECK(view["options"]["scales"]["x"]["min"] == value_bounds(chart, 320)->low);
  CHECK(view["options"]["scales"]["x"]["max"] == value_bounds(chart, 320)->high);
  CHECK(view["options"]["scales"]["x"]["title"]["text"] == "人");
  CHECK(view["data"]["labels"][2] == "</script>");
  CHECK(view["data"]["datasets"][0]["data"] == Json({12.0, 30.0, 7.0}));
  CHECK(view["data"]["datasets"][0]["backgroundColor"] == "teal");
  CHECK(view["data"]["datasets"][1]["hidden"] == true);
  CHECK(view["nianbao"]["hues"] == Json({0, 1}));
}

TEST_CASE("our kinds are Chart.js's in the interactive view") {
  const std::string data =
      R"(, "data": {"labels": ["a", "b"], "datasets": [{"label": "s", "data": [10, 30]}, {"label": "t", "data": [20, 25]}]}})";
  const Json slope = interactive(R"({"type": "slope")" + data);
  CHECK(slope["type"] == "line");
  CHECK(slope["data"]["datasets"][0]["showLine"] == false);
  const Json dumbbell = interactive(R"({"type": "dumbbell")" + data);
  CHECK(dumbbell["options"]["indexAxis"] == "y");
  CHECK(dumbbell["data"]["datasets"][2]["data"] == Json::parse("[[10.0, 20.0], [25.0, 30.0]]"));
  CHECK(dumbbell["nianbao"]["hues"] == Json({0, 1, nullptr}));
  const Json pyramid = interactive(R"({"type": "pyramid")" + data);
  CHECK(pyramid["data"]["datasets"][0]["data"] == Json({-10.0, -30.0}));
  CHECK(pyramid["nianbao"]["absolute"] == true);
  CHECK(pyramid["options"]["scales"]["x"]["stacked"] == true);
  CHECK(pyramid["options"]["scales"]["x"]["min"].get<double>() ==
        -pyramid["options"]["scales"]["x"]["max"].get<double>());
  const Json bullet = interactive(R"({"type": "bullet")" + data);
  CHECK(bullet["data"]["datasets"][1]["type"] == "line");
  const Json share = interactive(R"({"type": "share")" + data);
  CHECK(share["data"]["datasets"].size() == 2);
  CHECK(share["data"]["datasets"][0]["data"][0] == 25.0);
  CHECK(share["options"]["scales"]["x"]["max"] == 100.0);
  for (const char* type : {"waffle", "sparkline"})
    CHECK(interactive(std::string("{\"type\": \"") + type + "\"" + data).is_null());
}

TEST_CASE("times are numbers in the interactive view, and small multiples have none") {
  const Json time = interactive(
      R"({"type": "line", "data": {"labels": ["1970", "1971"], "datasets": [{"data": [1, 2]}]}, "options": {"scales": {"x": {"type": "time"}}}})");
  CHECK(time["options"]["scales"]["x"]["type"] == "linear");
  CHECK(time["data"]["datasets"][0]["data"][1] == Json({{"x", 365.0}, {"y", 2.0}}));
  CHECK(time["nianbao"]["time"] == true);
  CHECK(time["nianbao"]["ticks"][1]["label"] == "1971");
  CHECK(
      interactive(
          R"({"type": "line", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}, "nianbao": {"panels": 2}})")
          .is_null());
  CHECK(interactive(R"({"type": "line", "data": {"datasets": []}})").is_null());
}

}  // namespace nianbao::chart
