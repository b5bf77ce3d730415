#pragma once

#include <optional>
#include <vector>

#include "chart/bar_slots.h"
#include "chart/canvas.h"
#include "chart/category_axis.h"
#include "chart/index_axis.h"
#include "chart/line_breaking.h"
#include "chart/stacking.h"
#include "chart/value_axis.h"

/// A chart with an index axis and value axes, after everything has been decided and before something is
/// drawn: values are piled up, scales made, margins measured, positions fixed. The order is that of
/// Observable Plot: data, scales, margins, ranges, and only then marks.
namespace nianbao::chart {

struct PlacedAxis {
  ValueAxis axis;
  LinearScale scale;
  bool far = false;   ///< at the right, or above lying bars
  bool texts = true;  ///< there is room for the texts of its ticks, and the author wants them
  double edge = 0;    ///< where its texts begin: beside the plot and the axes that stand nearer
};

struct CartesianPlan {
  const Chart& chart;
  bool lying = false;  ///< the index axis runs down the picture
  Stacking stacking;
  std::vector<PlacedAxis> axes;  ///< as Chart::value_axes
  IndexAxis index;
  CategoryLabels names;
  double names_edge = 0;        ///< of lying charts: where the names end
  double names_of_lines = 0;    ///< of lying charts: the lower edge of names of lines across the bars
  std::vector<BarSlots> slots;  ///< by series
  double bar_step = 0;          ///< pixels that belong to the bars of one place
  double thickest_bar = 0;
  Box plot;
  double label_size = 0;           ///< of values outside bars; 0: none
  std::vector<Wrapped> end_texts;  ///< by series: name and last value, at the end of the line; or none

  const LinearScale& scale_of(const Series& series) const { return axes[series.axis].scale; }
  const Segment& segment(std::size_t s, std::size_t i) const {
    return stacking.at(s, i, chart.labels.size());
  }
  Point point(double along, double across) const {
    return lying ? Point{across, along} : Point{along, across};
  }
  /// Ends of the plot along the index axis.
  double begin() const { return lying ? plot.top : plot.left; }
  double end() const { return lying ? plot.bottom : plot.right; }
  /// Where a value's middle stands.
  Point point_of(std::size_t s, std::size_t i) const {
    const Series& series = chart.series[s];
    return point(index.at(series, i), scale_of(series)(segment(s, i).to));
  }
  /// Where a line runs: beyond the plot when the value is.
  Point course_point(std::size_t s, std::size_t i) const;
  /// Whether a value is within the ends of its axis, and its place within those of the index axis.
  bool in_sight(std::size_t s, std::size_t i) const;
  /// Between the ends of the axes: what lines are cut to.
  Box sight() const {
    const LinearScale& scale = axes.front().scale;
    const bool bands = index.categories;
    return box_between(point(bands ? begin() : index.scale.from, scale.from),
                       point(bands ? end() : index.scale.to, scale.to));
  }
  /// The stretch of the index axis that a bar takes.
  Interval bar_extent(std::size_t s, std::size_t i) const;
  /// The box of a bar.
  Box bar(std::size_t s, std::size_t i) const;
  /// Where bars of an axis begin: at zero, as far as it is in sight.
  double base_of(const Series& series) const { return scale_of(series)(series.look.base.value_or(0)); }
};

/// Whether the lines of a chart can be named at their ends instead of in a legend.
bool names_fit_at_ends(const Chart& chart, double width);

CartesianPlan plan_upright(const Canvas& canvas, bool names_at_ends);
CartesianPlan plan_lying(const Canvas& canvas);

/// What a value across the bars of one group may take.
double pitch_of_bars(const CartesianPlan& plan);

inline constexpr double axis_text_gap = 8;  ///< between the plot and the texts of an axis

/// A value axis as its author asks for it; shares of piles fill it.
Axis axis_asked_for(const Chart& chart, std::size_t a);

bool has_bars(const Chart& chart);

/// Half of what belongs to a bar on an index axis of numbers or moments, which begins so far inside the plot.
double half_bar(const Chart& chart, double length);

/// Divides what belongs to the bars of one place among them; `bar_step` and the stacking are known by then.
void divide_among_bars(CartesianPlan& plan, double thickest);

/// How far the largest point reaches beyond its place: scales begin so far inside the plot.
double reach_of_points(const Chart& chart);

/// Visits every value: visit(series, category), series in the order of the data.
template <typename Visit>
void for_each_value(const Chart& chart, Visit visit) {
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    for (std::size_t i = 0; i < chart.labels.size(); ++i) visit(s, i);
  }
}

}  // namespace nianbao::chart
