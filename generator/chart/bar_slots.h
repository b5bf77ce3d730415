#pragma once

#include <cstddef>

#include "chart/chart.h"
#include "chart/stacking.h"

namespace nianbao::chart {

/// How the bars of a category share the room that belongs to it, after Chart.js 4: `category_percentage` of
/// it are divided among the groups, `bar_percentage` of which is bar.
struct BarSlots {
  double pitch = 0;      ///< from one bar to the next: what a label across the bars may take
  double thickness = 0;  ///< of a bar
  double band = 0;       ///< of a bar that takes all the room
  std::size_t groups = 1;

  /// From the middle of a category to the near edge of a group's bar.
  double offset(std::size_t group) const {
    if (group == ungrouped) return -band / 2;
    return (static_cast<double>(group) - static_cast<double>(groups) / 2) * pitch + (pitch - thickness) / 2;
  }
  double thickness_of(std::size_t group) const { return group == ungrouped ? band : thickness; }
};

/// Divides `step` pixels as a series asks for; no bar gets thicker than `thickest` unless it does so.
BarSlots divide_step(const Look& look, double step, std::size_t groups, double thickest);

}  // namespace nianbao::chart
