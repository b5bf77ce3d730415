#pragma once

#include <cstddef>
#include <vector>

#include "chart/chart.h"
#include "chart/scale.h"

namespace nianbao::chart {

/// How a series is drawn: as it says, or as the chart's type says.
Mark mark_of(const Chart& chart, const Series& series);

/// One value as a stretch of the value axis; of a line, `to` is where its point stands.
struct Segment {
  double from = 0, to = 0;
  bool present = false;
  bool outermost = false;  ///< the end of its pile
};

/// Bars arranged in groups side by side; the series of one group are piled up, positive and negative values
/// apart. Lines of a stacked axis are piled up, too.
struct Stacking {
  std::size_t groups = 1;             ///< of bars side by side
  bool piled = false;                 ///< some group of bars holds more than one series
  std::vector<std::size_t> group_of;  ///< by series: of bars; others have no group
  std::vector<Segment> segments;      ///< series * categories + category
  std::vector<std::size_t> layers;    ///< by series; none when all are in the lowest
  std::size_t layer_count = 1;
  Interval extent;                ///< of all segments of the first axis
  std::vector<Interval> extents;  ///< by value axis

  const Segment& at(std::size_t series, std::size_t category, std::size_t categories) const {
    return segments[series * categories + category];
  }
  std::size_t layer_of(std::size_t series) const { return layers.empty() ? 0 : layers[series]; }
};

/// Group of bars that take the whole band, behind or before the others.
inline constexpr std::size_t ungrouped = static_cast<std::size_t>(-1);

/// For a cleaned chart: every series has a value (or a gap) for every category.
Stacking pile_up(const Chart& chart);

/// Whether a value's place on an axis of numbers or moments lies within the bounds its author set.
bool is_within_index(const Chart& chart, const Series& series, std::size_t i);
/// The same of a value and its axis.
bool is_within_bounds(const Axis& axis, double value);

/// Places of the series from the first drawn beside (or at the foot of) the others to the last: by `order`.
std::vector<std::size_t> sequence_of(const Chart& chart);

}  // namespace nianbao::chart
