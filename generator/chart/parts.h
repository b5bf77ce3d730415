#pragma once

#include <vector>

#include "chart/scene.h"
#include "chart/slices.h"

/// What bars and squares that stand for a whole have in common.
namespace nianbao::chart {

struct Parts {
  std::vector<Slice> slices;  ///< of the first series
  double whole = 0;           ///< 0: the parts make up no whole, and are only listed
  bool single_rate = false;   ///< one percentage against the rest of its whole
};

/// Percentages are seen against a hundred (rates per mille against a thousand); other values make up their
/// sum.
Parts parts_of(const Chart& chart);

/// Whether the parts are the series of one category, as in a pile, rather than the categories of one series.
bool parts_are_series(const Chart& chart);

/// Such a chart with the series as categories.
Chart with_parts_as_categories(const Chart& chart);

/// Lays out a chart of parts; where those are series, the chart is turned first.
void lay_out_parts(Canvas& canvas, void (*layout)(Canvas&));

std::size_t part_colour(Scene& scene, const Chart& chart, std::size_t category);

/// Says why parts are missing from the picture, or why there is none.
void add_note_on_parts(Canvas& canvas, const Parts& parts);

}  // namespace nianbao::chart
