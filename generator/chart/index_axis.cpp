#include "chart/index_axis.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas.h"
#include "chart/log_ticks.h"
#include "chart/stacking.h"
#include "chart/text_measure.h"
#include "chart/tick_texts.h"
#include "chart/time_ticks.h"
#include "chart/value_axis.h"

namespace nianbao::chart {
namespace {

/// From the first to the last position that data name, be there a value or a gap.
Interval extent_of(const Chart& chart) {
  Interval extent = {HUGE_VAL, -HUGE_VAL};
  for (const Series& series : chart.series) {
    const Axis& axis = chart.value_axes[series.axis];
    for (std::size_t i = 0; i < series.positions.size() && i < series.values.size(); ++i) {
      if (!std::isfinite(series.positions[i])) continue;
      if (series.values[i] && !is_within_bounds(axis, *series.values[i])) continue;
      extent = {std::min(extent.low, series.positions[i]), std::max(extent.high, series.positions[i])};
    }
  }
  if (extent.low > extent.high) return {0, 1};
  if (chart.index.begin_at_zero) extent = {std::min(extent.low, 0.0), std::max(extent.high, 0.0)};
  return extent;
}

/// All places between the ends of the axis, each once.
std::vector<double> places_of(const Chart& chart, const Interval& domain, bool bars_only) {
  std::vector<double> places;
  for (const Series& series : chart.series) {
    if (bars_only && mark_of(chart, series) != Mark::bars) continue;
    for (const double place : series.positions)
      if (place >= domain.low && place <= domain.high) places.push_back(place);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
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

/// Ticks of moments that do not stand as time passes may come too close: the later one goes.
void keep_apart(IndexAxis& axis) {
  constexpr double air = 12;
  std::vector<double> ticks;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
    const double half = text_width(axis.texts[i], value_size) / 2;
    const bool free = ticks.empty() || std::fabs(axis.place(axis.ticks[i]) - axis.place(ticks.back())) >=
                                           half + text_width(texts.back(), value_size) / 2 + air;
    if (!free) continue;
    ticks.push_back(axis.ticks[i]);
    texts.push_back(axis.texts[i]);
  }
  axis.ticks = std::move(ticks);
  axis.texts = std::move(texts);
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

double least_distance(const Chart& chart) {
  Interval extent = extent_of(chart);
  if (chart.index.minimum) extent.low = *chart.index.minimum;
  if (chart.index.maximum) extent.high = *chart.index.maximum;
  const std::vector<double> places = places_of(chart, extent, true);
  double least = extent.high - extent.low;
  if (!(least > 0) || places.size() < 2) return 1;
  if (chart.index.evenly_spread) return 1 / static_cast<double>(places.size() - 1);
  for (std::size_t k = 1; k < places.size(); ++k) least = std::min(least, places[k] - places[k - 1]);
  return std::clamp(least / (extent.high - extent.low), 0.0, 1.0);
}

double IndexAxis::bar_step(const Chart& chart) const {
  return categories ? bands.step : std::fabs(scale.to - scale.from) * least_distance(chart);
}

double IndexAxis::spread(double where) const {
  const auto next = std::upper_bound(knots.begin(), knots.end(), where);
  if (next == knots.begin()) return domain.low;
  if (next == knots.end()) return domain.high;
  const double before = *(next - 1);
  const double passed = static_cast<double>(next - 1 - knots.begin()) + (where - before) / (*next - before);
  return domain.low + (domain.high - domain.low) * passed / static_cast<double>(knots.size() - 1);
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
  if (axis.type == ScaleType::time && axis.evenly_spread) {
    made.knots = places_of(chart, made.domain, false);
    made.knots.insert(made.knots.begin(), made.domain.low);
    made.knots.push_back(made.domain.high);
    made.knots.erase(std::unique(made.knots.begin(), made.knots.end()), made.knots.end());
    keep_apart(made);
  }
  return made;
}

}  // namespace nianbao::chart
