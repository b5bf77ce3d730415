#pragma once

#include <cstddef>
#include <vector>

#include "chart/canvas.h"
#include "chart/chart.h"
#include "chart/line_breaking.h"
#include "chart/scale.h"
#include "chart/scene.h"

namespace nianbao::chart {

/// Category names fitted into the bands of an axis.
struct CategoryLabels {
  std::vector<Wrapped> names;  ///< one for each category that is named
  std::size_t every = 1;       ///< only each n-th category is named
  double size = 14;
  int lines = 1;  ///< of the tallest name
  double widest = 0;
};

/// Whether all names can be written side by side, wrapped into `most_lines` at most, with no word torn.
bool names_fit_below(const Chart& chart, double step, int most_lines);

/// Names side by side below an axis whose bands are `step` wide: wrapped, then thinned out.
CategoryLabels fit_below(const Chart& chart, double step, int most_lines);

/// Names in front of rows of height `step`, in a column at most `room` wide.
CategoryLabels fit_beside(const Chart& chart, double step, double room);

void draw_names_below(Scene& scene, const CategoryLabels& labels, const BandScale& bands, double top);
/// The title of the axis, centred below what is there; nothing when it is empty.
void add_title_below(Canvas& canvas, const std::string& title, const Box& plot);

void draw_names_beside(Scene& scene, const CategoryLabels& labels, const BandScale& bands, double right);

}  // namespace nianbao::chart
