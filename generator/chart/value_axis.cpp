#include "chart/value_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/canvas.h"
#include "chart/numbers.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double tick_gap = 8;  ///< between a tick's text and the plot
constexpr TextStyle tick_style = {value_size, Ink::muted, false, false};

/// Large numbers are shortened as a reader of the language would say them.
struct Magnitude {
  double from;
  int exponent;
  std::string_view suffix;
};
constexpr std::array<Magnitude, 2> chinese_magnitudes = {{{1e8, 8, " 亿"}, {1e5, 4, " 万"}}};
constexpr std::array<Magnitude, 2> english_magnitudes = {{{1e10, 9, " bn"}, {1e7, 6, " m"}}};
constexpr double scientific_from = 1e15;

Magnitude magnitude_of(const Chart& chart, double largest) {
  if (largest >= scientific_from) return {0, 0, ""};
  for (const Magnitude& magnitude : in_chinese(chart) ? chinese_magnitudes : english_magnitudes) {
    if (largest >= magnitude.from) return magnitude;
  }
  return {0, 0, ""};
}

std::string tick_text(const Steps& steps, std::int64_t i, const Magnitude& magnitude) {
  std::string text = scaled_number(i * steps.mantissa, steps.exponent - magnitude.exponent);
  return i == 0 ? text : text.append(magnitude.suffix);
}

bool all_whole(const Chart& chart) {
  return std::all_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
    return std::all_of(series.values.begin(), series.values.end(),
                       [](const auto& value) { return !value || *value == std::floor(*value); });
  });
}

/// Percentages of a whole are seen against the whole when they are a good part of it.
Interval against_the_whole(const Chart& chart, Interval extent) {
  const bool share = chart.unit == "%" || chart.unit == "％";
  if (share && extent.low == 0 && extent.high > 50 && extent.high < 100) extent.high = 100;
  return extent;
}

/// What the chart's own bounds leave of the extent of its values; never empty.
Interval bounded(const Chart& chart, Interval extent) {
  if (chart.values().minimum)
    extent.low = *chart.values().minimum, extent.high = std::max(extent.high, extent.low);
  if (chart.values().maximum)
    extent.high = *chart.values().maximum, extent.low = std::min(extent.low, extent.high);
  return extent;
}

void add_ticks(ValueAxis& axis, const Chart& chart, const Steps& steps) {
  const double largest = std::max(std::fabs(axis.domain.low), std::fabs(axis.domain.high));
  const Magnitude magnitude = magnitude_of(chart, largest);
  for (std::int64_t i = steps.first; i <= steps.last; ++i) {
    axis.ticks.push_back(steps.value(i));
    axis.texts.push_back(tick_text(steps, i, magnitude));
    axis.widest_text = std::max(axis.widest_text, text_width(axis.texts.back(), value_size));
  }
}

bool texts_keep_apart(const ValueAxis& axis, double length) {
  const double gaps = static_cast<double>(std::max<std::size_t>(axis.ticks.size(), 2) - 1);
  return axis.widest_text + 12 <= length / gaps;
}

}  // namespace

Interval value_extent(const Chart& chart) {
  Interval extent = {HUGE_VAL, -HUGE_VAL};
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) {
      if (!value) continue;
      extent = {std::min(extent.low, *value), std::max(extent.high, *value)};
    }
  }
  if (extent.low > extent.high) return {0, 1};
  if (chart.values().begin_at_zero) extent = {std::min(extent.low, 0.0), std::max(extent.high, 0.0)};
  return extent;
}

ValueAxis make_value_axis(const Chart& chart, Interval extent, int wanted) {
  extent = bounded(chart, against_the_whole(chart, extent));
  const Steps steps = nice_steps(extent, wanted, all_whole(chart));
  ValueAxis axis;
  axis.domain = {steps.value(steps.first), steps.value(steps.last)};
  if (chart.values().minimum && extent.low < axis.domain.high) axis.domain.low = extent.low;
  if (chart.values().maximum && extent.high > axis.domain.low) axis.domain.high = extent.high;
  add_ticks(axis, chart, steps_within(steps, axis.domain));
  return axis;
}

ValueAxis make_value_axis_along(const Chart& chart, Interval extent, double length) {
  for (int wanted = std::clamp(static_cast<int>(length / 90), 1, 8);; --wanted) {
    ValueAxis axis = make_value_axis(chart, extent, wanted);
    if (wanted <= 1 || texts_keep_apart(axis, length)) return axis;
  }
}

void draw_ticks_beside(Scene& scene, const ValueAxis& axis, const LinearScale& scale, const Box& plot) {
  scene.domain = axis.domain;
  for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
    const double y = scale(axis.ticks[i]);
    scene.ticks.push_back({axis.ticks[i], y});
    scene.rules.push_back({{{plot.left, y}, {plot.right, y}}, RuleKind::grid, false});
    scene.add_if_free(
        make_label(axis.texts[i], {plot.left - tick_gap, y}, Anchor::end, Stand::middle, tick_style));
  }
}

void draw_ticks_below(Scene& scene, const ValueAxis& axis, const LinearScale& scale, const Box& plot) {
  scene.domain = axis.domain;
  for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
    const double x = scale(axis.ticks[i]);
    scene.ticks.push_back({axis.ticks[i], x});
    scene.rules.push_back({{{x, plot.top}, {x, plot.bottom}}, RuleKind::grid, false});
    scene.add_if_free(
        make_label(axis.texts[i], {x, plot.bottom + tick_gap}, Anchor::middle, Stand::below, tick_style));
  }
}

}  // namespace nianbao::chart
