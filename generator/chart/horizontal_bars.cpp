#include <algorithm>
#include <optional>

#include "chart/bar_parts.h"
#include "chart/category_axis.h"
#include "chart/layouts.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double label_gap = 5;
constexpr double name_gap = 10;
constexpr double names_share = 0.38;  ///< of the picture's width, at most
constexpr double widest_names = 280;
constexpr double bar_of_group = 15;
constexpr double tallest_picture = 2640;
constexpr double least_plot_share = 0.25;
constexpr int settling_passes = 8;  ///< until the room for values no longer changes

struct Row {
  double step = 0, band = 0;
};

/// Rows get lower as there are more of them.
Row usual_row(std::size_t categories, std::size_t groups) {
  const auto count = static_cast<double>(groups);
  if (categories > 120) {
    const double step = std::max(5.0, tallest_picture / static_cast<double>(categories));
    return {step, step * 0.7};
  }
  if (groups > 1) return {count * (bar_of_group + 2) + 14, count * (bar_of_group + 2) - 2};
  if (categories > 40) return {22, 15};
  return categories > 16 ? Row{28, 18} : Row{38, 24};
}

struct Plan {
  Stacking stacking;
  ValueAxis axis;
  CategoryLabels names;
  BandScale bands;
  BarSlots slots;
  LinearScale scale;
  Box plot;
  double base = 0;  ///< x of zero
  double names_right = 0;
  double label_size = 0;  ///< of values outside the bars; 0: none
};

/// Row height that leaves room for the tallest name.
Row row_for(const Canvas& canvas, std::size_t groups, double room) {
  Row row = usual_row(canvas.chart.labels.size(), groups);
  if (canvas.plot_height > 0) {
    const double step = std::max(canvas.plot_height / static_cast<double>(canvas.chart.labels.size()), 5.0);
    row = {step, row.band * step / row.step};
  } else if (canvas.chart.labels.size() <= 60) {
    const CategoryLabels names = fit_beside(canvas.chart, 64, room);
    row.step = std::max(row.step, block_height(names.lines, names.size) + 12);
  }
  return row;
}

/// Width that the texts of values take at the left (negative) and right ends of their bars.
struct ValueRoom {
  double left = 0, plot = 0;
};

/// Nothing when the values would leave too little to the bars.
std::optional<ValueRoom> room_for_values(const Plan& plan, const Chart& chart, double available,
                                         double overhang) {
  const LinearScale share = plan.axis.scale(0, 1);
  ValueRoom room = {0, available - overhang};
  for (int pass = 0; pass < settling_passes; ++pass) {
    double left = 0, length = available - overhang - room.left;
    for_each_segment(chart, plan.stacking, [&](std::size_t s, std::size_t i, const Segment& segment) {
      const double width = label_gap + text_width(value_text(chart, chart.series[s], i), plan.label_size);
      const double at = share(segment.to);
      if (segment.to < 0) {
        left = std::max(left, width - at * room.plot);
      } else if (at > 0) {
        length = std::min(length, (available - room.left - width) / at);
      }
    });
    room = {left, std::max(length, 0.0)};
  }
  if (room.left + room.plot > available || room.plot < available * least_plot_share) return {};
  return room;
}

