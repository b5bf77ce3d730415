#pragma once

#include <cstddef>
#include <vector>

#include "chart/chart.h"
#include "chart/scale.h"

namespace nianbao::chart {

/// One value as a stretch of the value axis.
struct Segment {
  double from = 0, to = 0;
  bool present = false;
  bool outermost = false;  ///< the end of its pile
};

/// Series arranged in groups side by side; the series of one group are piled up, positive and negative values
/// apart.
struct Stacking {
  std::size_t groups = 1;
  bool piled = false;                 ///< some group holds more than one series
  std::vector<std::size_t> group_of;  ///< by series
  std::vector<Segment> segments;      ///< series * categories + category
  Interval extent;                    ///< of all segments, zero included

  const Segment& at(std::size_t series, std::size_t category, std::size_t categories) const {
    return segments[series * categories + category];
  }
};

/// For a cleaned chart: every series has a value (or a gap) for every category.
Stacking pile_up(const Chart& chart);

}  // namespace nianbao::chart
