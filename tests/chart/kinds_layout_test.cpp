#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "chart/apportionment.h"
#include "chart/cleaned.h"
#include "chart/layout.h"
#include "samples.h"

namespace nianbao::chart {
using testing::Random;
using testing::series;
using testing::single;

namespace {

using Values = std::vector<std::optional<double>>;

Scene drawn(const Chart& chart, int width = 720) {
  RenderOptions options;
  options.width = width;
  return lay_out(cleaned(chart), options);
}

const Label* label_of(const Scene& scene, const std::string& text) {
  const auto found =
      std::find_if(scene.labels.begin(), scene.labels.end(), [&](const Label& l) { return l.text == text; });
  return found == scene.labels.end() ? nullptr : &*found;
}

bool says(const Scene& scene, const std::string& text) { return label_of(scene, text) != nullptr; }

Chart pyramid() {
  Chart chart = single(Type::pyramid, {"青年", "中年", "老年"}, {30.0, 60.0, 15.0}, "人");
  chart.series.front().label = "男";
  chart.series.push_back(series("女", {45.0, 90.0, 0.0}));
  return chart;
}

std::vector<std::size_t> squares_of(const Scene& scene) {
  std::vector<std::size_t> counts;
  for (const Squares& squares : scene.squares) counts.push_back(squares.corners.size());
  return counts;
}

}  // namespace

TEST_CASE("pyramids: one scale for both sides, the first category lowest") {
  for (const int width : {320, 440, 720}) {
    const Scene scene = drawn(pyramid(), width);
    REQUIRE(scene.bars.size() == 5);
    const double scale = scene.bars[0].box.width() / 30;
    for (const Bar& bar : scene.bars) {
      const double value = *pyramid().series[bar.series].values[bar.category];
      CHECK(bar.box.width() == Approx(value * scale));
      CHECK((bar.series == 0) == (bar.box.right < scene.width / 2));
    }
    CHECK(scene.bars[0].box.top > scene.bars[1].box.top);
    CHECK(label_of(scene, "青年")->box.top > label_of(scene, "老年")->box.top);
    for (const char* text : {"男", "女", "30", "60", "15", "45", "90", "0"}) CHECK(says(scene, text));
  }
  Chart reversed = pyramid();
  reversed.index.reverse = true;
  CHECK(drawn(reversed).bars[0].box.top < drawn(reversed).bars[1].box.top);
}

TEST_CASE("pyramids say what is not known, list what cannot be drawn and can share a scale") {
  Chart chart = pyramid();
  chart.series[0].values = {std::nullopt, std::nullopt, -4.0};
  chart.series[0].states = {State::withheld, State::not_applicable, State::number};
  const Scene scene = drawn(chart);
  CHECK(scene.bars.size() == 2);
  for (const char* text : {"不公开", "不适用", "-4"}) CHECK(says(scene, text));
  Chart wider = pyramid();
  wider.values().maximum = 180;
  CHECK(drawn(wider).bars[1].box.width() < 0.6 * drawn(pyramid()).bars[1].box.width());
}

TEST_CASE("two hundred rows of a pyramid have ticks instead of values") {
  Chart chart = single(Type::pyramid, std::vector<std::string>(200, "岁"), Values(200, 5.0));
  chart.series.push_back(series("", Values(200, 10.0)));
  const Scene scene = drawn(chart);
  CHECK(scene.bars.size() == 400);
  CHECK(!scene.ticks.empty());
  CHECK(scene.bars[399].box.width() == Approx(2 * scene.bars[0].box.width()));
}

TEST_CASE("dumbbells: values outside the dots, a way between them only when both ends are known") {
  Chart chart = single(Type::dumbbell, {"甲", "乙", "丙", "丁"}, {1.3, 9.3, 4.3, std::nullopt});
  chart.series.front().label = "2021";
  chart.series.push_back(series("2025", {6.3, 2.3, std::nullopt, std::nullopt}));
  for (const int width : {320, 720}) {
    const Scene scene = drawn(chart, width);
    CHECK(scene.spans.size() == 2);
    CHECK(scene.dots.size() == 5 + 2);  // two of them in the legend
    const Span& span = scene.spans.front();
    CHECK(label_of(scene, "1.3")->box.right < span.from.x);
    CHECK(label_of(scene, "6.3")->box.left > span.to.x);
    CHECK(label_of(scene, "9.3")->box.left > label_of(scene, "2.3")->box.right);
    CHECK(says(scene, "2025 未公布"));
    CHECK(says(scene, "未公布"));
  }
}

TEST_CASE("huge values of a dumbbell are written even where names have to give way") {
  Chart chart = single(Type::dumbbell, {"东部", "西部"}, {123456789012.0, 3.0}, "元");
  chart.series.push_back(series("", {98765432109.0, 7.0}));
  for (const int width : {360, 720}) {
    const Scene scene = drawn(chart, width);
    for (const char* text : {"东部", "西部", "123,456,789,012", "98,765,432,109"}) CHECK(says(scene, text));
  }
}

TEST_CASE("dots of equal values are seen one below the other") {
  Chart chart = single(Type::dumbbell, {"甲"}, {5.0});
  chart.series.push_back(series("", {5.0}));
  const Scene scene = drawn(chart);
  REQUIRE(scene.dots.size() == 2);
  CHECK(scene.dots[0].radius > scene.dots[1].radius + 1);
}

TEST_CASE("bullets: bar, mark and range on one scale") {
  Chart chart = single(Type::bullet, {"升学率", "就业率"}, {40.0, 80.0}, "%");
  chart.series.front().label = "本校";
  chart.series.push_back(series("中位数", {60.0, std::nullopt}));
  chart.series.push_back(series("四分位距", {80.0, std::nullopt}));
  chart.series.back().bases = {20.0, std::nullopt};
  for (const int width : {320, 720}) {
    const Scene scene = drawn(chart, width);
    REQUIRE(scene.bars.size() == 2);
    CHECK(scene.bars[1].box.width() == Approx(2 * scene.bars[0].box.width()));
    const double zero = scene.bars[0].box.left, pixels = scene.bars[0].box.width() / 40;
    REQUIRE(scene.grounds.size() == 2);  // the first in the legend
    CHECK(scene.grounds[1].box.left == Approx(zero + 20 * pixels));
    CHECK(scene.grounds[1].box.right == Approx(zero + 80 * pixels));
    const auto mark = std::find_if(scene.notches.begin(), scene.notches.end(),
                                   [](const Notch& n) { return n.series == 1; });
    REQUIRE(mark != scene.notches.end());
    CHECK(mark->box.centre() == Approx(zero + 60 * pixels));
    for (const char* text : {"本校", "中位数", "四分位距", "40", "80", "60", "未公布"})
      CHECK(says(scene, text));
    CHECK(says(scene, "四分位距未公布：就业率"));
  }
}

TEST_CASE("a share bar is as long as its parts, and one percentage stands against the rest") {
  const Scene parts = drawn(single(Type::share, {"高级", "中级", "初级"}, {20.0, 60.0, 20.0}, "人"));
  REQUIRE(parts.bars.size() == 3);
  CHECK(parts.grounds.empty());
  CHECK(parts.bars[1].box.width() == Approx(3 * parts.bars[0].box.width()));
  CHECK(parts.bars[2].box.right == Approx(parts.width - 4));
  CHECK(says(parts, "中级\n60 人\u200260.0%"));
  const Scene rate = drawn(single(Type::share, {"双师型"}, {62.5}, "%"));
  REQUIRE(rate.bars.size() == 1);
  REQUIRE(rate.grounds.size() == 1);
  CHECK(rate.bars[0].box.width() == Approx(0.625 * rate.grounds[0].box.width()));
  CHECK(says(rate, "双师型\u200262.5%"));
}

TEST_CASE("parts may be the series of one category, as in a pile") {
  Chart chart = single(Type::share, {"教师"}, {20.0}, "人");
  chart.series.front().label = "高级";
  chart.series.push_back(series("中级", {60.0}));
  const Scene scene = drawn(chart);
  REQUIRE(scene.bars.size() == 2);
  CHECK(scene.bars[1].box.width() == Approx(3 * scene.bars[0].box.width()));
  CHECK(says(scene, "中级\n60 人\u200275.0%"));
  chart.type = Type::waffle;
  CHECK(squares_of(drawn(chart)) == std::vector<std::size_t>{25, 75});
  chart.labels = {"教师", "职工"};
  CHECK(says(drawn(chart), "另有 1 项，见数据表"));
}

TEST_CASE("parts that make up no whole are listed, not drawn") {
  for (const Type type : {Type::share, Type::waffle}) {
    const Scene over = drawn(single(type, {"讲座", "社团"}, {81.2, 64.0}, "%"));
    CHECK(over.bars.empty());
    CHECK(says(over, "81.2%"));
    CHECK(says(over, "各项之和超过 100%，不能画成一个整体的各部分"));
    const Scene negative = drawn(single(type, {"甲", "乙"}, {5.0, -5.0}, "万元"));
    CHECK(says(negative, "-5 万元"));
    const Scene alone = drawn(single(type, {"甲"}, {-5.0}, "%"));
    CHECK(alone.bars.empty());
    CHECK(says(alone, "-5%"));
    const Scene unknown = drawn(single(type, {"甲", "乙"}, {5.0, std::nullopt}, "人"));
    CHECK(says(unknown,
               type == Type::share ? "图中只表示已公布的各项" : "一格为已公布各项之和的 1%，格数取整"));
  }
}

TEST_CASE("apportionment: largest remainders, and the earlier part where they are equal") {
  CHECK(apportion({50, 30, 20}, 10) == std::vector<int>{5, 3, 2});
  CHECK(apportion({1, 1, 1}, 100) == std::vector<int>{34, 33, 33});
  CHECK(apportion({62.5, 37.5}, 100) == std::vector<int>{63, 37});
  CHECK(apportion({3, 27}, 100) == std::vector<int>{10, 90});
  CHECK(apportion({0, 0}, 100) == std::vector<int>{0, 0});
  CHECK(apportion({1e300, 1e300, 0}, 100) == std::vector<int>{50, 50, 0});
  CHECK(apportion({}, 100).empty());
}

TEST_CASE("apportionment keeps to the quota and sums up") {
  Random random(1792);
  for (int round = 0; round < 2000; ++round) {
    std::vector<double> sizes;
    for (std::size_t i = 1 + random.below(12); i > 0; --i) sizes.push_back(std::floor(random.unit() * 400));
    const double whole = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    const std::vector<int> counts = apportion(sizes, 100);
    if (whole <= 0) continue;
    CHECK(std::accumulate(counts.begin(), counts.end(), 0) == 100);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const double quota = sizes[i] / whole * 100;
      CHECK(std::fabs(counts[i] - quota) < 1);
      // No part that got less than another has the larger remainder by more than the other's extra seat.
      for (std::size_t j = 0; j < sizes.size(); ++j) {
        const double other = sizes[j] / whole * 100;
        const bool up = counts[i] > quota + 1e-6, other_down = counts[j] < other - 1e-6;
        if (up && other_down) CHECK(quota - std::floor(quota) >= other - std::floor(other) - 1e-6);
      }
    }
  }
}

