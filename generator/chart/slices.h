#pragma once

#include <string>
#include <vector>

#include "chart/canvas.h"

/// What pies, doughnuts and polar areas have in common.
namespace nianbao::chart {

struct Slice {
  std::size_t category = 0;
  std::string name, value, share;  ///< share: empty when it may not be stated
  double size = 0;                 ///< the value where it can be drawn, else 0
};

/// The slices of the first series, one for each category.
std::vector<Slice> slices_of(const Chart& chart, bool with_shares);

/// Names, values and shares in columns, each with the colour of its slice.
struct SliceList {
  double name_width = 0, value_width = 0, share_width = 0;
  double width = 0, height = 0;
  std::vector<std::string> names;  ///< wrapped
  std::vector<double> heights;     ///< of the rows
  std::size_t left_out = 0;        ///< slices beyond the longest list

  static SliceList fit(const std::vector<Slice>& slices, double room);
  void draw(Canvas& canvas, const std::vector<Slice>& slices, Point corner) const;
};

/// Where the disc and its list stand: side by side, or one below the other where the picture is narrow.
struct DiscPlan {
  Point centre;
  double radius = 0;
  SliceList list;
  Point list_corner;
  double bottom = 0;
};
DiscPlan plan_disc_with_list(const Canvas& canvas, const std::vector<Slice>& slices);

}  // namespace nianbao::chart
