#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "chart/cleaned.h"
#include "chart/clipping.h"
#include "chart/layout.h"
#include "chart/time_ticks.h"

/// What Chart.js does with a configuration, and the static picture as well. The browser tests draw both side
/// by side; these say why.
namespace nianbao::chart {
namespace {

Scene drawn(const char* configuration) {
  const ReadResult read = read_configuration(nlohmann::json::parse(configuration));
  CHECK_FALSE(is_fatal(read));
  return lay_out(cleaned(read.chart), {});
}

std::vector<std::size_t> series_of(const std::vector<Bar>& bars) {
  std::vector<std::size_t> series;
  for (const Bar& bar : bars) series.push_back(bar.series);
  return series;
}

double height_share(const Scene& scene, const Bar& bar) {
  const double unit = std::fabs(scene.ticks[1].position - scene.ticks[0].position) /
                      (scene.ticks[1].value - scene.ticks[0].value);
  return bar.box.height() / unit;
}

}  // namespace

TEST_CASE("bars lie below lines unless `order` says otherwise") {
  const Scene usual = drawn(R"({"type": "bar", "data": {"labels": ["a"], "datasets": [
    {"data": [1]}, {"type": "line", "data": [2]}]}})");
  CHECK(usual.layers == 1);
  const Scene ordered = drawn(R"({"type": "bar", "data": {"labels": ["a", "b"], "datasets": [
    {"type": "line", "data": [1, 2], "order": 2}, {"data": [1, 2], "order": 1}, {"type": "line", "data": [3, 4]}]}})");
  REQUIRE(ordered.layers == 2);
  CHECK(ordered.bars.front().layer == 1);
  REQUIRE(ordered.strokes.size() == 2);
  CHECK(ordered.strokes[0].layer == 0);
  CHECK(ordered.strokes[1].layer == 1);
  ReadResult read = read_configuration(nlohmann::json::parse(R"({"type": "bar", "data": {"labels": ["a", "b"],
    "datasets": [{"type": "line", "data": [1, 2], "order": 1}, {"data": [1, 2]}]}})"));
  const std::string svg = render_svg(read.chart, {});
  CHECK(svg.find("stroke-linejoin") < svg.find("class=\"c2 f\" fill", svg.find("stroke-linejoin")));
}

TEST_CASE("bars that hide each other are drawn from the last in order to the first") {
  const Scene scene = drawn(R"({"type": "bar", "data": {"labels": ["a"], "datasets": [
    {"data": [1], "grouped": false}, {"data": [2], "grouped": false}]}})");
  CHECK(series_of(scene.bars) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("bars that are not grouped leave the room of the others alone") {
  const Scene scene =
      drawn(R"({"type": "bar", "data": {"labels": ["a", "b", "c", "d", "e", "f", "g", "h"], "datasets": [
    {"data": [1, 1, 1, 1, 1, 1, 1, 1]}, {"data": [2, 2, 2, 2, 2, 2, 2, 2], "grouped": false}]}})");
  const Bar& wide = scene.bars.front();
  const Bar& single = scene.bars.back();
  CHECK(single.box.centre() == Approx(wide.box.centre()).margin(900));
  CHECK(single.box.width() > wide.box.width() * 0.8);
}

TEST_CASE("skipNull shares the room among the bars that are there") {
  const Scene scene = drawn(R"({"type": "bar", "data": {"labels": ["a", "b"], "datasets": [
    {"data": [3, 3], "skipNull": true, "maxBarThickness": 400},
    {"data": [4, null], "skipNull": true, "maxBarThickness": 400}]}})");
  REQUIRE(scene.bars.size() == 3);
  CHECK(scene.bars[1].box.width() == Approx(2 * scene.bars[0].box.width()));
}

