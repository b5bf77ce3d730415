#include <catch2/catch.hpp>

#include "chart/chart.h"
#include "samples.h"

namespace nianbao::chart {
using testing::series;
using testing::single;

namespace {
using Values = std::vector<std::optional<double>>;

std::string in_english(Chart chart) {
  chart.lang = "en";
  return finding(chart);
}
}  // namespace

TEST_CASE("parts of a whole: the largest and its share") {
  const std::vector<std::string> ages = {"29 岁及以下", "30—39 岁", "40—49 岁", "50 岁及以上"};
  const Chart pie = single(Type::pie, ages, {86.0, 171.0, 202.0, 70.0}, "人");
  CHECK(finding(pie) == "40—49 岁最多（202 人），占 38.2%");
  CHECK(in_english(pie) == "40—49 岁 is the largest (202 人), at 38.2% of the total");
  const Chart partly = single(Type::pie, ages, {86.0, 171.0, 202.0, std::nullopt}, "人");
  CHECK(finding(partly) == "已公布的各项中，40—49 岁最多（202 人），29 岁及以下最少（86 人）");
  const Chart rates = single(Type::doughnut, {"甲", "乙"}, {60.0, 40.0}, "%");
  CHECK(finding(rates) == "甲最高（60%），乙最低（40%）");
  CHECK(finding(single(Type::pie, {"甲", "乙", "丙"}, {2.0, 2.0, 1.0})) ==
        "甲、乙最多（均为 2），丙最少（1）");
}

TEST_CASE("bars: the largest and the smallest") {
  CHECK(finding(single(Type::bar, {"甲", "乙", "丙"}, {3.0, 1.0, 2.0}, "人")) ==
        "甲最多（3 人），乙最少（1 人）");
  CHECK(finding(single(Type::bar, {"甲", "乙"}, {3.5, 1.0})) == "甲最高（3.5），乙最低（1）");
  CHECK(finding(single(Type::bar, {"甲", "乙"}, {3.0, -1.0}, "人")) == "甲最高（3 人），乙最低（-1 人）");
  CHECK(finding(single(Type::bar, {"甲", "乙"}, {3.0, 3.0}, "人")) == "各项均为 3 人");
  CHECK(finding(single(Type::bar, {"甲", "乙", "丙"}, {3.0, 3.0, std::nullopt}, "人")) ==
        "已公布的各项均为 3 人");
  CHECK(finding(single(Type::bar, {"甲"}, {95.8}, "%")) == "甲为 95.8%");
  CHECK(finding(single(Type::bar, {"甲", "乙", "丙", "丁", "戊"}, {1.0, 1.0, 1.0, 1.0, 9.0})) ==
        "戊最多（9）");
  CHECK(finding(single(Type::bar, {"甲", "乙", "丙", "丁", "戊"}, {9.0, 9.0, 9.0, 9.0, 1.0})) ==
        "甲等 4 项最多（均为 9），戊最少（1）");
  CHECK(in_english(single(Type::bar, {"A", "B", "C"}, {3.0, 1.0, 3.0})) ==
        "A and C are the largest (3 each); B is the smallest (1)");
}

TEST_CASE("values are quoted as printed") {
  Chart chart = single(Type::bar, {"甲", "乙"}, {95.8, 1700.0}, "");
  chart.series.front().printed = {"95.80", "约1700"};
  CHECK(finding(chart) == "乙最高（约1700），甲最低（95.80）");
}

TEST_CASE("bars in groups are named by category and series, the year first") {
  Chart chart = single(Type::bar, {"2021", "2022"}, {5.0, 6.0}, "人");
  chart.series.front().label = "公办";
  chart.series.push_back(series("民办", {1.0, 2.0}));
  CHECK(finding(chart) == "2022 年公办最多（6 人），2021 年民办最少（1 人）");
  chart.labels = {"教学", "管理"};
  chart.series[0].label = "2023年";
  chart.series[1].label = "2024年";
  CHECK(finding(chart) == "2023 年管理最多（6 人），2024 年教学最少（1 人）");
}

TEST_CASE("piles: sums of categories, or shares when there is one pile") {
  Chart chart = single(Type::bar, {"机械系", "电气系"}, {5.0, 6.0}, "人");
  chart.values().stacked = true;
  chart.series.front().label = "高级";
  chart.series.push_back(series("中级", {1.0, 3.0}));
  CHECK(finding(chart) == "电气系最多（9 人），机械系最少（6 人）；各项均以高级为最多");
  chart.series.back().values[0] = 5.0;
  CHECK(finding(chart) == "机械系最多（10 人），电气系最少（9 人）");
  chart.unit = "%";
  CHECK(finding(chart) == "");
  chart.series.back().values[0] = 4.0;
  CHECK(finding(chart) == "各项均以高级为最高");
  CHECK(in_english(chart) == "高级 is the largest part throughout");
  chart.unit = "人";
  chart.labels = {"2023", "2024"};
  CHECK(finding(chart) == "合计 2023 年与 2024 年均为 9 人；各年均以高级为最多");
  chart.series.back().values[0] = 3.0;
  CHECK(finding(chart) == "合计由 2023 年 8 人增至 2024 年 9 人；各年均以高级为最多");
  Chart one = single(Type::bar, {"教师"}, {5.0}, "人");
  one.values().stacked = true;
  one.series.front().label = "高级";
  one.series.push_back(series("中级", {15.0}));
  CHECK(finding(one) == "中级最多（15 人），占 75.0%");
}

TEST_CASE("lines: direction between the first and the last known value, and what lies beyond") {
  const std::vector<std::string> years = {"2021", "2022", "2023", "2024"};
  CHECK(finding(single(Type::line, years, {58.2, 61.0, 60.0, 65.2}, "%")) ==
        "由 2021 年 58.2% 升至 2024 年 65.2%");
  CHECK(finding(single(Type::line, years, {8.0, 9.0, 3.0, 5.0}, "人")) ==
        "由 2021 年 8 人减至 2024 年 5 人，其间最高为 2022 年 9 人，其间最低为 2023 年 3 人");
  CHECK(finding(single(Type::line, years, {std::nullopt, 7.0, std::nullopt, 7.0}, "人")) ==
        "2022 年与 2024 年均为 7 人");
  CHECK(finding(single(Type::line, years, {std::nullopt, 7.0, std::nullopt, std::nullopt}, "人")) ==
        "2022 年为 7 人");
  CHECK(finding(single(Type::line, years, Values(4), "人")) == "");
  CHECK(in_english(single(Type::line, years, {58.2, 61.0, 60.0, 65.2}, "%")) ==
        "Up from 58.2% in 2021 to 65.2% in 2024");
  CHECK(finding(single(Type::bar, years, {1.0, 2.0, 3.0, 4.0}, "人")) == "由 2021 年 1 人增至 2024 年 4 人");
}

TEST_CASE("several lines: each for itself, many at their end") {
  Chart chart = single(Type::line, {"2021", "2022"}, {1.0, 2.0}, "%");
  chart.series.front().label = "升学率";
  chart.series.push_back(series("就业率", {5.0, 4.0}));
  CHECK(finding(chart) == "升学率由 2021 年 1% 升至 2022 年 2%；就业率由 2021 年 5% 降至 2022 年 4%");
  chart.series.push_back(series("丙", {1.0, 9.0}));
  chart.series.push_back(series("丁", {1.0, 3.0}));
  CHECK(finding(chart) == "2022 年，丙最高（9%），升学率最低（2%）");
}

TEST_CASE("Latin letters and digits keep their distance from Chinese") {
  CHECK(finding(single(Type::bar, {"BIM", "CAD"}, {3.0, 1.0}, "人")) == "BIM 最多（3 人），CAD 最少（1 人）");
  CHECK(finding(single(Type::bar, {"1+X"}, {3.0}, "项")) == "1+X 为 3 项");
  CHECK(finding(single(Type::line, {"A", "B"}, {3.5, 4.0}, "分")) == "B 最高（4 分），A 最低（3.5 分）");
}

TEST_CASE("slopes speak of their ends only") {
  Chart chart = single(Type::slope, {"2013", "2021"}, {1.0, 215.0}, "项");
  chart.series.front().label = "获奖";
  CHECK(finding(chart) == "获奖由 2013 年 1 项增至 2021 年 215 项");
  chart.series.push_back(series("立项", {1.0, 64.0}));
  CHECK(finding(chart) == "变化最大的是获奖：2013 年 1 项，2021 年 215 项");
  CHECK(in_english(chart) == "The largest change is in 获奖: 1 项 in 2013, 215 项 in 2021");
  CHECK(finding(single(Type::slope, {"2013", "2021"}, {1.0, std::nullopt})) == "");
}

TEST_CASE("nothing is said of nothing") {
  for (const Type type :
       {Type::bar, Type::line, Type::pie, Type::doughnut, Type::radar, Type::polar_area, Type::slope}) {
    CHECK(finding(single(type, {}, {})) == "");
    Chart none;
    none.type = type;
    CHECK(finding(none) == "");
  }
}

TEST_CASE("the data table repeats every value as printed") {
  Chart chart = single(Type::bar, {"甲", "乙"}, {95.8, std::nullopt}, "%");
  chart.category_name = "学校";
  chart.series.front().label = "升学率";
  chart.series.front().printed = {"95.80", ""};
  chart.series.push_back(series("", {1.0, 2.0}));
  const std::vector<std::vector<std::string>> expected = {
      {"学校", "升学率（%）", "系列 2（%）"}, {"甲", "95.80", "1"}, {"乙", "未公布", "2"}};
  CHECK(data_rows(chart) == expected);
}

}  // namespace nianbao::chart
