#include "chart/value_axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "chart/canvas.h"
#include "chart/log_ticks.h"
#include "chart/text_measure.h"
#include "chart/tick_texts.h"

namespace nianbao::chart {
namespace {

constexpr double tick_gap = 8;  ///< between a tick's text and the plot
constexpr int most_given_steps = 1000;
constexpr TextStyle tick_style = {value_size, Ink::muted, false, false};

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

Interval with_grace(const Axis& axis, Interval extent) {
  if (!axis.grace) return extent;
  const double half = (extent.high - extent.low) / 2;  // Chart.js shares the percentage between both ends
  const double added = axis.grace_is_share ? half * *axis.grace : *axis.grace;
  if (extent.low != 0 || !axis.begin_at_zero) extent.low -= added;
  if (extent.high != 0 || !axis.begin_at_zero) extent.high += added;
  return extent;
}

/// What the author's bounds make of the extent of the values; never upside down.
Interval bounded(const Axis& axis, Interval extent) {
  extent = with_grace(axis, extent);
  if (axis.suggested_minimum) extent.low = std::min(extent.low, *axis.suggested_minimum);
  if (axis.suggested_maximum) extent.high = std::max(extent.high, *axis.suggested_maximum);
  if (axis.minimum) extent.low = *axis.minimum, extent.high = std::max(extent.high, extent.low);
  if (axis.maximum) extent.high = *axis.maximum, extent.low = std::min(extent.low, extent.high);
  return extent;
}

/// The smallest stride that leaves few enough intervals and keeps both ends.
std::int64_t stride_of(const Steps& steps, int drawn) {
  const std::int64_t count = steps.last - steps.first;
  if (count <= drawn) return 1;
  for (const std::int64_t stride : {2, 5}) {
    if (steps.first % stride == 0 && steps.last % stride == 0 && count / stride <= drawn) return stride;
  }
  return 1;
}

Steps steps_for(const Chart& chart, const Axis& axis, Interval extent, const TickRoom& room) {
  if (axis.step_size) {
    if (const auto steps = steps_of_width(extent, *axis.step_size, most_given_steps)) return *steps;
  }
  const int most = std::clamp(axis.most_ticks.value_or(room.most + 1) - 1, 1, room.most);
  Steps steps = nice_steps(extent, most, all_whole(chart));
  if (axis.precision && -steps.exponent > *axis.precision) {
    if (const auto coarse = steps_of_width(extent, std::pow(10.0, -*axis.precision), most_given_steps))
      return *coarse;
  }
  return steps;
}

void add_ticks(ValueAxis& made, std::vector<double> ticks, std::vector<std::string> texts) {
  made.ticks = std::move(ticks);
  made.texts = std::move(texts);
  for (const std::string& text : made.texts)
    made.widest_text = std::max(made.widest_text, text_width(text, value_size));
}

/// So many ticks at equal distances, from end to end.
void add_counted_ticks(ValueAxis& made, const Axis& axis) {
  const int count = *axis.tick_count;
  const double step = (made.domain.high - made.domain.low) / (count - 1);
  const double digits = std::pow(10.0, 2 - std::floor(std::log10(step)));  // three of the step's
  std::vector<double> ticks;
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    ticks.push_back(made.domain.low + step * i);
    texts.push_back(tick_text(axis, std::round(ticks.back() * digits) / digits));
  }
  add_ticks(made, std::move(ticks), std::move(texts));
}

/// Ticks and domain by powers of ten.
ValueAxis make_logarithmic(const Axis& axis, Interval extent) {
  ValueAxis made;
  made.logarithmic = true;
  made.reverse = axis.reverse;
  const LogTicks log = log_ticks(extent, axis.minimum, axis.maximum);
  made.domain = log.domain;
  std::vector<std::string> texts;
  for (const double tick : log.ticks) texts.push_back(tick_text(axis, tick));
  add_ticks(made, log.ticks, std::move(texts));
  return made;
}

bool texts_keep_apart(const ValueAxis& axis, double length) {
  const LinearScale scale = axis.scale(0, length);
  for (std::size_t i = 1; i < axis.ticks.size(); ++i) {
    const double gap = std::fabs(scale(axis.ticks[i]) - scale(axis.ticks[i - 1]));
    const double half = text_width(axis.texts[i], value_size) + text_width(axis.texts[i - 1], value_size);
    if (half / 2 + 12 > gap) return false;
  }
  return true;
}

/// Every `stride`-th tick.
ValueAxis strided(const ValueAxis& axis, std::size_t stride) {
  ValueAxis thinner = axis;
  thinner.ticks.clear();
  thinner.texts.clear();
  for (std::size_t i = 0; i < axis.ticks.size(); i += stride) {
    thinner.ticks.push_back(axis.ticks[i]);
    thinner.texts.push_back(axis.texts[i]);
  }
  return thinner;
}

/// As many ticks as keep apart, always with both ends.
ValueAxis thinned_out(ValueAxis axis, double length) {
  if (axis.ticks.size() < 3) return axis;
  const std::size_t intervals = axis.ticks.size() - 1;
  for (std::size_t stride = 1; stride < intervals; ++stride) {
    if (intervals % stride != 0) continue;
    ValueAxis thinner = strided(axis, stride);
    if (texts_keep_apart(thinner, length)) return thinner;
  }
  return strided(axis, intervals);
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

ValueAxis make_value_axis(const Chart& chart, const Axis& axis, Interval extent, TickRoom room) {
  if (axis.type == ScaleType::logarithmic) return make_logarithmic(axis, extent);
  extent = bounded(axis, against_the_whole(chart, extent));
  const Steps steps = steps_for(chart, axis, extent, room);
  ValueAxis made;
  made.reverse = axis.reverse;
  made.domain = {steps.value(steps.first), steps.value(steps.last)};
  const bool by_data = axis.bounds_of_data && extent.low < extent.high;
  if ((axis.minimum || by_data) && extent.low < made.domain.high) made.domain.low = extent.low;
  if ((axis.maximum || by_data) && extent.high > made.domain.low) made.domain.high = extent.high;
  if (axis.tick_count) {
    add_counted_ticks(made, axis);
    return made;
  }
  const Steps inside = steps_within(steps, made.domain);
  const std::int64_t stride = stride_of(inside, room.drawn);
  std::vector<double> ticks;
  for (std::int64_t i = inside.first; i <= inside.last; i += stride) ticks.push_back(inside.value(i));
  add_ticks(made, std::move(ticks), tick_texts(chart, axis, inside, stride));
  return made;
}

TickRoom radial_ticks(double radius) {
  constexpr double pixels_per_tick = 14.4;  // of Chart.js's usual font
  return {std::clamp(static_cast<int>(std::ceil(radius / pixels_per_tick)) - 1, 2, 10), 5};
}

ValueAxis make_value_axis(const Chart& chart, Interval extent, int wanted) {
  return make_value_axis(chart, chart.values(), extent, {wanted + 1, wanted + 1});
}

ValueAxis make_value_axis_along(const Chart& chart, const Axis& axis, Interval extent, double length) {
  const int most = std::clamp(static_cast<int>(length / 40), 2, 10);
  for (int drawn = std::clamp(static_cast<int>(length / 80), 2, 8);; --drawn) {
    ValueAxis made = make_value_axis(chart, axis, extent, {most, drawn});
    if (drawn <= 2) return thinned_out(std::move(made), length);
    if (texts_keep_apart(made, length)) return made;
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
