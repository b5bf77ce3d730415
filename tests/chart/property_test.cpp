#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

#include "chart/cleaned.h"
#include "chart/layout.h"
#include "samples.h"
#include "scene_checks.h"
#include "text/utf8.h"
#include "xml_check.h"

namespace nianbao::chart::testing {
namespace {

constexpr int chart_count = 3000;

bool is_bounded(const Chart& chart) { return chart.values().minimum || chart.values().maximum; }

void check_ticks(const Chart& chart, const Scene& scene) {
  const auto& ticks = scene.ticks;
  const auto ascending = [](const Tick& a, const Tick& b) { return a.value < b.value; };
  CHECK(std::is_sorted(ticks.begin(), ticks.end(), ascending));
  if (ticks.empty() || is_bounded(chart) || chart.type == Type::pyramid) return;
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) {
      if (!value || (chart.type == Type::polar_area && *value < 0)) continue;
      const double margin = 1e-6 * std::max({std::fabs(ticks.front().value), std::fabs(ticks.back().value)});
      CHECK(ticks.front().value <= *value + margin);
      CHECK(ticks.back().value >= *value - margin);
      if (chart.type == Type::polar_area) break;
    }
    if (chart.type == Type::polar_area) break;
  }
}

/// Lengths are to values as those of the longest bar.
void check_bars(const Chart& chart, const Scene& scene) {
  if (scene.bars.empty() || is_bounded(chart)) return;
  const bool lying = draws_horizontally(chart, static_cast<int>(scene.width)) ||
                     chart.type == Type::pyramid || chart.type == Type::bullet || chart.type == Type::share;
  const auto length = [&](const Bar& bar) { return lying ? bar.box.width() : bar.box.height(); };
  const auto value = [&](const Bar& bar) {
    return std::fabs(*chart.series[bar.series].values[bar.category]);
  };
  const auto longest = std::max_element(scene.bars.begin(), scene.bars.end(),
                                        [&](const Bar& a, const Bar& b) { return value(a) < value(b); });
  if (value(*longest) == 0) return;
  const double scale = length(*longest) / value(*longest);
  for (const Bar& bar : scene.bars) CHECK(length(bar) == Approx(value(bar) * scale).margin(1e-6));
}

/// Angles are shares of the ring's circumference; together they are all of it.
void check_sectors(const Chart& chart, const Scene& scene) {
  const bool polar = chart.type == Type::polar_area;
  std::vector<double> angles(chart.series.size(), 0), wholes(chart.series.size(), 0);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    for (const auto& value : chart.series[s].values) wholes[s] += value ? std::max(*value, 0.0) : 0;
  }
  for (const Sector& sector : scene.sectors) {
    const Series& series = chart.series[sector.series];
    const double sweep = series.look.circumference.value_or(chart.circumference) / 180 * std::numbers::pi;
    angles[sector.series] += sector.to - sector.from;
    CHECK(sector.inner < sector.outer);
    if (polar) continue;
    CHECK(sector.to - sector.from ==
          Approx(*series.values[sector.category] / wholes[sector.series] * sweep).margin(1e-6));
  }
  for (std::size_t s = 0; s < angles.size() && !polar; ++s) {
    const double sweep =
        chart.series[s].look.circumference.value_or(chart.circumference) / 180 * std::numbers::pi;
    if (angles[s] > 0) CHECK(angles[s] == Approx(sweep));
  }
}

/// A line has no point where there is no value, so a gap cannot be bridged.
void check_gaps(const Chart& chart, const Scene& scene) {
  if (chart.type != Type::line && chart.type != Type::sparkline) return;
  for (const Axis& axis : chart.value_axes)
    if (axis.minimum || axis.maximum || axis.type == ScaleType::logarithmic) return;  // lines are cut off
  std::size_t known = 0, joined = 0, runs = 0;
  for (const Series& series : chart.series) {
    bool inside = false;
    for (const auto& value : series.values) {
      known += value.has_value();
      runs += value.has_value() && !inside;
      inside = value.has_value();
    }
  }
  for (const Stroke& stroke : scene.strokes) joined += stroke.points.size() - 1;
  CHECK(joined == known - runs);
}

/// A hundred squares, whatever the parts.
void check_squares(const Chart& chart, const Scene& scene) {
  std::size_t count = 0;
  for (const Squares& squares : scene.squares) count += squares.corners.size();
  CHECK(count == (chart.type == Type::waffle && scene.swatches.size() > 0 ? 100 : 0));
}

}  // namespace

TEST_CASE("generated charts: labels keep apart, nothing leaves the picture, shapes tell the truth") {
  Random random(20260101);
  for (int i = 0; i < chart_count; ++i) {
    const Chart raw = random_chart(random);
    const RenderOptions options = random_options(random);
    const Chart chart = cleaned(raw);
    const Scene scene = lay_out(chart, options);
    INFO("chart " << i << ", type " << static_cast<int>(chart.type) << ", width " << options.width
                  << ", categories " << chart.labels.size() << ", series " << chart.series.size());
    CHECK(first_overlap(scene) == "");
    CHECK(first_outside(scene) == "");
    check_ticks(chart, scene);
    check_bars(chart, scene);
    check_sectors(chart, scene);
    check_gaps(chart, scene);
    check_squares(chart, scene);
  }
}

TEST_CASE("generated charts: the SVG is well-formed, finite and the same every time") {
  Random random(7);
  for (int i = 0; i < chart_count / 2; ++i) {  // each is drawn twice
    const Chart chart = random_chart(random);
    const RenderOptions options = random_options(random);
    const std::string svg = render_svg(chart, options);
    INFO("chart " << i << "\n" << svg.substr(0, 400));
    const std::string drawing = svg.substr(svg.find("</desc>"));
    CHECK(drawing.find("nan") == std::string::npos);
    CHECK(drawing.find("=\"inf") == std::string::npos);
    CHECK(text::first_invalid_utf8(svg) == std::string_view::npos);
    CHECK(xml_problem(svg) == "");
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("style=") == std::string::npos);
    CHECK(svg == render_svg(chart, options));
  }
}

TEST_CASE("generated charts: words never throw and rows are complete") {
  Random random(99);
  for (int i = 0; i < chart_count; ++i) {
    const Chart chart = random_chart(random);
    const std::string sentence = finding(chart);
    CHECK(text::first_invalid_utf8(sentence) == std::string_view::npos);
    const auto rows = data_rows(chart);
    if (chart.index.type != ScaleType::category) continue;
    CHECK(rows.size() == chart.labels.size() + 1);
    for (const auto& row : rows) CHECK(row.size() == chart.series.size() + 1);
  }
}

}  // namespace nianbao::chart::testing
