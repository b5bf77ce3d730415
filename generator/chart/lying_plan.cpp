#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/cartesian_plan.h"
#include "chart/text_measure.h"
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

/// Rows get lower as there are more of them.
double usual_row(std::size_t categories, std::size_t groups) {
  const auto count = static_cast<double>(groups);
  if (categories > 120) return std::max(5.0, tallest_picture / static_cast<double>(categories));
  if (groups > 1) return count * (bar_of_group + 2) + 14;
  if (categories > 40) return 22;
  return categories > 16 ? 28 : 36;
}

/// Row height that leaves room for the tallest name.
double row_for(const Canvas& canvas, std::size_t groups, double room) {
  const auto categories = static_cast<double>(canvas.chart.labels.size());
  if (canvas.plot_height > 0) return std::max(canvas.plot_height / categories, 5.0);
  const double usual = usual_row(canvas.chart.labels.size(), groups);
  if (canvas.chart.labels.size() > 60) return usual;
  const CategoryLabels names = fit_beside(canvas.chart, 64, room);
  return std::max(usual, block_height(names.lines, names.size) + 12);
}

/// Width that the texts of values take at the left (negative) and right ends of their bars.
struct ValueRoom {
  double left = 0, plot = 0;
};

/// Nothing when the values would leave too little to the bars.
std::optional<ValueRoom> room_for_values(const CartesianPlan& plan, double available, double overhang) {
  const Chart& chart = plan.chart;
  ValueRoom room = {0, available - overhang};
  for (int pass = 0; pass < settling_passes; ++pass) {
    double left = 0, length = available - overhang - room.left;
    for_each_value(chart, [&](std::size_t s, std::size_t i) {
      const Series& series = chart.series[s];
      if (mark_of(chart, series) == Mark::points) return;
      const Segment& segment = plan.segment(s, i);
      const double width = label_gap + text_width(value_text(chart, series, i), plan.label_size);
      const double at = plan.axes[series.axis].axis.scale(0, 1)(segment.to);
      const bool backwards = segment.to < segment.from;
      if (backwards) {
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

double size_of_values(const CartesianPlan& plan) {
  if (plan.stacking.piled) return 0;
  const double pitch = has_bars(plan.chart) ? pitch_of_bars(plan) : plan.index.step(plan.chart);
  return pitch >= value_size ? value_size : pitch >= small_size ? small_size : 0;
}

void make_axes(CartesianPlan& plan, double length) {
  const Chart& chart = plan.chart;
  for (std::size_t a = 0; a < chart.value_axes.size(); ++a) {
    const Axis asked = axis_asked_for(chart, a);
    PlacedAxis placed;
    placed.axis = make_value_axis_along(chart, asked, plan.stacking.extents[a], length);
    placed.texts = asked.shown && asked.ticks_shown;
    placed.far = asked.side == Side::top || (a > 0 && asked.side == Side::automatic);
    plan.axes.push_back(std::move(placed));
  }
}

bool is_named_line(const Annotation& annotation) {
  return annotation.kind == Annotation::Kind::line && annotation.value_low && !annotation.text.empty();
}

}  // namespace

CartesianPlan plan_lying(const Canvas& canvas) {
  constexpr double thickest_bar = 40, usual_height = 360, room_above = 24;
  const Chart& chart = canvas.chart;
  CartesianPlan plan = {chart, true, pile_up(chart), {}, {}, {}, 0, 0, {}, 0, 0, {}, 0, {}};
  const bool categories = chart.index.type == ScaleType::category;
  const double names_room = std::min(canvas.scene.width * names_share, widest_names);
  const double row = row_for(canvas, plan.stacking.groups, names_room);
  if (categories) plan.names = fit_beside(chart, row, names_room);
  const bool far_axis = std::any_of(chart.value_axes.begin(), chart.value_axes.end(),
                                    [](const Axis& axis) { return axis.side == Side::top; }) ||
                        chart.value_axes.size() > 1;
  const bool named_lines = std::any_of(chart.annotations.begin(), chart.annotations.end(), is_named_line);
  plan.names_of_lines = canvas.top + (named_lines ? room_above - name_gap / 2 : 0);
  const double top = canvas.top + 4 + (far_axis ? room_above : 0) + (named_lines ? room_above : 0);
  const double height = categories               ? row * static_cast<double>(chart.labels.size())
                        : canvas.plot_height > 0 ? canvas.plot_height
                                                 : usual_height;
  const double reach = std::min(std::max(reach_of_points(chart), half_bar(chart, height)), height / 3);
  // Names are read downwards; numbers and moments grow upwards, as on any axis that stands.
  const double first = top + reach, last = top + height - reach;
  plan.index = categories ? make_index_axis(chart, first, last) : make_index_axis(chart, last, first);
  if (!categories) {
    for (const std::string& text : plan.index.texts)
      plan.names.widest = std::max(plan.names.widest, text_width(text, value_size));
  }
  divide_among_bars(plan, thickest_bar);
  const double left = canvas.left() + (plan.names.widest > 0 ? plan.names.widest + name_gap : 0);
  const double available = canvas.right() - left;
  make_axes(plan, available * 0.85);
  double overhang = 0;
  for (const PlacedAxis& placed : plan.axes) overhang = std::max(overhang, placed.axis.widest_text / 2);
  plan.label_size = size_of_values(plan);
  const auto wanted = plan.label_size > 0 ? room_for_values(plan, available, overhang) : std::nullopt;
  if (!wanted) plan.label_size = 0;
  const ValueRoom room = wanted.value_or(ValueRoom{0, available - overhang});
  plan.plot = {left + room.left, top, left + room.left + room.plot, top + height};
  for (PlacedAxis& placed : plan.axes) {
    const double inset = std::min(reach_of_points(chart), plan.plot.width() / 3);
    placed.scale = placed.axis.scale(plan.plot.left + inset, plan.plot.right - inset);
    placed.edge = placed.far ? plan.plot.top - axis_text_gap : plan.plot.bottom + axis_text_gap;
  }
  plan.names_edge = left - name_gap;
  return plan;
}

}  // namespace nianbao::chart