TEST_CASE("ranges share a lane when only the index axis is stacked") {
  const Scene scene = drawn(R"({"type": "bar", "data": {"labels": ["a"], "datasets": [
    {"data": [[1, 3]]}, {"data": [[5, 6]]}]}, "options": {"scales": {"x": {"stacked": true}}}})");
  REQUIRE(scene.bars.size() == 2);
  CHECK(scene.bars[0].box.left == scene.bars[1].box.left);
  CHECK(height_share(scene, scene.bars[0]) == Approx(1));
}

TEST_CASE("series of one stack stand on each other, bars and lines alike") {
  const Scene scene = drawn(R"({"type": "bar", "data": {"labels": ["a"], "datasets": [
    {"data": [3], "stack": "s"}, {"type": "line", "data": [4], "stack": "s"}]},
    "options": {"scales": {"y": {"stacked": true}}}})");
  CHECK(scene.domain.high >= 7);
  CHECK(scene.dots.front().at.y < scene.bars.front().box.top);
}

TEST_CASE("stacked \"single\" takes off what is negative") {
  const Scene apart =
      drawn(R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [6]}, {"data": [-2]}]},
    "options": {"scales": {"y": {"stacked": true}}}})");
  const Scene one =
      drawn(R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [6]}, {"data": [-2]}]},
    "options": {"scales": {"y": {"stacked": "single"}}}})");
  CHECK(apart.domain.low < 0);
  CHECK(one.domain.low == 0);
  CHECK(one.bars[1].box.top == Approx(one.bars[0].box.top));
}

TEST_CASE("bars on an axis of moments are as wide as the closest of them allow") {
  const Scene scene = drawn(R"({"type": "bar", "data": {"datasets": [{"data": [
    {"x": "2023-01-01", "y": 1}, {"x": "2023-01-02", "y": 1}, {"x": "2023-01-31", "y": 1}]}]},
    "options": {"scales": {"x": {"type": "time"}}}})");
  REQUIRE(scene.bars.size() == 3);
  CHECK(scene.bars[0].box.right <= scene.bars[1].box.left);
}

TEST_CASE("a time series has its moments at equal distances") {
  const Scene scene = drawn(R"({"type": "line", "data": {"datasets": [{"data": [
    {"x": "2020", "y": 1}, {"x": "2021", "y": 2}, {"x": "2029", "y": 3}]}]},
    "options": {"scales": {"x": {"type": "timeseries"}}}})");
  const auto& points = scene.strokes.front().points;
  REQUIRE(points.size() == 3);
  CHECK(points[1].x - points[0].x == Approx(points[2].x - points[1].x));
}

TEST_CASE("numbers along a standing index axis grow upwards") {
  const Scene scene =
      drawn(R"({"type": "line", "data": {"datasets": [{"data": [{"x": 4, "y": 0}, {"x": 5, "y": 9}]}]},
    "options": {"indexAxis": "y", "scales": {"y": {"type": "linear"}}}})");
  const auto& points = scene.strokes.front().points;
  CHECK(points[0].y > points[1].y);
}

TEST_CASE("a line leaves the plot where it crosses its ends") {
  const Scene scene =
      drawn(R"({"type": "line", "data": {"labels": ["a", "b", "c"], "datasets": [{"data": [5, 15, 5]}]},
    "options": {"scales": {"y": {"min": 0, "max": 10}}}})");
  REQUIRE(scene.strokes.size() == 2);
  const auto& up = scene.strokes[0].points;
  const auto& down = scene.strokes[1].points;
  CHECK(up.back().y == Approx(down.front().y));
  CHECK(down.front().x - up.back().x == Approx(2 * (up.back().x - up.front().x)));
  CHECK(scene.dots.size() == 2);
}

TEST_CASE("only values in sight make the scale") {
  const Scene scene = drawn(R"({"type": "scatter", "data": {"datasets": [{"data": [
    {"x": 0, "y": 1}, {"x": 1, "y": 5}, {"x": 9, "y": 500}]}]}, "options": {"scales": {"x": {"max": 2}}}})");
  CHECK(scene.domain.high == 5);
  CHECK(scene.dots.size() == 2);
}

