#include "chart/pie_labels.h"

#include <algorithm>
#include <cmath>

#include "chart/line_breaking.h"
#include "chart/spreading.h"
#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

constexpr double elbow = 14;  ///< from the rim to the bend of the leader
constexpr double text_offset = 34;
constexpr double label_gap = 10;  ///< between labels, up and down
constexpr double margin = 16;     ///< above and below the disc, for leaders to poles

/// A slice on one side of the pie.
struct Pointed {
  std::string text;
  double angle = 0, height = 0;
};

Pointed pointed(const Slice& slice, double angle, double room) {
  const Wrapped name = wrap(slice.name, text_size, room, 2);
  std::string text = name.text;
  if (!text.empty()) text += '\n';
  const std::string value = slice.share.empty() ? slice.value : slice.value + "\u2002" + slice.share;
  const Wrapped second = wrap(value, text_size, room, 2);
  const int lines = (name.text.empty() ? 0 : name.lines) + second.lines;
  return {text + second.text, angle, block_height(lines, text_size) + label_gap};
}

double height_of(const std::vector<Pointed>& side) {
  double height = 0;
  for (const Pointed& item : side) height += item.height;
  return height;
}

Point on_circle(Point centre, double radius, double angle) {
  return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

void place_side(PieLabels& labels, std::vector<Pointed> side, double radius, bool right, double top,
                double bottom) {
  std::sort(side.begin(), side.end(),
            [](const Pointed& a, const Pointed& b) { return std::cos(a.angle) > std::cos(b.angle); });
  std::vector<double> wanted, heights;
  for (const Pointed& item : side) {
    wanted.push_back(on_circle(labels.centre, radius + elbow, item.angle).y);
    heights.push_back(item.height);
  }
  const std::vector<double> centres = spread(wanted, heights, top, bottom);
  const double x = labels.centre.x + (right ? 1 : -1) * (radius + text_offset);
  for (std::size_t i = 0; i < side.size(); ++i) {
    const Point rim = on_circle(labels.centre, radius + 3, side[i].angle);
    const Point bend = on_circle(labels.centre, radius + elbow, side[i].angle);
    const Point end = {x - (right ? 6 : -6), centres[i]};
    Label label =
        make_label(side[i].text, {x, centres[i]}, right ? Anchor::start : Anchor::end, Stand::middle);
    labels.items.push_back({std::move(label), {{rim, bend, end}, RuleKind::leader, false}});
  }
}

}  // namespace

PieLabels PieLabels::fit(const Canvas& canvas, const std::vector<Slice>& slices, const RingArc& arc,
                         double radius) {
  const double room = canvas.scene.width / 2 - radius - text_offset - edge;
  double whole = 0, done = 0;
  for (const Slice& slice : slices) whole += slice.size;
  std::vector<Pointed> left, right;
  for (const Slice& slice : slices) {
    const double angle = arc.from + (done + slice.size / 2) / whole * arc.sweep;
    done += slice.size;
    (std::sin(angle) >= 0 ? right : left).push_back(pointed(slice, angle, room));
  }
  const Box extent = extent_of({arc});
  const double disc = radius * extent.height() + 2 * margin;
  const double height = std::max({disc, height_of(left), height_of(right)});
  PieLabels labels;
  labels.centre = {canvas.scene.width / 2, canvas.top + margin - radius * extent.top + (height - disc) / 2};
  labels.bottom = canvas.top + height;
  place_side(labels, std::move(right), radius, true, canvas.top, labels.bottom);
  place_side(labels, std::move(left), radius, false, canvas.top, labels.bottom);
  return labels;
}

void PieLabels::draw(Scene& scene) const {
  for (const Item& item : items) {
    scene.rules.push_back(item.leader);
    scene.add_if_free(item.label);
  }
}

}  // namespace nianbao::chart
