#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "chart/cleaned.h"

namespace nianbao::chart {
namespace {

using Json = nlohmann::json;

ReadResult read(const char* text) { return read_configuration(Json::parse(text)); }

/// "pointer code" of every problem, in order.
std::vector<std::string> listed(const ReadResult& result) {
  std::vector<std::string> list;
  for (const Problem& problem : result.problems) list.push_back(problem.pointer + " " + problem.code);
  return list;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a whole configuration is read without problems") {
  const ReadResult result = read(R"({
    "type": "bar",
    "data": {"labels": ["教学", ["公共", "基础课"], 2023],
             "datasets": [{"label": "甲", "data": [95.8, null, 3], "stack": "a"}, {"label": "乙", "data": [1, 2, 3], "hidden": true},
                          {"label": "丙", "data": [4, 5, 6]}]},
    "options": {"indexAxis": "y", "responsive": true, "animation": false,
                "scales": {"x": {"min": 0, "max": 100, "stacked": true, "title": {"display": true, "text": "分值"}},
                           "y": {"title": {"display": false, "text": "科目"}}},
                "plugins": {"title": {"display": true, "text": ["在校生", "满意度"]}, "legend": {"display": false}}},
    "nianbao": {"unit": "%", "lang": "en", "finding": "一句话", "category": "项目",
                "printed": [["95.80", "", "3"], null, ["4", "5", "6"]], "states": [["", "withheld", ""]]}
  })");
  CHECK(listed(result) == Lines{});
  const Chart& chart = result.chart;
  CHECK(chart.type == Type::bar);
  CHECK(chart.labels == Lines{"教学", "公共 基础课", "2023"});
  REQUIRE(chart.series.size() == 3);
  CHECK(chart.series[1].hidden);
  CHECK(chart.series[0].label == "甲");
  CHECK(chart.series[0].stack == "a");
  CHECK(chart.series[0].values == std::vector<std::optional<double>>{95.8, std::nullopt, 3.0});
  CHECK(chart.series[0].printed == Lines{"95.80", "", "3"});
  CHECK(chart.series[0].states[1] == State::withheld);
  CHECK(chart.series[2].label == "丙");
  CHECK(chart.series[2].printed == Lines{"4", "5", "6"});
  CHECK(chart.horizontal);
  CHECK(chart.orientation_given);
  CHECK(chart.values().stacked);
  CHECK(chart.values().minimum == 0.0);
  CHECK(chart.values().maximum == 100.0);
  CHECK(chart.values().title == "分值");
  CHECK(chart.index.title.empty());
  CHECK(chart.title == "在校生 满意度");
  CHECK(!chart.show_legend);
  CHECK(chart.unit == "%");
  CHECK(chart.lang == "en");
  CHECK(chart.finding == "一句话");
  CHECK(chart.category_name == "项目");
}

TEST_CASE("every problem is named by its place") {
  struct Case {
    const char* text;
    Lines expected;
  };
  const Case cases[] = {
      {R"([])", {" N410"}},
      {R"({})", {"/type N414"}},
      {R"({"type": 3})", {"/type N410"}},
      {R"({"type": "barr", "data": {}})", {"/type N413"}},
      {R"({"type": "bar"})", {"/data N414"}},
      {R"({"type": "bar", "data": []})", {"/data N410"}},
      {R"({"type": "bar", "data": {}})", {"/data/datasets N415"}},
      {R"({"type": "bar", "data": {"datasets": []}})", {"/data/datasets N415"}},
      {R"({"type": "bar", "data": {"labels": "a", "datasets": [{"data": []}]}})", {"/data/labels N410"}},
      {R"({"type": "bar", "data": {"labels": [{}], "datasets": [3]}})",
       {"/data/labels/0 N410", "/data/datasets/0 N410"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": ["1 人"]}]}})",
       {"/data/datasets/0/data/0 N410"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [{"x": 1, "y": 2}]}]}})",
       {"/data/datasets/0/data/0/x N418"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1, 2]}]}})",
       {"/data/datasets/0/data N416"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1], "lable": "x"}]}})",
       {"/data/datasets/0/lable N411"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1], "backgroundColor": "redd"}]}})",
       {"/data/datasets/0/backgroundColor N410"}},
      {R"({"type": "bar", "data": {"datasets": []}, "options": {"scales": {"y": {"min": 9, "max": 1}}}})",
       {"/options/scales/y/min N420", "/data/datasets N415"}},
      {R"({"type": "bar", "data": {"datasets": []}, "options": {"scales": {"y": {"min": 50}}}})",
       {"/options/scales/y/min N420", "/data/datasets N415"}},
      {R"({"type": "line", "data": {"datasets": []}, "options": {"indexAxis": "z", "scales": {"x": {"min": 1}, "y1": {}, "q": {}}}})",
       {"/options/indexAxis N410", "/options/scales/q N411", "/data/datasets N415",
        "/options/scales/x/min N418"}},
      {R"({"type": "pie", "data": {"labels": ["a"], "datasets": [{"data": [-1]}, {"data": [1]}]}})",
       {"/data/datasets/0/data/0 N418"}},
      {R"({"type": "slope", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}})", {"/data/labels N416"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [95.8]}]}, "nianbao": {"printed": [["95.9"]]}})",
       {"/nianbao/printed/0/0 N421"}},
      {R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [95.8]}]}, "nianbao": {"printed": [[95.8]], "states": [["withhold"]]}})",
       {"/nianbao/printed/0/0 N410", "/nianbao/states/0/0 N411"}},
      {R"({"type": "bar", "data": {"datasets": []}, "nianbao": {"a/b~c": 1, "unit": 5}})",
       {"/data/datasets N415", "/nianbao/a~1b~0c N411", "/nianbao/unit N410"}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(listed(read(c.text)) == c.expected);
  }
}