TEST_CASE("categories outside `min` and `max` are left out") {
  const Scene scene =
      drawn(R"({"type": "bar", "data": {"labels": ["a", "b", "c", "d"], "datasets": [{"data": [9, 2, 3, 8]}]},
    "options": {"scales": {"x": {"min": "b", "max": "c"}}}})");
  CHECK(scene.bars.size() == 2);
  CHECK(scene.domain.high == 3);
}

TEST_CASE("grace in per cent is shared by both ends") {
  const Scene scene =
      drawn(R"({"type": "line", "data": {"labels": ["a", "b"], "datasets": [{"data": [-10, 10]}]},
    "options": {"scales": {"y": {"grace": "100%"}}}})");
  CHECK(scene.domain.low == -20);
  CHECK(scene.domain.high == 20);
}

TEST_CASE("scales may end with the data, and have as many ticks as asked for") {
  const Scene data =
      drawn(R"({"type": "line", "data": {"labels": ["a", "b"], "datasets": [{"data": [13, 47]}]},
    "options": {"scales": {"y": {"bounds": "data"}}}})");
  CHECK(data.domain.low == 13);
  CHECK(data.domain.high == 47);
  const Scene counted =
      drawn(R"({"type": "line", "data": {"labels": ["a", "b"], "datasets": [{"data": [4, 8]}]},
    "options": {"scales": {"y": {"min": 3.5, "max": 8.5, "ticks": {"count": 6}}}}})");
  REQUIRE(counted.ticks.size() == 6);
  CHECK(counted.ticks[1].value == 4.5);
}

TEST_CASE("a type that only data sets name is the chart's") {
  CHECK(drawn(R"({"data": {"labels": ["a"], "datasets": [{"type": "bar", "data": [1]}]}})").bars.size() == 1);
}

TEST_CASE("a point that names no place is nowhere") {
  const ReadResult read = read_configuration(nlohmann::json::parse(
      R"({"type": "line", "data": {"labels": ["a", "b"], "datasets": [{"data": [{"x": null, "y": 1}, {"x": "b", "y": 2}]}]}})"));
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems.front().pointer == "/data/datasets/0/data/0");
  CHECK_FALSE(read.chart.series.front().values.front());
}

TEST_CASE("each point has its own radius, shape and colour") {
  const Scene scene =
      drawn(R"({"type": "line", "data": {"labels": ["a", "b", "c"], "datasets": [{"data": [1, 2, 3],
    "pointRadius": [2, 0, 6], "pointStyle": ["rect", "star", "triangle"], "pointBackgroundColor": ["teal", "navy"]}]}})");
  REQUIRE(scene.dots.size() == 2);
  CHECK(scene.dots[0].radius == 2);
  CHECK(scene.dots[1].style == PointStyle::triangle);
  CHECK(scene.custom_colours == std::vector<std::string>{"#008080"});
}

TEST_CASE("points of a scatter chart may be joined") {
  const Scene scene = drawn(R"({"type": "scatter", "data": {"datasets": [{"showLine": true,
    "data": [{"x": 1, "y": 1}, {"x": 2, "y": 5}]}]}})");
  CHECK(scene.strokes.size() == 1);
  CHECK(scene.dots.size() == 2);
}

TEST_CASE("data sets of a polar area lie over each other, the smaller values on top") {
  const Scene scene = drawn(R"({"type": "polarArea", "data": {"labels": ["a", "b"], "datasets": [
    {"data": [1, 2]}, {"data": [3, 4]}]}})");
  REQUIRE(scene.sectors.size() == 4);
  CHECK(scene.sectors.front().series == 1);
  CHECK(scene.sectors.back().series == 0);
  CHECK(scene.sectors.back().outer * 4 == Approx(scene.sectors.front().outer));
}

