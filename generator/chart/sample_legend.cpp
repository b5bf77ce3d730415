#include "chart/sample_legend.h"

#include <algorithm>

#include "chart/line_breaking.h"

namespace nianbao::chart {
namespace {

constexpr double text_gap = 7;
constexpr double item_gap = 20;
constexpr double row_height = 24;
constexpr double gap_below = 6;
constexpr double notch_width = 4, notch_height = 16;
constexpr TextStyle caption_style = {value_size, Ink::muted, false, false};

/// Returns where the last row ends; the left edge when there is nothing to explain.
double draw_items(Canvas& canvas, const std::vector<SampleItem>& items) {
  double x = canvas.left();
  for (const SampleItem& item : items) {
    if (item.text.empty()) continue;
    const double room = canvas.right() - canvas.left() - sample_side - text_gap;
    const Wrapped text = wrap(item.text, text_size, room, 1);
    const double width = sample_side + text_gap + text.width;
    if (x > canvas.left() && x + width > canvas.right()) {
      x = canvas.left();
      canvas.top += row_height;
    }
    const double middle = canvas.top + row_height / 2;
    draw_sample(canvas.scene, item, x, middle);
    canvas.scene.add_if_free(
        make_label(text.text, {x + sample_side + text_gap, middle}, Anchor::start, Stand::middle));
    x += width + item_gap;
  }
  return x;
}

}  // namespace

void draw_sample(Scene& scene, const SampleItem& item, double x, double middle) {
  const double centre = x + sample_side / 2, half = sample_side / 2;
  const Box square = {x, middle - half, x + sample_side, middle + half};
  switch (item.shape) {
    case SampleItem::Shape::bar:
      return scene.swatches.push_back({square, item.colour, false});
    case SampleItem::Shape::dot:
      return scene.dots.push_back({{centre, middle}, item.colour, 5});
    case SampleItem::Shape::notch:
      return scene.notches.push_back({{centre - notch_width / 2, middle - notch_height / 2,
                                       centre + notch_width / 2, middle + notch_height / 2},
                                      item.colour});
    case SampleItem::Shape::field:
      return scene.grounds.push_back(
          {square, item.neutral ? std::nullopt : std::optional(item.colour), true});
  }
}

void add_samples(Canvas& canvas, const std::vector<SampleItem>& items, const std::string& caption) {
  const double used = draw_items(canvas, items);
  const bool explained = used > canvas.left();
  const Wrapped unit = wrap(caption, caption_style.size, canvas.right() - canvas.left(), 1);
  const bool own_row = explained && !caption.empty() && used + unit.width > canvas.right();
  if (own_row) canvas.top += row_height;
  const bool at_right = explained && !own_row;
  const Point at = {at_right ? canvas.right() : canvas.left(), canvas.top + row_height / 2};
  if (!unit.text.empty()) {
    canvas.scene.add_if_free(
        make_label(unit.text, at, at_right ? Anchor::end : Anchor::start, Stand::middle, caption_style));
  }
  if (explained || !unit.text.empty()) canvas.top += row_height + gap_below;
}

}  // namespace nianbao::chart