TEST_CASE("fatal is what leaves nothing to draw") {
  CHECK(is_fatal(read("[]")));
  CHECK(is_fatal(read(R"({"type": "barr", "data": {"datasets": []}})")));
  CHECK(is_fatal(read(R"({"type": "bar"})")));
  CHECK(!is_fatal(read(R"({"type": "bar", "data": {"datasets": []}})")));
  CHECK(!is_fatal(read(R"({"type": "bar", "data": {"datasets": [7]}, "x": 1})")));
}

TEST_CASE("a misspelled name comes with the right one, in both languages") {
  const auto first = [](const char* text) { return read(text).problems.front(); };
  const Problem key = first(R"({"type": "bar", "data": {"lables": [], "datasets": []}})");
  CHECK(key.zh == "不认识的键“lables”，是否想写“labels”？");
  CHECK(key.en == "unknown key \"lables\"; did you mean \"labels\"?");
  const Problem type = first(R"({"type": "polararea", "data": {"datasets": []}})");
  CHECK(type.en.find("did you mean \"polarArea\"?") != std::string::npos);
  const Problem far = first(R"({"type": "bar", "zzzzzzzzz": 1, "data": {"datasets": []}})");
  CHECK(far.en == "unknown key \"zzzzzzzzz\"");
}

TEST_CASE("defaults are Chart.js's: bars begin at zero, lines do not") {
  const auto begins = [](std::string type, std::string extra) {
    return read(("{\"type\": \"" + type + "\", \"data\": {\"datasets\": []}, \"options\": {\"scales\": {" +
                 extra + "}}}")
                    .c_str())
        .chart.values()
        .begin_at_zero;
  };
  CHECK(begins("bar", ""));
  CHECK(!begins("line", ""));
  CHECK(!begins("radar", ""));
  CHECK(begins("line", R"("y": {"beginAtZero": true})"));
  CHECK(begins("radar", R"("r": {"beginAtZero": true})"));
  CHECK(begins("bar", R"("y": {"beginAtZero": false})"));
}

TEST_CASE("a million points are refused before they are copied") {
  Json configuration = {{"type", "line"}, {"data", {{"labels", Json::array()}, {"datasets", Json::array()}}}};
  configuration["data"]["datasets"].push_back({{"data", std::vector<int>(1000000, 1)}});
  const ReadResult result = read_configuration(configuration);
  CHECK(listed(result) == Lines{"/data/datasets N417"});
  CHECK(is_fatal(result));
  CHECK(result.chart.series.empty());
}

TEST_CASE("endless mistakes are not listed endlessly") {
  Json configuration = {{"type", "bar"}, {"data", {{"datasets", Json::array()}}}};
  for (int i = 0; i < 50000; ++i) configuration["key " + std::to_string(i)] = i;
  const ReadResult result = read_configuration(configuration);
  CHECK(result.problems.size() == 101);
  CHECK(result.problems.back().en == "too many problems; the others are not listed");
}

TEST_CASE("deep nesting and text that is not UTF-8 do no harm") {
  Json deep = 1;
  for (int i = 0; i < 20000; ++i) {
    Json outer = Json::array();
    outer.push_back(std::move(deep));
    deep = std::move(outer);
  }
  Json configuration = {{"type", "bar"}, {"options", std::move(deep)}};
  configuration["data"] = {{"labels", {std::string("\xff\xfe"), std::string(1 << 20, 'x')}},
                           {"datasets", {{{"data", {1, 2}}}}}};
  const ReadResult result = read_configuration(configuration);
  CHECK(listed(result) == Lines{"/options N410", "/data/labels/0 N419", "/data/labels/1 N419"});
  CHECK(result.chart.labels[0] == "\uFFFD\uFFFD");
  CHECK(result.chart.labels[1].size() < 200);
}

}  // namespace nianbao::chart
