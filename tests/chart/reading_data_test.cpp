#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "chart/configuration_text.h"

namespace nianbao::chart {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;
using Values = std::vector<std::optional<double>>;

constexpr auto gap = std::nullopt;

ReadResult read(const std::string& text) { return read_configuration(Json::parse(text)); }

Lines listed(const ReadResult& result) {
  Lines list;
  for (const Problem& problem : result.problems) list.push_back(problem.pointer + " " + problem.code);
  return list;
}

/// A chart of `type` with the given members of `data` and `options`.
ReadResult read(const std::string& type, const std::string& data, const std::string& options = "{}") {
  return read("{\"type\": \"" + type + "\", \"data\": " + data + ", \"options\": " + options + "}");
}

}  // namespace

TEST_CASE("values come in all the forms Chart.js takes") {
  struct Case {
    const char *type, *data, *options;
    Lines labels;
    Values values;
  };
  const Case cases[] = {
      {"bar", R"({"labels": ["a", "b"], "datasets": [{"data": [1, null]}]})", "{}", {"a", "b"}, {1, gap}},
      {"bar",
       R"({"labels": ["a", "b"], "datasets": [{"data": ["1.5", "NaN"]}]})",
       "{}",
       {"a", "b"},
       {1.5, gap}},
      {"bar", R"({"datasets": [{"data": {"a": 1, "b": 2}}]})", "{}", {"a", "b"}, {1, 2}},
      {"pie", R"({"datasets": [{"data": {"a": 1, "b": 2}}]})", "{}", {"a", "b"}, {1, 2}},
      {"bar",
       R"({"labels": ["b", "a"], "datasets": [{"data": {"a": 1, "b": 2}}]})",
       "{}",
       {"b", "a"},
       {2, 1}},
      {"line",
       R"({"datasets": [{"data": [{"x": "b", "y": 1}, {"x": "a", "y": 2}]}]})",
       "{}",
       {"b", "a"},
       {1, 2}},
      {"line",
       R"({"labels": ["a", "b"], "datasets": [{"data": [{"x": "b", "y": 1}]}]})",
       "{}",
       {"a", "b"},
       {gap, 1}},
      {"bar", R"({"datasets": [{"data": [{"y": "b", "x": 1}]}]})", R"({"indexAxis": "y"})", {"b"}, {1}},
      {"bar",
       R"({"datasets": [{"data": [{"id": "b", "n": {"v": 4}}]}]})",
       R"({"parsing": {"xAxisKey": "id", "yAxisKey": "n.v"}})",
       {"b"},
       {4}},
      {"doughnut",
       R"({"labels": ["a"], "datasets": [{"data": [{"n": 4}]}]})",
       R"({"parsing": {"key": "n"}})",
       {"a"},
       {4}},
      {"bar", R"({"xLabels": ["a"], "datasets": [{"data": [1]}]})", "{}", {"a"}, {1}},
      {"bar",
       R"({"yLabels": ["a"], "labels": ["q"], "datasets": [{"data": [1]}]})",
       R"({"indexAxis": "y"})",
       {"a"},
       {1}},
      {"bar",
       R"({"labels": ["q"], "datasets": [{"data": [1]}]})",
       R"({"scales": {"x": {"labels": ["a"]}}})",
       {"a"},
       {1}},
      {"line",
       R"({"labels": [2021, 2022], "datasets": [{"data": [{"x": 2022, "y": 5}]}]})",
       "{}",
       {"2021", "2022"},
       {gap, 5}},
      {"radar", R"({"labels": ["a"], "datasets": [{"data": [{"r": 4}]}]})", "{}", {"a"}, {4}},
  };
  for (const Case& c : cases) {
    INFO(c.type << " " << c.data);
    const ReadResult result = read(c.type, c.data, c.options);
    CHECK(listed(result) == Lines{});
    CHECK(result.chart.labels == c.labels);
    REQUIRE(result.chart.series.size() == 1);
    CHECK(result.chart.series[0].values == c.values);
    CHECK(result.chart.series[0].positions.empty());
  }
}

