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
  std::vector<double> knots;    ///< moments that follow each other at equal distances; none: as time passes
  std::vector<double> ticks;    ///< of numbers and moments
  std::vector<std::string> texts;

  /// Where the middle of a value stands.
  double at(const Series& series, std::size_t i) const {
    return categories ? bands.centre(i) : place(series.positions[i]);
  }
  /// Where an annotation's place is: a category's number, or a number on the scale.
  double place(double where) const {
    return categories ? bands.place(where) : knots.empty() ? scale(where) : scale(spread(where));
  }
  /// The same beyond the ends of the axis; of numbers and moments.
  double beyond(double where) const { return knots.empty() ? scale.beyond(where) : place(where); }
  /// Pixels that belong to one value; of a continuous scale an estimate.
  double step(const Chart& chart) const;
  /// Pixels that belong to the bars of one place: none reaches into those of the next.
  double bar_step(const Chart& chart) const;

 private:
  /// A moment moved so that the knots stand at equal distances.
  double spread(double where) const;
};

/// The least distance between two places of bars on an axis of numbers or moments, as a share of its extent;
/// 1 when there is but one place.
double least_distance(const Chart& chart);

/// An index axis from pixel `from` to `to`.
IndexAxis make_index_axis(const Chart& chart, double from, double to);

}  // namespace nianbao::chart
