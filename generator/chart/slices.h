#pragma once

#include <string>
#include <vector>

#include "chart/canvas.h"

/// What pies, doughnuts and polar areas have in common.
namespace nianbao::chart {

struct Slice {
  std::size_t category = 0;
  std::string name, value, share;        ///< share: empty when it may not be stated
  double size = 0;                       ///< the value where it can be drawn, else 0
  std::vector<std::string> others = {};  ///< values in the rings within
};

/// The slices of the first series, one for each category.
std::vector<Slice> slices_of(const Chart& chart, bool with_shares);

/// Names, values and shares in columns, each with the colour of its slice; with several rings a column of
/// values for each, as far as there is room, below its name.
struct SliceList {
  struct Column {
    std::string header;
    double width = 0;
  };
  double name_width = 0, value_width = 0, share_width = 0;
  double width = 0, height = 0;
  double header_height = 0;
  std::string header;              ///< of the values; empty when there is one ring
  std::vector<Column> others;      ///< of the rings within
  std::vector<std::string> names;  ///< wrapped
  std::vector<double> heights;     ///< of the rows
  std::size_t left_out = 0;        ///< slices beyond the longest list

  static SliceList fit(const std::vector<Slice>& slices, double room,
                       const std::vector<std::string>& headers = {});
  void draw(Canvas& canvas, const std::vector<Slice>& slices, Point corner) const;

 private:
  void draw_headers(Scene& scene, double value_right, double share_right, double middle) const;
};

/// Where the disc and its list stand: side by side, or one below the other where the picture is narrow.
struct DiscPlan {
  Point centre;
  double radius = 0;
  SliceList list;
  Point list_corner;
  double bottom = 0;
};
/// `extent` is what is drawn of a disc of radius 1 around its centre.
DiscPlan plan_disc_with_list(const Canvas& canvas, const std::vector<Slice>& slices,
                             const Box& extent = {-1, -1, 1, 1},
                             const std::vector<std::string>& headers = {});

}  // namespace nianbao::chart