TEST_CASE("on an axis of numbers or dates values have positions") {
  struct Case {
    const char *type, *data, *options;
    ScaleType scale;
    std::vector<double> positions;
    Values values;
  };
  const char* time = R"({"scales": {"x": {"type": "time"}}})";
  const Case cases[] = {
      {"scatter",
       R"({"datasets": [{"data": [{"x": 3, "y": 1}, [5, 2]]}]})",
       "{}",
       ScaleType::linear,
       {3, 5},
       {1, 2}},
      {"line",
       R"({"labels": [10, "20"], "datasets": [{"data": [1, 2]}]})",
       R"({"scales": {"x": {"type": "linear"}}})",
       ScaleType::linear,
       {10, 20},
       {1, 2}},
      {"line",
       R"({"labels": ["1970", "1970-01-03"], "datasets": [{"data": [1, null]}]})",
       time,
       ScaleType::time,
       {0, 2},
       {1, gap}},
      {"line", R"({"datasets": [{"data": {"1970年2月": 7}}]})", time, ScaleType::time, {31}, {7}},
      {"line", R"({"datasets": [{"data": [{"x": 86400000, "y": 7}]}]})", time, ScaleType::time, {1}, {7}},
      {"line",
       R"({"datasets": [{"data": [{"y": 4, "x": 7}]}]})",
       R"({"indexAxis": "y", "scales": {"y": {"type": "logarithmic"}}})",
       ScaleType::logarithmic,
       {4},
       {7}},
  };
  for (const Case& c : cases) {
    INFO(c.type << " " << c.data);
    const ReadResult result = read(c.type, c.data, c.options);
    CHECK(listed(result) == Lines{});
    CHECK(result.chart.index.type == c.scale);
    REQUIRE(result.chart.series.size() == 1);
    CHECK(result.chart.series[0].positions == c.positions);
    CHECK(result.chart.series[0].values == c.values);
  }
  const Chart bubbles =
      read("bubble", R"({"datasets": [{"data": [{"x": 1, "y": 2, "r": 9}, [3, 4, 5]]}]})").chart;
  CHECK(bubbles.series[0].radii == std::vector<double>{9, 5});
  CHECK(bubbles.labels == Lines{"1", "3"});
}

TEST_CASE("[low, high] is a bar that floats") {
  const Series bars =
      read("bar", R"({"labels": ["a", "b", "c"], "datasets": [{"data": [[1, 3], [9, 4], 5]}]})")
          .chart.series[0];
  CHECK(bars.bases == Values{1, 4});
  CHECK(bars.values == Values{3, 9, 5});
  const Series point = read("bar", R"({"datasets": [{"data": [{"x": "a", "y": [1, 3]}]}]})").chart.series[0];
  CHECK(point.bases == Values{1});
  CHECK(listed(read("line", R"({"labels": ["a"], "datasets": [{"data": [[1]]}]})")) ==
        Lines{"/data/datasets/0/data/0 N410"});
}

TEST_CASE("kinds mix where Chart.js mixes them") {
  const Chart mixed =
      read(
          "bar",
          R"({"labels": ["a"], "datasets": [{"data": [1]}, {"type": "line", "data": [2]}, {"type": "bar", "data": [2]}, {"type": "scatter", "data": [{"x": "a", "y": 1}]}]})")
          .chart;
  CHECK(!mixed.series[0].mark);
  CHECK(mixed.series[1].mark == Mark::line);
  CHECK(!mixed.series[2].mark);
  CHECK(mixed.series[3].mark == Mark::points);
  CHECK(!mixed.series[3].look.show_line);
  CHECK(read("line", R"({"labels": ["a"], "datasets": [{"type": "bar", "data": [1]}]})")
            .chart.values()
            .begin_at_zero);
  CHECK(listed(read("pie", R"({"labels": ["a"], "datasets": [{"type": "bar", "data": [1]}]})")) ==
        Lines{"/data/datasets/0/type N412"});
  CHECK(listed(read("bar", R"({"labels": ["a"], "datasets": [{"type": "area", "data": [1]}]})")) ==
        Lines{"/data/datasets/0/type N413"});
  const std::string hint = read("area", R"({"datasets": []})").problems.front().en;
  CHECK(hint.find("write \"type\": \"line\", \"fill\": true") != std::string::npos);
}

TEST_CASE("printed forms and states follow their data to the labels they name") {
  const Series series =
      read(
          R"({"type": "bar", "data": {"labels": ["a", "b"], "datasets": [{"data": [{"x": "b", "y": 2}, {"x": "a", "y": 1}]}]},
    "nianbao": {"printed": [["2.0", "1.0"]], "states": [["approximate", ""]]}})")
          .chart.series[0];
  CHECK(series.printed == Lines{"1.0", "2.0"});
  CHECK(series.states[1] == State::approximate);
}

