#include <catch2/catch.hpp>

#include "chart/chart.h"
#include "samples.h"

namespace nianbao::chart {
using testing::series;
using testing::single;

namespace {

std::string in_english(Chart chart) {
  chart.lang = "en";
  return finding(chart);
}

Chart pyramid() {
  Chart chart = single(Type::pyramid, {"30—39 岁", "40—49 岁"}, {31.0, 42.0}, "人");
  chart.series.front().label = "男";
  chart.series.push_back(series("女", {48.0, 61.0}));
  return chart;
}

Chart bullet() {
  Chart chart = single(Type::bullet, {"升学率", "就业率", "对口率"}, {52.0, 96.0, 70.0}, "%");
  chart.series.front().label = "本校";
  chart.series.push_back(series("全市中位数", {50.0, 97.0, 70.0}));
  return chart;
}

/// Points whose second coordinate is the first's `times`, but for one that is `off`.
Chart points(std::size_t count, double times, double off) {
  Chart chart = single(Type::scatter, {}, {}, "%");
  chart.index = make_axis("x", ScaleType::linear, false);
  chart.index.title = "班额";
  chart.values().title = "合格率";
  for (std::size_t i = 0; i < count; ++i) {
    chart.series.front().positions.push_back(static_cast<double>(i));
    chart.series.front().values.push_back(static_cast<double>(i) * times + (i == 1 ? off : 0));
  }
  return chart;
}

}  // namespace

TEST_CASE("pyramids: the largest group, and both sides' sums where they are exact") {
  Chart chart = pyramid();
  CHECK(finding(chart) == "女 40—49 岁最多（61 人）；共有男 73 人、女 109 人，女占 59.9%");
  CHECK(in_english(chart) ==
        "女, 40—49 岁, are the largest group (61 人); in all 男 73 人, 女 109 人, the latter 59.9% of the "
        "total");
  chart.series[1].values[0].reset();
  CHECK(finding(chart) == "已公布的各项中，女 40—49 岁最多（61 人）");
  chart = pyramid();
  chart.series[0].values[1] = 61.0;
  CHECK(finding(chart) == "共有男 92 人、女 109 人，女占 54.2%");
  chart = pyramid();
  chart.series[0].states = {State::approximate, State::number};
  CHECK(finding(chart) == "女 40—49 岁最多（61 人）");
}

TEST_CASE("dumbbells: the largest change over years, the widest gap between other things") {
  Chart chart = single(Type::dumbbell, {"升学率", "就业率"}, {52.1, 96.3}, "%");
  chart.series.front().label = "2021";
  chart.series.push_back(series("2025", {60.0, 90.0}));
  CHECK(finding(chart) == "变化最大的是升学率：2021 年 52.1%，2025 年 60%");
  chart.series[0].label = "男生";
  chart.series[1].label = "女生";
  CHECK(finding(chart) == "差距最大的是升学率：男生 52.1%，女生 60%");
  CHECK(in_english(chart) == "The largest gap is in 升学率: 52.1% (男生), 60% (女生)");
  chart.series[1].values = {52.1, 96.3};
  CHECK(finding(chart) == "");
  chart.series[1].values = {std::nullopt, std::nullopt};
  CHECK(finding(chart) == "");
}

TEST_CASE("bullets: what is above the mark, of what can be compared") {
  Chart chart = bullet();
  CHECK(finding(chart) == "高于全市中位数的有 1 项（共 3 项）：升学率");
  CHECK(in_english(chart) == "1 of 3 values is above the 全市中位数: 升学率");
  chart.series[1].values[1].reset();
  CHECK(finding(chart) == "高于全市中位数的有 1 项（可比的共 2 项）：升学率");
  chart.series[0].values = {60.0, 99.0, 71.0};
  CHECK(finding(chart) == "可比的 2 项均高于全市中位数");
  chart.series[0].values = {40.0, 99.0, 70.0};
  CHECK(finding(chart) == "可比的 2 项均不高于全市中位数");
  chart.series[1].values = {std::nullopt, std::nullopt, std::nullopt};
  CHECK(finding(chart) == "");
  Chart one = single(Type::bullet, {"升学率"}, {52.0}, "%");
  one.series.push_back(series("全市中位数", {52.0}));
  CHECK(finding(one) == "升学率为 52%，等于全市中位数（52%）");
}

TEST_CASE("shares, waffles and sparklines speak as pies and lines do") {
  for (const Type type : {Type::share, Type::waffle}) {
    CHECK(finding(single(type, {"高级", "中级"}, {1.0, 3.0}, "人")) == "中级最多（3 人），占 75.0%");
    CHECK(finding(single(type, {"双师型"}, {62.5}, "%")) == "双师型为 62.5%");
  }
  CHECK(finding(single(Type::sparkline, {"2021", "2022"}, {1.0, 3.0}, "人")) ==
        "由 2021 年 1 人增至 2022 年 3 人");
}

TEST_CASE("points: how many, between which ends, and how they correlate from eight points on") {
  CHECK(finding(points(7, 2, 0)) == "7 个点，班额在 0 与 6 之间，合格率在 0% 与 12% 之间");
  CHECK(finding(points(8, 2, 0)) ==
        "8 个点，班额在 0 与 7 之间，合格率在 0% 与 14% 之间；二者正相关，相关系数 1.00");
  CHECK(finding(points(8, -2, 0)).ends_with("；二者负相关，相关系数 -1.00"));
  CHECK(finding(points(8, 0, 5)).ends_with("；二者没有明显的线性相关，相关系数 -0.41"));
  CHECK(finding(points(9, 0, 0)) == "9 个点，班额在 0 与 8 之间，合格率均为 0%");
  CHECK(in_english(points(8, 2, 0)) ==
        "8 points: 班额 from 0 to 7, 合格率 from 0% to 14%; positively correlated (r = 1.00)");
  CHECK(finding(points(0, 1, 0)) == "");
}

TEST_CASE("bars that are ranges are neither many nor few") {
  Chart chart = single(Type::bar, {"甲", "乙"}, {3.0, 9.0});
  chart.series.front().bases = {1.0, 4.0};
  CHECK(finding(chart) == "");
}

TEST_CASE("rows: ranges, points with their coordinates, places and dates") {
  Chart chart = bullet();
  chart.series.push_back(series("四分位距", {55.0, 98.5, std::nullopt}));
  chart.series.back().bases = {41.0, 95.0, std::nullopt};
  auto rows = data_rows(chart);
  CHECK(rows[0] == std::vector<std::string>{"项目", "本校（%）", "全市中位数（%）", "四分位距（%）"});
  CHECK(rows[1] == std::vector<std::string>{"升学率", "52", "50", "41—55"});
  CHECK(rows[3] == std::vector<std::string>{"对口率", "70", "70", "未公布"});

  Chart bubbles = points(2, 3, 0);
  bubbles.type = Type::bubble;
  bubbles.series.front().radii = {4, 5.5};
  rows = data_rows(bubbles);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<std::string>{"班额", "合格率（%）", "大小"});
  CHECK(rows[2] == std::vector<std::string>{"1", "3", "5.5"});
  bubbles.type = Type::scatter;
  bubbles.labels = {"一班", "二班"};
  bubbles.series.front().label = "高一";
  bubbles.series.push_back(series("高二", {9.0}));
  bubbles.series.back().positions = {40};
  rows = data_rows(bubbles);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == std::vector<std::string>{"项目", "系列", "班额", "合格率（%）"});
  CHECK(rows[3] == std::vector<std::string>{"一班", "高二", "40", "9"});

  Chart days = single(Type::line, {}, {1.0, 2.0, 3.0}, "人");
  days.index = make_axis("x", ScaleType::time, false);
  days.index.title = "日期";
  days.series.front().positions = {19600, 19631, 19600};
  days.series.push_back(series("乙", {7.0}));
  days.series.back().positions = {19631};
  rows = data_rows(days);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].front() == "日期");
  CHECK(rows[1] == std::vector<std::string>{"2023-08-31", "1", ""});
  CHECK(rows[2] == std::vector<std::string>{"2023-08-31", "3", ""});
  CHECK(rows[3] == std::vector<std::string>{"2023-10-01", "2", "7"});
  days.index.time_unit = "month";
  CHECK(data_rows(days)[3].front() == "2023-10");
}

}  // namespace nianbao::chart
