#include "chart/slices.h"

#include <algorithm>

#include "chart/line_breaking.h"
#include "chart/rings.h"
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
constexpr double widest_disc = 1.3;  ///< radius of what is less than a full disc, against a full one's
constexpr double narrow = 520;       ///< pictures up to this width put the list below the disc
constexpr TextStyle value_style = {text_size, Ink::plain, false, false};
constexpr TextStyle header_style = {value_size, Ink::muted, false, false};
constexpr TextStyle share_style = {text_size, Ink::muted, false, false};

double widest(const std::vector<Slice>& slices, std::string Slice::*text) {
  double width = 0;
  for (std::size_t i = 0; i < std::min(slices.size(), longest_list); ++i) {
    width = std::max(width, text_width(slices[i].*text, text_size));
  }
  return width;
}

constexpr double header_row = 26;
constexpr double widest_header = 110;
constexpr double least_name = 5 * text_size;

/// Columns of further rings, from the left, while the names keep enough room.
std::vector<SliceList::Column> columns_that_fit(const std::vector<Slice>& slices, double room,
                                                const std::vector<std::string>& headers) {
  std::vector<SliceList::Column> columns;
  for (std::size_t k = 1; k < headers.size(); ++k) {
    SliceList::Column column;
    const Wrapped header = wrap(headers[k], value_size, widest_header, 1);
    column.header = header.text;
    column.width = header.width;
    for (std::size_t i = 0; i < std::min(slices.size(), longest_list); ++i)
      column.width = std::max(column.width, text_width(slices[i].others[k - 1], text_size));
    room -= column.width + column_gap;
    if (room < least_name) break;
    columns.push_back(std::move(column));
  }
  return columns;
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

SliceList SliceList::fit(const std::vector<Slice>& slices, double room,
                         const std::vector<std::string>& headers) {
  SliceList list;
  const std::size_t shown = std::min(slices.size(), longest_list);
  list.left_out = slices.size() - shown;
  list.value_width = std::min(widest(slices, &Slice::value), room / 2);
  if (!headers.empty()) {
    const Wrapped header = wrap(headers.front(), value_size, widest_header, 1);
    list.header = header.text;
    list.value_width = std::max(list.value_width, header.width);
    list.height = list.header_height = header_row;
  }
  list.share_width = widest(slices, &Slice::share);
  const double shares = list.share_width > 0 ? list.share_width + column_gap : 0;
  double fixed = swatch_side + swatch_gap + column_gap + list.value_width + shares;
  list.others = columns_that_fit(slices, room - fixed, headers);
  for (const Column& column : list.others) fixed += column.width + column_gap;
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
  const double share_right = value_right + (share_width > 0 ? column_gap + share_width : 0);
  draw_headers(scene, value_right, share_right, corner.y + header_height / 2);
  double y = corner.y + header_height;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double middle = y + heights[i] / 2;
    const std::size_t colour = slice_colour(scene, canvas.chart.series.front(), slices[i].category);
    scene.swatches.push_back(
        {{corner.x, middle - swatch_side / 2, corner.x + swatch_side, middle + swatch_side / 2},
         colour,
         false});
    scene.add_if_free(make_label(names[i], {name_left, middle}, Anchor::start, Stand::middle));
    const Wrapped value = wrap(slices[i].value, text_size, value_width + 0.5, 1);
    scene.add_if_free(make_label(value.text, {value_right, middle}, Anchor::end, Stand::middle, value_style));
    if (!slices[i].share.empty())
      scene.add_if_free(
          make_label(slices[i].share, {share_right, middle}, Anchor::end, Stand::middle, share_style));
    double right = share_right;
    for (std::size_t k = 0; k < others.size(); ++k) {
      right += column_gap + others[k].width;
      scene.add_if_free(
          make_label(slices[i].others[k], {right, middle}, Anchor::end, Stand::middle, value_style));
    }
    y += heights[i];
  }
  if (left_out == 0) return;
  std::string more(words(canvas.chart).and_more);
  more.replace(more.find("{0}"), 3, std::to_string(left_out));
  scene.add_if_free(
      make_label(more, {name_left, y + row_padding / 2}, Anchor::start, Stand::below, share_style));
}

void SliceList::draw_headers(Scene& scene, double value_right, double share_right, double middle) const {
  if (header_height <= 0) return;
  scene.add_if_free(make_label(header, {value_right, middle}, Anchor::end, Stand::middle, header_style));
  for (const Column& column : others) {
    share_right += column_gap + column.width;
    scene.add_if_free(
        make_label(column.header, {share_right, middle}, Anchor::end, Stand::middle, header_style));
  }
}

DiscPlan plan_disc_with_list(const Canvas& canvas, const std::vector<Slice>& slices, const Box& extent,
                             const std::vector<std::string>& headers) {
  const double width = canvas.right() - canvas.left();
  const bool below = width <= narrow;
  const double wanted = canvas.plot_height > 0 ? canvas.plot_height : 2 * usual_radius;
  DiscPlan plan;
  plan.radius = std::min({wanted / extent.height(), widest_disc * usual_radius,
                          2 * width * (below ? 0.36 : 0.2) / extent.width()});
  const double across = plan.radius * extent.width(), high = plan.radius * extent.height();
  const double gap = below ? 0 : 44;
  plan.list = SliceList::fit(slices, below ? width : width - across - gap - 8, headers);
  if (below) {
    plan.centre = {canvas.scene.width / 2 - plan.radius * extent.centre(),
                   canvas.top + 4 - plan.radius * extent.top};
    plan.list_corner = {std::max(canvas.left(), (canvas.scene.width - plan.list.width) / 2),
                        canvas.top + high + 20};
    plan.bottom = plan.list_corner.y + plan.list.height;
    return plan;
  }
  const double height = std::max(high + 8, plan.list.height);
  const double left = canvas.left() + std::max(0.0, (width - across - gap - plan.list.width) / 2);
  const double middle = canvas.top + std::min(height / 2, high / 2 + 60);
  plan.centre = {left - plan.radius * extent.left, middle - plan.radius * extent.middle()};
  plan.list_corner = {left + across + gap, canvas.top + (height - plan.list.height) / 2};
  plan.bottom = canvas.top + height;
  return plan;
}

}  // namespace nianbao::chart