TEST_CASE("what cannot be read is said, and the rest is kept") {
  struct Case {
    const char *type, *data, *options;
    Lines expected;
  };
  const Case cases[] = {
      {"line",
       R"({"labels": ["a"], "datasets": [{"data": [{"x": {}, "y": 1}]}]})",
       "{}",
       {"/data/datasets/0/data/0/x N410"}},
      {"line",
       R"({"labels": ["a"], "datasets": [{"data": [{"x": "a", "y": 1}, {"x": "a", "y": 2}]}]})",
       "{}",
       {"/data/datasets/0/data/1/x N412"}},
      {"line",
       R"({"labels": ["many"], "datasets": [{"data": [1]}]})",
       R"({"scales": {"x": {"type": "time"}}})",
       {"/data/labels/0 N418"}},
      {"bar",
       R"({"labels": ["a"], "datasets": [{"data": ["1,234"]}]})",
       "{}",
       {"/data/datasets/0/data/0 N410"}},
      {"bar",
       R"({"labels": ["a"], "datasets": [{"data": [1e308]}]})",
       "{}",
       {"/data/datasets/0/data/0 N418"}},
      {"bar", R"({"labels": ["a"], "datasets": [{"data": 5}]})", "{}", {"/data/datasets/0/data N410"}},
      {"bubble",
       R"({"datasets": [{"data": [{"x": 1, "y": 1, "r": 999}]}]})",
       "{}",
       {"/data/datasets/0/data/0/r N418"}},
      {"waffle",
       R"({"labels": ["a"], "datasets": [{"data": [-1]}]})",
       "{}",
       {"/data/datasets/0/data/0 N418"}},
      {"pyramid", R"({"labels": ["a"], "datasets": [{"data": [1]}]})", "{}", {"/data/datasets N414"}},
  };
  for (const Case& c : cases) {
    INFO(c.type << " " << c.data);
    CHECK(listed(read(c.type, c.data, c.options)) == c.expected);
  }
}

TEST_CASE("data as an object keep the order in which they are written") {
  const auto labels = [](const char* text) {
    return read_configuration(parse_configuration(text)).chart.labels;
  };
  CHECK(
      labels(
          R"({"type": "bar", "data": {"datasets": [{"data": {"b": 1, "a": 2}}, {"data": {"c": 1, "b": 2}}]}})") ==
      Lines{"b", "a", "c"});
  CHECK(labels(
            R"({"type": "bar", "data": {"labels": ["a", "b"], "datasets": [{"data": {"b": 1, "a": 2}}]}})") ==
        Lines{"a", "b"});
  CHECK_THROWS(parse_configuration("{"));
}

TEST_CASE("labels that only the data name are limited, too") {
  Json datasets = Json::array();
  for (int s = 0; s < 10; ++s) {
    Json data = Json::array();
    for (int i = 0; i < 500; ++i)
      data.push_back({{"x", std::to_string(s) + "-" + std::to_string(i)}, {"y", 1}});
    datasets.push_back({{"data", data}});
  }
  const ReadResult result = read_configuration({{"type", "line"}, {"data", {{"datasets", datasets}}}});
  CHECK(listed(result) == Lines{"/data/datasets N417"});
  CHECK(is_fatal(result));
}

TEST_CASE("brackets within brackets do no harm wherever they stand") {
  Json deep = 1;
  for (int i = 0; i < 20000; ++i) {
    Json outer = Json::array();
    outer.push_back(std::move(deep));
    deep = std::move(outer);
  }
  for (const char* place : {"/data/labels/0", "/data/datasets/0/data/0", "/data/datasets/0/pointStyle",
                            "/data/datasets/0/fill", "/data/datasets/0/borderWidth", "/options/scales/x/min",
                            "/nianbao/breaks/0/before", "/options/plugins/annotation/annotations/0"}) {
    INFO(place);
    Json configuration =
        Json::parse(R"({"type": "line", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}})");
    configuration[Json::json_pointer(place)].swap(deep);
    const ReadResult result = read_configuration(configuration);
    CHECK(!result.problems.empty());
    CHECK(interactive_configuration(configuration, result.chart).empty());
    configuration[Json::json_pointer(place)].swap(deep);
  }
}

}  // namespace nianbao::chart
