#include "chart/rows.h"

#include <algorithm>

#include "chart/category_axis.h"
#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

constexpr double names_share = 0.36;  ///< of the picture's width, at most
constexpr double widest_names = 260;
constexpr double name_gap = 12;
constexpr double narrow = 520;            ///< pictures below this width put long names above
constexpr double long_name_share = 0.24;  ///< of the picture's width
constexpr double row_gap = 14;            ///< between rows
constexpr double gap_below_name = 3, gap_above_name = 18;
constexpr std::size_t most_tall_rows = 60;
constexpr double tallest_picture = 2640;
constexpr double least_step = 5, lowest_with_texts = 15;
constexpr double least_axis_share = 0.3;
constexpr int settling_passes = 16;  ///< until the room for texts no longer changes

double widest_name(const Chart& chart) {
  double widest = 0;
  for (const std::string& label : chart.labels) widest = std::max(widest, text_width(label, text_size));
  return widest;
}

/// Each name on a line (or two) of its own above its row.
Rows rows_below_names(const Canvas& canvas, double body, double beside_name) {
  Rows rows;
  rows.names_above = true;
  rows.left = canvas.left();
  rows.top = canvas.top;
  rows.body = body;
  const double room = std::max(canvas.right() - canvas.left() - beside_name, 4 * text_size);
  double y = canvas.top;
  for (const std::string& label : canvas.chart.labels) {
    rows.names.push_back(wrap(label, text_size, room, 3));
    const double height = block_height(std::max(rows.names.back().lines, 1), text_size);
    rows.name_middles.push_back(y + height / 2);
    y += height + gap_below_name;
    rows.middles.push_back(y + body / 2);
    y += body + gap_above_name;
  }
  rows.bottom = y - gap_above_name / 2;
  return rows;
}

/// Height of a row with its name in front; lower when there are very many.
double step_of(const Canvas& canvas, double body, double room) {
  const auto count = static_cast<double>(canvas.chart.labels.size());
  if (canvas.plot_height > 0) return std::max(canvas.plot_height / count, least_step);
  if (canvas.chart.labels.size() > most_tall_rows)
    return std::clamp(tallest_picture / count, least_step, body + row_gap);
  const CategoryLabels names = fit_beside(canvas.chart, 64, room);
  return std::max(body + row_gap, block_height(names.lines, names.size) + 10);
}

Rows rows_beside_names(const Canvas& canvas, double body) {
  const double room = std::min(canvas.scene.width * names_share, widest_names);
  const double step = step_of(canvas, body, room);
  CategoryLabels names = fit_beside(canvas.chart, step, room);
  Rows rows;
  rows.names = std::move(names.names);
  rows.every = names.every;
  rows.name_size = names.size;
  rows.names_right = canvas.left() + names.widest;
  rows.left = rows.names_right + (names.widest > 0 ? name_gap : 0);
  rows.top = canvas.top;
  rows.body = std::min(body, step * 0.7);
  rows.has_room_for_texts = step >= lowest_with_texts;
  for (std::size_t i = 0; i < canvas.chart.labels.size(); ++i)
    rows.middles.push_back(canvas.top + (static_cast<double>(i) + 0.5) * step);
  rows.name_middles = rows.middles;
  rows.bottom = canvas.top + step * static_cast<double>(canvas.chart.labels.size());
  return rows;
}

}  // namespace

Rows plan_rows(const Canvas& canvas, double body, double beside_name, bool give_room) {
  const bool few = canvas.chart.labels.size() <= most_tall_rows && canvas.plot_height == 0;
  const bool long_names = give_room || widest_name(canvas.chart) > canvas.scene.width * long_name_share;
  return few && long_names && canvas.scene.width < narrow ? rows_below_names(canvas, body, beside_name)
                                                          : rows_beside_names(canvas, body);
}

void draw_row_names(Scene& scene, const Rows& rows) {
  const TextStyle style = {rows.name_size, Ink::plain, false, rows.names_above};
  for (std::size_t i = 0; i < rows.names.size(); ++i) {
    if (rows.names[i].text.empty()) continue;
    const Point at = {rows.names_above ? rows.left : rows.names_right, rows.name_middles[i * rows.every]};
    scene.add_if_free(make_label(rows.names[i].text, at, rows.names_above ? Anchor::start : Anchor::end,
                                 Stand::middle, style));
  }
}

TextsBeside room_for_first_tick(const Rows& rows, const ValueAxis& axis) {
  if (axis.texts.empty()) return {};
  const double free_at_left = rows.names_above ? edge - 1 : name_gap - 4;
  return {0, std::max(0.0, text_width(axis.texts.front(), value_size) / 2 - free_at_left), 0};
}

TextsBeside room_for_last_tick(const ValueAxis& axis) {
  if (axis.texts.empty()) return {1, 0, 0};
  return {1, 0, std::max(0.0, text_width(axis.texts.back(), value_size) / 2 - edge + 1)};
}

/// The ends move towards each other until every text is inside; each move of one can only ask the other to
/// move on, so this settles or meets.
std::optional<Interval> fit_axis(const std::vector<TextsBeside>& texts, Interval room) {
  Interval axis = room;
  for (int pass = 0; pass < settling_passes; ++pass) {
    for (const TextsBeside& point : texts) {
      const double rest = 1 - point.share;
      if (rest > 0) axis.low = std::max(axis.low, (room.low + point.left - point.share * axis.high) / rest);
      if (point.share > 0)
        axis.high = std::min(axis.high, (room.high - point.right - rest * axis.low) / point.share);
    }
    if (axis.high - axis.low < least_axis_share * (room.high - room.low)) return {};
  }
  return axis;
}

}  // namespace nianbao::chart