TEST_CASE("a radar turns, and does without spokes and names") {
  const char* bare =
      R"({"type": "radar", "data": {"labels": ["甲", "乙", "丙", "丁"], "datasets": [{"label": "x", "data": [4, 4, 4, 4]}, {"label": "y", "data": [1, 2, 3, 4]}]},
    "options": {"scales": {"r": {"startAngle": 90, "beginAtZero": true, "angleLines": {"display": false}, "pointLabels": {"display": false}}}}})";
  const Scene scene = drawn(bare);
  CHECK(std::all_of(scene.rules.begin(), scene.rules.end(), [](const Rule& rule) { return rule.closed; }));
  CHECK(
      std::none_of(scene.labels.begin(), scene.labels.end(), [](const Label& l) { return l.text == "甲"; }));
  const auto& top = scene.strokes.back().points;  // the first series lies on top
  CHECK(top[0].x > top[2].x);
  CHECK(top[0].y == Approx(top[2].y));
}

TEST_CASE("a legend at the right leaves the chart what remains") {
  const char* beside =
      R"({"type": "line", "data": {"labels": ["a", "b"], "datasets": [{"label": "甲", "data": [1, 2]}, {"label": "乙", "data": [2, 1]}]},
    "options": {"plugins": {"legend": {"position": "right"}}, "scales": {"x": {"border": {"display": true}}}}})";
  ReadResult read = read_configuration(nlohmann::json::parse(beside));
  read.chart.series[1].values[1].reset();  // the lines are not named at their ends, then
  const Scene scene = lay_out(cleaned(read.chart), {});
  REQUIRE(scene.swatches.size() == 2);
  CHECK(scene.swatches[0].box.left == scene.swatches[1].box.left);
  for (const Dot& dot : scene.dots) CHECK(dot.at.x < scene.swatches[0].box.left);
  CHECK(std::any_of(scene.rules.begin(), scene.rules.end(),
                    [](const Rule& rule) { return rule.kind == RuleKind::axis; }));
  RenderOptions narrow;
  narrow.width = 300;
  const Scene above = lay_out(cleaned(read.chart), narrow);
  CHECK(above.swatches[0].box.top < above.dots[0].at.y);
}

TEST_CASE("weeks begin on Mondays, hours on the hour") {
  const TimeTicks weeks = time_ticks({19418, 19440}, "week", 600);  // from 2023-03-02
  REQUIRE(weeks.texts.size() == 3);
  CHECK(weeks.texts.front() == "2023-03-06");
  const TimeTicks hours = time_ticks({19968.26, 19968.6}, "hour", 900);
  CHECK(hours.texts.front() == "09-02 07:00");
  CHECK(time_ticks({19968, 19968.9}, "", 500).texts.front() == "09-02 00:00");
  CHECK(time_ticks({19968, 19971}, "", 5000).texts.size() == 4);
}

TEST_CASE("what is cut off by a box") {
  const Box box = {0, 0, 10, 10};
  const auto pieces = pieces_inside({{-10, 5}, {5, 5}, {5, 20}, {8, 20}, {8, 2}}, box);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].front().x == Approx(0));
  CHECK(pieces[0].back().y == Approx(10));
  CHECK(pieces[1].size() == 2);
  CHECK(pieces_inside({{-5, -5}, {-1, 20}}, box).empty());
  const auto polygon = polygon_inside({{-5, 5}, {5, -5}, {15, 5}, {5, 15}}, box);
  CHECK(polygon.size() == 8);
  CHECK(polygon_inside({{20, 20}, {30, 20}, {30, 30}}, box).empty());
  Stroke curve;
  curve.points = {{0, 0}, {10, 0}};
  curve.controls = {{3, 9}, {7, 9}};
  const auto line = flattened(curve);
  CHECK(line.size() > 8);
  CHECK(line[line.size() / 2].y == Approx(6.75));
}

}  // namespace nianbao::chart
