#include <algorithm>
#include <cmath>

#include "chart/apportionment.h"
#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/parts.h"
#include "chart/shares.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr int side = 10;
constexpr double gap_share = 0.1;  ///< of the way from square to square

/// Squares of each part; what the parts leave of the whole comes last.
std::vector<int> counts_of(const Parts& parts) {
  std::vector<double> sizes;
  double sum = 0;
  for (const Slice& slice : parts.slices) {
    sizes.push_back(slice.size);
    sum += slice.size;
  }
  sizes.push_back(std::max(parts.whole - sum, 0.0));
  return apportion(sizes, side * side);
}

/// In reading order from the upper left corner.
void draw_squares(Scene& scene, const Chart& chart, const Parts& parts, Point corner, double pitch) {
  const double gap = std::max(1.0, std::round(pitch * gap_share));
  std::vector<int> counts = counts_of(parts);
  if (parts.whole <= 0) counts.assign(counts.size(), 0), counts.back() = side * side;
  int done = 0;
  for (std::size_t part = 0; part < counts.size(); ++part) {
    if (counts[part] == 0) continue;
    Squares squares;
    squares.side = pitch - gap;
    if (part + 1 < counts.size()) squares.colour = part_colour(scene, chart, parts.slices[part].category);
    for (int k = 0; k < counts[part]; ++k, ++done)
      squares.corners.push_back({corner.x + done % side * pitch, corner.y + done / side * pitch});
    scene.squares.push_back(std::move(squares));
  }
}

/// What a square is, below the list.
void add_note_on_squares(Canvas& canvas, const DiscPlan& plan, std::string_view note) {
  const double x = plan.list_corner.x, y = plan.list_corner.y + plan.list.height + 6;
  const Wrapped text = wrap(note, value_size, canvas.right() - x, 2);
  const TextStyle style = {value_size, Ink::muted, false, false};
  canvas.scene.add_if_free(make_label(text.text, {x, y}, Anchor::start, Stand::below, style));
  canvas.top = std::max(canvas.top, y + block_height(text.lines, value_size));
}

void draw_waffle(Canvas& canvas) {
  const Parts parts = parts_of(canvas.chart);
  const DiscPlan plan = plan_disc_with_list(canvas, parts.slices);
  const double pitch = std::floor(2 * plan.radius / side);
  const Point corner = {std::round(plan.centre.x - pitch * side / 2),
                        std::round(plan.centre.y - pitch * side / 2)};
  draw_squares(canvas.scene, canvas.chart, parts, corner, pitch);
  plan.list.draw(canvas, parts.slices, plan.list_corner);
  canvas.top = plan.bottom;
  const Words& wording = words(canvas.chart);
  const bool of_known = !is_rate(canvas.chart) && !undrawn_states(canvas.chart).empty();
  if (parts.whole > 0) add_note_on_squares(canvas, plan, of_known ? wording.square_of_known : wording.square);
  if (parts.whole <= 0 || !of_known) add_note_on_parts(canvas, parts);
}

}  // namespace

void layout_waffle(Canvas& canvas) { lay_out_parts(canvas, draw_waffle); }

}  // namespace nianbao::chart
