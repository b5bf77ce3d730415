#include "chart/slices.h"

#include <algorithm>

#include "chart/line_breaking.h"
#include "chart/shares.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double swatch_side = 12;
constexpr double swatch_gap = 8;
constexpr double column_gap = 20;
constexpr double row_padding = 11;
constexpr std::size_t longest_list = 40;
constexpr double usual_radius = 124;
constexpr double narrow = 520;  ///< pictures up to this width put the list below the disc
constexpr TextStyle value_style = {text_size, Ink::plain, false, false};
constexpr TextStyle share_style = {text_size, Ink::muted, false, false};

double widest(const std::vector<Slice>& slices, std::string Slice::*text) {
  double width = 0;
  for (std::size_t i = 0; i < std::min(slices.size(), longest_list); ++i) {
    width = std::max(width, text_width(slices[i].*text, text_size));
  }
  return width;
}

}  // namespace

std::vector<Slice> slices_of(const Chart& chart, bool with_shares) {
  const Series& series = chart.series.front();
  const bool shares = with_shares && has_shares(chart, series);
  const double whole = sum_of(series);
  std::vector<Slice> slices;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double size = series.values[i] ? std::max(*series.values[i], 0.0) : 0;
    slices.push_back(
        {i, chart.labels[i], value_with_unit(chart, series, i), shares ? share_text(size, whole) : "", size});
  }
  return slices;
}

SliceList SliceList::fit(const std::vector<Slice>& slices, double room) {
  SliceList list;
  const std::size_t shown = std::min(slices.size(), longest_list);
  list.left_out = slices.size() - shown;
  list.value_width = std::min(widest(slices, &Slice::value), room / 2);
  list.share_width = widest(slices, &Slice::share);
  const double shares = list.share_width > 0 ? list.share_width + column_gap : 0;
  const double fixed = swatch_side + swatch_gap + column_gap + list.value_width + shares;
  for (std::size_t i = 0; i < shown; ++i) {
    const Wrapped name = wrap(slices[i].name, text_size, std::max(room - fixed, 3 * text_size), 3);
    list.names.push_back(name.text);
    list.name_width = std::max(list.name_width, name.width);
    list.heights.push_back(block_height(name.lines, text_size) + row_padding);
    list.height += list.heights.back();
  }
  if (list.left_out > 0) list.height += block_height(1, text_size) + row_padding;
  list.width = fixed + list.name_width;
  return list;
}

void SliceList::draw(Canvas& canvas, const std::vector<Slice>& slices, Point corner) const {
  Scene& scene = canvas.scene;
  const double name_left = corner.x + swatch_side + swatch_gap;
  const double value_right = name_left + name_width + column_gap + value_width;
  double y = corner.y;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double middle = y + heights[i] / 2;
    scene.swatches.push_back(
        {{corner.x, middle - swatch_side / 2, corner.x + swatch_side, middle + swatch_side / 2},
         slices[i].category,
         false});
    scene.add_if_free(make_label(names[i], {name_left, middle}, Anchor::start, Stand::middle));
    const Wrapped value = wrap(slices[i].value, text_size, value_width + 0.5, 1);
    scene.add_if_free(make_label(value.text, {value_right, middle}, Anchor::end, Stand::middle, value_style));
    if (!slices[i].share.empty()) {
      const Point at = {value_right + column_gap + share_width, middle};
      scene.add_if_free(make_label(slices[i].share, at, Anchor::end, Stand::middle, share_style));
    }
    y += heights[i];
  }
  if (left_out == 0) return;
  std::string more(words(canvas.chart).and_more);
  more.replace(more.find("{0}"), 3, std::to_string(left_out));
  scene.add_if_free(
      make_label(more, {name_left, y + row_padding / 2}, Anchor::start, Stand::below, share_style));
}

DiscPlan plan_disc_with_list(const Canvas& canvas, const std::vector<Slice>& slices) {
  const double width = canvas.right() - canvas.left();
  const bool below = width <= narrow;
  DiscPlan plan;
  plan.radius = std::min(
      {canvas.plot_height > 0 ? canvas.plot_height / 2 : usual_radius, width * (below ? 0.36 : 0.2)});
  const double gap = below ? 0 : 44;
  plan.list = SliceList::fit(slices, below ? width : width - 2 * plan.radius - gap - 8);
  const double disc = 2 * plan.radius;
  if (below) {
    plan.centre = {canvas.scene.width / 2, canvas.top + plan.radius + 4};
    plan.list_corner = {std::max(canvas.left(), (canvas.scene.width - plan.list.width) / 2),
                        canvas.top + disc + 20};
    plan.bottom = plan.list_corner.y + plan.list.height;
    return plan;
  }
  const double height = std::max(disc + 8, plan.list.height);
  const double left = canvas.left() + std::max(0.0, (width - disc - gap - plan.list.width) / 2);
  plan.centre = {left + plan.radius, canvas.top + std::min(height / 2, plan.radius + 60)};
  plan.list_corner = {left + disc + gap, canvas.top + (height - plan.list.height) / 2};
  plan.bottom = canvas.top + height;
  return plan;
}

}  // namespace nianbao::chart