Plan make_plan(const Canvas& canvas) {
  const Chart& chart = canvas.chart;
  Stacking stacking = pile_up(chart);
  const double names_room = std::min(canvas.scene.width * names_share, widest_names);
  const Row row = row_for(canvas, stacking.groups, names_room);
  const double top = canvas.top + 4;
  const double height = row.step * static_cast<double>(chart.labels.size());
  const BandScale bands(chart.labels.size(), top, top + height, 1 - row.band / row.step);
  const BarSlots slots = divide_band(bands, stacking.groups, 40);
  CategoryLabels names = fit_beside(chart, row.step, names_room);
  const double left = canvas.left() + (names.widest > 0 ? names.widest + name_gap : 0);
  const double available = canvas.right() - left;
  ValueAxis axis = make_value_axis_along(chart, chart.values(), stacking.extent, available * 0.85);
  const double label_size = slots.pitch >= value_size   ? value_size
                            : slots.pitch >= small_size ? small_size
                                                        : 0;
  Plan plan = {std::move(stacking), std::move(axis), std::move(names), bands, slots, {}, {}, 0, 0, 0};
  plan.label_size = plan.stacking.piled ? 0 : label_size;
  const double overhang = plan.axis.widest_text / 2;
  const auto wanted = plan.label_size > 0 ? room_for_values(plan, chart, available, overhang) : std::nullopt;
  if (!wanted) plan.label_size = 0;
  const ValueRoom room = wanted.value_or(ValueRoom{0, available - overhang});
  plan.plot = {left + room.left, top, left + room.left + room.plot, top + height};
  plan.scale = plan.axis.scale(plan.plot.left, plan.plot.right);
  plan.base = plan.scale(0);
  plan.names_right = left - name_gap;
  return plan;
}

Bar::Round rounded_end(const Segment& segment) {
  if (!segment.outermost) return Bar::Round::none;
  return segment.to < segment.from ? Bar::Round::left : Bar::Round::right;
}

void draw_bars(Scene& scene, const Chart& chart, const Plan& plan) {
  for_each_segment(chart, plan.stacking, [&](std::size_t s, std::size_t i, const Segment& segment) {
    if (!segment.present) return;
    const double y = plan.slots.begin(plan.bands, i, plan.stacking.group_of[s]);
    const Box box =
        box_between({plan.scale(segment.from), y}, {plan.scale(segment.to), y + plan.slots.thickness});
    scene.bars.push_back({box, s, s, i, rounded_end(segment), plan.stacking.piled});
    if (plan.stacking.piled) add_inner_label(scene, box, s, value_text(chart, chart.series[s], i));
  });
}

void draw_values(Scene& scene, const Chart& chart, const Plan& plan) {
  const TextStyle style = {plan.label_size, Ink::plain, false, false};
  for_each_segment(chart, plan.stacking, [&](std::size_t s, std::size_t i, const Segment& segment) {
    const double y = plan.slots.begin(plan.bands, i, plan.stacking.group_of[s]) + plan.slots.thickness / 2;
    const bool back = segment.to < 0;
    const double end = segment.present ? plan.scale(segment.to) : plan.base;
    scene.add_if_free(
        make_label(value_text(chart, chart.series[s], i), {end + (back ? -label_gap : label_gap), y},
                   back ? Anchor::end : Anchor::start, Stand::middle, segment.present ? style : gap_style));
  });
}

/// The title of the category axis stands below the names, beside the ticks.
void draw_category_title(Canvas& canvas, const Plan& plan) {
  const std::string& title = canvas.chart.index.title;
  if (title.empty()) return;
  const Wrapped line = wrap(title, value_size, plan.names_right - canvas.left(), 1);
  const TextStyle style = {value_size, Ink::muted, false, false};
  canvas.scene.add_if_free(
      make_label(line.text, {plan.names_right, plan.plot.bottom + 8}, Anchor::end, Stand::below, style));
}

}  // namespace

void layout_horizontal_bars(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  add_legend_and_caption(canvas, value_caption(chart, chart.values().title));
  const Plan plan = make_plan(canvas);
  Scene& scene = canvas.scene;
  draw_names_beside(scene, plan.names, plan.bands, plan.names_right);
  draw_ticks_below(scene, plan.axis, plan.scale, plan.plot);
  draw_bars(scene, chart, plan);
  if (plan.label_size > 0) draw_values(scene, chart, plan);
  scene.rules.push_back({{{plan.base, plan.plot.top}, {plan.base, plan.plot.bottom}}, RuleKind::axis, false});
  draw_category_title(canvas, plan);
  canvas.top = plan.plot.bottom + 8 + block_height(1, value_size);
  if (plan.label_size == 0) add_gap_note(canvas);
}

}  // namespace nianbao::chart
