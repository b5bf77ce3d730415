#include "chart/index_axis.h"

#include <algorithm>
#include <cmath>

#include "chart/log_ticks.h"
#include "chart/tick_texts.h"
#include "chart/time_ticks.h"
#include "chart/value_axis.h"

namespace nianbao::chart {
namespace {

/// From the first to the last position at which something is drawn.
Interval extent_of(const Chart& chart) {
  Interval extent = {HUGE_VAL, -HUGE_VAL};
  for (const Series& series : chart.series) {
    for (std::size_t i = 0; i < series.positions.size() && i < series.values.size(); ++i) {
      if (!series.values[i] || !std::isfinite(series.positions[i])) continue;
      extent = {std::min(extent.low, series.positions[i]), std::max(extent.high, series.positions[i])};
    }
  }
  if (extent.low > extent.high) return {0, 1};
  if (chart.index.begin_at_zero) extent = {std::min(extent.low, 0.0), std::max(extent.high, 0.0)};
  return extent;
}

void set_moments(IndexAxis& made, const Axis& axis, Interval extent, double length) {
  if (axis.minimum) extent.low = *axis.minimum;
  if (axis.maximum) extent.high = *axis.maximum;
  if (!(extent.low < extent.high)) extent = {extent.low - 1, extent.low + 1};
  TimeTicks ticks = time_ticks(extent, axis.time_unit, length);
  made.domain = extent;
  made.ticks = std::move(ticks.ticks);
  made.texts = std::move(ticks.texts);
}

void set_numbers(IndexAxis& made, const Chart& chart, Interval extent, double length) {
  ValueAxis axis = make_value_axis_along(chart, chart.index, extent, length);
  made.domain = axis.domain;
  made.ticks = std::move(axis.ticks);
  made.texts = std::move(axis.texts);
}

}  // namespace

double IndexAxis::step(const Chart& chart) const {
  if (categories) return bands.step;
  const auto count = static_cast<double>(std::max<std::size_t>(chart.labels.size(), 1));
  return std::fabs(scale.to - scale.from) / count;
}

IndexAxis make_index_axis(const Chart& chart, double from, double to) {
  IndexAxis made;
  const Axis& axis = chart.index;
  made.categories = axis.type == ScaleType::category;
  if (made.categories) {
    made.bands = BandScale(chart.labels.size(), from, to, 0);
    made.bands.reverse = axis.reverse;
    return made;
  }
  const Interval extent = extent_of(chart);
  const double length = std::fabs(to - from);
  axis.type == ScaleType::time ? set_moments(made, axis, extent, length)
                               : set_numbers(made, chart, extent, length);
  made.scale = {made.domain, axis.reverse ? to : from, axis.reverse ? from : to,
                axis.type == ScaleType::logarithmic};
  return made;
}

}  // namespace nianbao::chart
