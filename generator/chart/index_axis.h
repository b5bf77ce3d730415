#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "chart/category_axis.h"
#include "chart/chart.h"
#include "chart/scale.h"

namespace nianbao::chart {

/// The axis along which values follow each other: bands of categories, or a continuous scale of numbers or
/// moments.
struct IndexAxis {
  bool categories = true;
  BandScale bands{0, 0, 0, 0};  ///< of categories
  LinearScale scale;            ///< of numbers and moments
  Interval domain;              ///< of numbers and moments
  std::vector<double> ticks;    ///< of numbers and moments
  std::vector<std::string> texts;

  /// Where the middle of a value stands.
  double at(const Series& series, std::size_t i) const {
    return categories ? bands.centre(i) : scale(series.positions[i]);
  }
  /// Where an annotation's place is: a category's number, or a number on the scale.
  double place(double where) const { return categories ? bands.place(where) : scale(where); }
  /// Pixels that belong to one value; of a continuous scale an estimate.
  double step(const Chart& chart) const;
};

/// An index axis from pixel `from` to `to`.
IndexAxis make_index_axis(const Chart& chart, double from, double to);

}  // namespace nianbao::chart
