#pragma once

#include <vector>

#include "chart/rings.h"
#include "chart/slices.h"

namespace nianbao::chart {

/// Names, values and shares around a pie, each led to its slice by a line.
struct PieLabels {
  struct Item {
    Label label;
    Rule leader;
  };
  Point centre;
  double bottom = 0;
  std::vector<Item> items;

  static PieLabels fit(const Canvas& canvas, const std::vector<Slice>& slices, const RingArc& arc,
                       double radius);
  void draw(Scene& scene) const;
};

}  // namespace nianbao::chart
