#include "chart/cleaned.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "samples.h"

namespace nianbao::chart {
namespace {

using testing::series;
using testing::single;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> names(const Chart& chart) {
  std::vector<std::string> list;
  for (const Series& series : chart.series) list.push_back(series.label);
  return list;
}

}  // namespace

TEST_CASE("hidden series are gone, and the colours of the others stay") {
  Chart raw = single(Type::bar, {"a"}, {1.0});
  raw.series = {series("one", {1.0}), series("two", {2.0}), series("three", {3.0})};
  CHECK(!cleaned(raw).series[2].hue);
  raw.series[1].hidden = true;
  raw.series[2].hue = 7;
  CHECK(names(cleaned(raw)) == std::vector<std::string>{"one", "three"});
  CHECK(cleaned(raw).series[0].hue == 0);
  CHECK(cleaned(raw).series[1].hue == 7);
  raw.series[2].hue.reset();
  CHECK(cleaned(raw).series[1].hue == 2);
  CHECK(data_rows(raw).front().size() == 3);
}

TEST_CASE("a fill towards a hidden series goes where that one is filled to") {
  Chart raw = single(Type::line, {"a"}, {1.0});
  raw.series = {series("0", {1.0}), series("1", {2.0}), series("2", {3.0}), series("3", {4.0})};
  raw.series[0].hidden = raw.series[1].hidden = true;
  raw.series[0].look.fill.to = Fill::To::origin;
  raw.series[1].look.fill = {Fill::To::series, 0, 2};
  raw.series[2].look.fill = {Fill::To::series, 0, 0};
  raw.series[3].look.fill = {Fill::To::series, 0, 1};
  const Chart chart = cleaned(raw);
  CHECK(chart.series[0].look.fill.to == Fill::To::origin);
  CHECK(chart.series[1].look.fill == Fill{Fill::To::series, 0, 0});
  raw.series[0].look.fill = {Fill::To::series, 0, 0};
  CHECK(cleaned(raw).series[0].look.fill.to == Fill::To::nothing);
  raw.series[0].look.fill = {Fill::To::series, 0, 99};
  CHECK(cleaned(raw).series[0].look.fill.to == Fill::To::nothing);
}

TEST_CASE("positions, bases and radii are as many as values, and finite") {
  Chart raw = single(Type::bubble, {}, {1.0, 2.0, 3.0});
  raw.index.type = ScaleType::linear;
  raw.series.front().positions = {5, nan};
  raw.series.front().bases = {std::nullopt, 2.0, nan};
  raw.series.front().radii = {-1, 1e9};
  raw.series.front().axis = 4;
  const Series found = cleaned(raw).series.front();
  CHECK(found.positions == std::vector<double>{5, 5, 5});
  CHECK(found.values == std::vector<std::optional<double>>{1.0, std::nullopt, std::nullopt});
  CHECK(found.bases == std::vector<std::optional<double>>(3));
  CHECK(found.radii == std::vector<double>{0, largest_bubble, 3});
  CHECK(found.axis == 0);
  CHECK(cleaned(raw).labels.size() == 3);
  raw.series.front().positions.clear();
  CHECK(cleaned(raw).series.front().positions == std::vector<double>{0, 1, 2});
  raw.index.type = ScaleType::category;
  CHECK(cleaned(raw).series.front().positions.empty());
}

TEST_CASE("looks are brought within what can be drawn") {
  Chart raw = single(Type::bar, {"a"}, {1.0});
  Look& look = raw.series.front().look;
  look.fills = {"#12345g", "#123456", "url(x)", "#12345678", "\"/><script>"};
  look.border_width = 1e300;
  look.point_radii = {-4, 5, 1e9};
  look.point_fills = {"#123456", "red"};
  look.tension = nan;
  look.bar_percentage = 7;
  look.dash = {4, -2};
  look.cutout = 2;
  const Look clean = cleaned(raw).series.front().look;
  CHECK(clean.fills == std::vector<std::string>{"", "#123456", "", "#12345678", ""});
  CHECK(clean.border_width == 20.0);
  CHECK(clean.point_radii == std::vector<double>{0, 5, 40});
  CHECK(clean.point_fills == std::vector<std::string>{"#123456", ""});
  CHECK(clean.tension == 0);
  CHECK(clean.bar_percentage == 1);
  CHECK(clean.dash.empty());
  CHECK(clean.cutout == 0.95);
}

TEST_CASE("notes that are nowhere are dropped") {
  Chart raw = single(Type::bar, {"a"}, {1.0});
  raw.annotations.resize(3);
  raw.annotations[1].value_low = nan;
  raw.annotations[2].value_low = 5;
  raw.annotations[2].axis = 3;
  raw.annotations[2].colour = "red";
  raw.breaks = {{nan, "x"}, {1, " a  b "}};
  const Chart chart = cleaned(raw);
  REQUIRE(chart.annotations.size() == 1);
  CHECK(chart.annotations[0].value_low == 5.0);
  CHECK(chart.annotations[0].axis == 0);
  CHECK(chart.annotations[0].colour.empty());
  REQUIRE(chart.breaks.size() == 1);
  CHECK(chart.breaks[0].text == "a b");
}

TEST_CASE("axes have sensible steps, and logarithms of nothing are not asked for") {
  Chart raw = single(Type::line, {"a"}, {1.0});
  Axis& axis = raw.values();
  axis.step_size = -1;
  axis.most_ticks = 100000;
  axis.precision = -3;
  axis.type = ScaleType::logarithmic;
  axis.minimum = 0;
  axis.maximum = 10;
  const Axis clean = cleaned(raw).values();
  CHECK(!clean.step_size);
  CHECK(clean.most_ticks == 100);
  CHECK(clean.precision == 0);
  CHECK(!clean.minimum);
  CHECK(clean.maximum == 10.0);
}

}  // namespace nianbao::chart