TEST_CASE("waffles: a hundred squares") {
  CHECK(squares_of(drawn(single(Type::waffle, {"甲", "乙", "丙"}, {1.0, 1.0, 1.0}))) ==
        std::vector<std::size_t>{34, 33, 33});
  const Scene rate = drawn(single(Type::waffle, {"双师型"}, {62.5}, "%"), 320);
  CHECK(squares_of(rate) == std::vector<std::size_t>{63, 37});
  CHECK(rate.squares[0].colour);
  CHECK(!rate.squares[1].colour);
  CHECK(says(rate, "62.5%"));
}

TEST_CASE("sparklines are small, keep their gaps and print the last value where there is room") {
  Chart chart = single(Type::sparkline, {"2021", "2022", "2023", "2024", "2025"},
                       {1.0, 2.0, std::nullopt, 4.0, 3.5}, "%");
  chart.title = "就业率";
  RenderOptions options;
  options.heading = true;
  for (const int width : {60, 120, 300}) {
    options.width = width;
    const Scene scene = lay_out(cleaned(chart), options);
    CHECK(scene.width == width);
    CHECK(scene.height == 28);
    CHECK(scene.strokes.size() == 2);
    CHECK(scene.dots.size() == 1);
    CHECK(scene.labels.size() <= 1);
  }
  CHECK(says(drawn(chart, 120), "3.5%"));
  chart.series.front().values.back().reset();
  CHECK(says(drawn(chart, 120), "未公布"));
  chart.series.front().values = Values(5);
  CHECK(says(drawn(chart, 60), "未公布"));
  CHECK(drawn(chart, 60).height == 28);
}

}  // namespace nianbao::chart
