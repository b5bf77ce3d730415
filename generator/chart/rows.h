#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/canvas.h"
#include "chart/line_breaking.h"
#include "chart/scale.h"
#include "chart/value_axis.h"

namespace nianbao::chart {

/// Categories as rows below each other: names in front of what is drawn, or above it where the picture is
/// narrow and names are long.
struct Rows {
  std::vector<Wrapped> names;  ///< of every `every`-th category
  std::size_t every = 1;
  double name_size = text_size;
  bool names_above = false;
  std::vector<double> name_middles;  ///< by category
  std::vector<double> middles;       ///< by category: of what is drawn
  double left = 0;                   ///< where drawing may begin
  double names_right = 0;            ///< where names in front end
  double top = 0, bottom = 0;
  double body = 0;  ///< height of what is drawn in a row
  bool has_room_for_texts = true;
};

/// Rows from `canvas.top` on whose drawings are `body` high where that is possible; `beside_name` is kept
/// free at the right of names that stand above. `give_room` puts even short names above, when the picture is
/// narrow.
Rows plan_rows(const Canvas& canvas, double body, double beside_name, bool give_room = false);

void draw_row_names(Scene& scene, const Rows& rows);

/// A point at a share of a lying axis, and what its texts take at its left and right.
struct TextsBeside {
  double share = 0, left = 0, right = 0;
};

/// What the texts of the first and the last tick take beyond the ends of the axis.
TextsBeside room_for_first_tick(const Rows& rows, const ValueAxis& axis);
TextsBeside room_for_last_tick(const ValueAxis& axis);

/// The longest axis within `room` that leaves all texts inside; nothing when they would leave too little.
std::optional<Interval> fit_axis(const std::vector<TextsBeside>& texts, Interval room);

}  // namespace nianbao::chart
