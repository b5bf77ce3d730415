#pragma once

#include <string>
#include <vector>

#include "chart/chart.h"
#include "chart/scale.h"
#include "chart/scene.h"

namespace nianbao::chart {

/// The axis of values before it has a place: its domain and its ticks with their texts.
struct ValueAxis {
  Interval domain;
  std::vector<double> ticks;
  std::vector<std::string> texts;
  double widest_text = 0;

  LinearScale scale(double from, double to) const { return {domain, from, to}; }
  /// Share of the axis that lies above or below a value; 0 where the value is cut off.
  double share_above(double value) const { return 1 - scale(0, 1)(value); }
  double share_below(double value) const { return scale(0, 1)(value); }
};

/// Least and greatest drawn value; zero included when the chart begins there.
Interval value_extent(const Chart& chart);

/// An axis over `extent` with about `wanted` intervals, bounded as the chart asks for.
ValueAxis make_value_axis(const Chart& chart, Interval extent, int wanted);

/// The same for ticks side by side on `length` pixels: as many as there is room for their texts.
ValueAxis make_value_axis_along(const Chart& chart, Interval extent, double length);

/// Grid lines across `plot` with their texts, at the left of it …
void draw_ticks_beside(Scene& scene, const ValueAxis& axis, const LinearScale& scale, const Box& plot);
/// … or below it.
void draw_ticks_below(Scene& scene, const ValueAxis& axis, const LinearScale& scale, const Box& plot);

}  // namespace nianbao::chart
