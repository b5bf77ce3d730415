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
  bool logarithmic = false, reverse = false;

  LinearScale scale(double from, double to) const {
    return {domain, reverse ? to : from, reverse ? from : to, logarithmic};
  }
  /// Share of the axis that lies above or below a value; 0 where the value is cut off.
  double share_above(double value) const { return 1 - scale(0, 1)(value); }
  double share_below(double value) const { return scale(0, 1)(value); }
};

/// Least and greatest drawn value; zero included when the chart begins there.
Interval value_extent(const Chart& chart);

/// How many intervals an axis may have at most, and how many of them are worth a line: where there are more,
/// only every second (third …) is kept, if both ends keep theirs.
struct TickRoom {
  int most = 10;
  int drawn = 6;
};

/// Rings of a radial axis: as far apart as Chart.js's, fewer of them drawn.
TickRoom radial_ticks(double radius);

/// An axis over `extent`, bounded as the author asks for. Its domain is that of Chart.js 4's linear scale
/// with eleven ticks (`room.most` + 1).
ValueAxis make_value_axis(const Chart& chart, const Axis& axis, Interval extent, TickRoom room);

/// The chart's first value axis with about `wanted` intervals.
ValueAxis make_value_axis(const Chart& chart, Interval extent, int wanted);

/// The same for ticks side by side on `length` pixels: as many as there is room for their texts.
ValueAxis make_value_axis_along(const Chart& chart, const Axis& axis, Interval extent, double length);

/// Grid lines across `plot` with their texts below it.
void draw_ticks_below(Scene& scene, const ValueAxis& axis, const LinearScale& scale, const Box& plot);

}  // namespace nianbao::chart
