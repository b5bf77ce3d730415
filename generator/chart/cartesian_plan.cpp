#include "chart/cartesian_plan.h"

#include <algorithm>
#include <cmath>

#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double between_axes = 14;  ///< between two axes on one side
constexpr double pixels_per_tick_of_chartjs = 14.4;
constexpr double axes_share = 0.6;      ///< of the width, for the texts of all axes
constexpr double pixels_per_tick = 40;  ///< upright
constexpr std::size_t most_named_ends = 8;
constexpr double ends_share = 0.3;  ///< of the width, for names at the ends of lines
constexpr double narrowest_ends = 340;
constexpr double end_gap = 18;

}  // namespace

Axis axis_asked_for(const Chart& chart, std::size_t a) {
  Axis axis = chart.value_axes[a];
  if (!chart.percent) return axis;
  if (!axis.maximum) axis.maximum = 100;
  if (!axis.minimum && !axis.suggested_minimum) axis.suggested_minimum = 0;
  if (axis.format == NumberFormat{}) axis.format.suffix = "%";
  return axis;
}

bool has_bars(const Chart& chart) {
  return std::any_of(chart.series.begin(), chart.series.end(),
                     [&](const Series& series) { return mark_of(chart, series) == Mark::bars; });
}

double reach_of_points(const Chart& chart) {
  constexpr double widest_shape = 1.3;  // corners reach beyond the radius
  double reach = 0;
  for (const Series& series : chart.series) {
    const Mark mark = mark_of(chart, series);
    if (mark == Mark::bars) continue;
    double radius = series.look.point_radii.empty() ? 4 : 0;
    for (const double given : series.look.point_radii) radius = std::max(radius, given);
    if (chart.type == Type::bubble && mark == Mark::points)
      for (const double bubble : series.radii) radius = std::max(radius, bubble);
    reach = std::max(reach, radius * widest_shape);
  }
  return reach <= 5.2 && chart.index.type == ScaleType::category ? 0 : std::min(reach, 80.0);
}

double half_bar(const Chart& chart, double length) {
  if (chart.index.type == ScaleType::category || !has_bars(chart)) return 0;
  const double share = least_distance(chart);
  return length * share / (1 + share) / 2;
}

void divide_among_bars(CartesianPlan& plan, double thickest) {
  plan.thickest_bar = thickest;
  plan.bar_step = plan.index.bar_step(plan.chart);
  for (const Series& series : plan.chart.series)
    plan.slots.push_back(divide_step(series.look, plan.bar_step, plan.stacking.groups, thickest));
}

double pitch_of_bars(const CartesianPlan& plan) {
  for (std::size_t s = 0; s < plan.slots.size(); ++s)
    if (mark_of(plan.chart, plan.chart.series[s]) == Mark::bars) return plan.slots[s].pitch;
  return plan.bar_step;
}

Point CartesianPlan::course_point(std::size_t s, std::size_t i) const {
  const Series& series = chart.series[s];
  const double along = index.categories ? index.at(series, i) : index.beyond(series.positions[i]);
  return point(along, scale_of(series).beyond(segment(s, i).to));
}

bool CartesianPlan::in_sight(std::size_t s, std::size_t i) const {
  const Series& series = chart.series[s];
  return scale_of(series).holds(segment(s, i).to) &&
         (index.categories || index.scale.holds(series.positions[i]));
}

Interval CartesianPlan::bar_extent(std::size_t s, std::size_t i) const {
  const Series& series = chart.series[s];
  const double middle = index.at(series, i);
  std::size_t group = stacking.group_of[s];
  if (!series.look.skip_null || group == ungrouped) {
    const double begin = middle + slots[s].offset(group);
    return {begin, begin + slots[s].thickness_of(group)};
  }
  // Only groups with a value here share the room.
  std::vector<bool> present(stacking.groups);
  for (std::size_t other = 0; other < chart.series.size(); ++other) {
    const std::size_t g = stacking.group_of[other];
    if (g < present.size() && segment(other, i).present) present[g] = true;
  }
  const auto before = static_cast<std::size_t>(
      std::count(present.begin(), present.begin() + static_cast<std::ptrdiff_t>(group), true));
  const auto count = static_cast<std::size_t>(std::count(present.begin(), present.end(), true));
  const BarSlots here = divide_step(series.look, bar_step, std::max<std::size_t>(count, 1), thickest_bar);
  const double begin = middle + here.offset(before);
  return {begin, begin + here.thickness};
}

Box CartesianPlan::bar(std::size_t s, std::size_t i) const {
  const Series& series = chart.series[s];
  const Segment& stretch = segment(s, i);
  const auto [begin, end] = bar_extent(s, i);
  const LinearScale& scale = scale_of(series);
  double from = scale(stretch.from), to = scale(stretch.to);
  const double least = series.look.least_bar_length.value_or(0);
  // Where the axis ends at the base, a bar of nothing can only lead away from it.
  const bool down = to == from && axes[series.axis].axis.domain.low < stretch.from;
  const double way = to == from ? (scale.to - scale.from) * (down ? -1 : 1) : to - from;
  if (std::fabs(to - from) < least) to = from + std::copysign(least, way);
  return box_between(point(begin, from), point(end, to));
}

bool names_fit_at_ends(const Chart& chart, double width) {
  if (!chart.show_legend || chart.series.size() < 2 || chart.series.size() > most_named_ends) return false;
  if (width < narrowest_ends || chart.labels.size() < 2 || chart.index.reverse) return false;
  if (chart.value_axes.size() > 1) return false;
  return std::all_of(chart.series.begin(), chart.series.end(), [&](const Series& series) {
    const bool line = mark_of(chart, series) == Mark::line && series.look.show_line;
    return line && !series.label.empty() && series.values.back() &&
           text_width(series.label, text_size) <= 2 * ends_share * width;
  });
}

namespace {

/// The axes with their ticks, as many as suit the height.
void make_upright_axes(CartesianPlan& plan, double height) {
  const Chart& chart = plan.chart;
  const int most = std::clamp(static_cast<int>(std::ceil(height / pixels_per_tick_of_chartjs)) - 1, 2, 10);
  const int drawn = std::clamp(static_cast<int>(height / pixels_per_tick), 2, 10);
  for (std::size_t a = 0; a < chart.value_axes.size(); ++a) {
    const Axis& asked = chart.value_axes[a];
    PlacedAxis placed;
    placed.axis = make_value_axis(chart, axis_asked_for(chart, a), plan.stacking.extents[a], {most, drawn});
    placed.far = asked.side == Side::right;
    placed.texts = asked.shown && asked.ticks_shown;
    plan.axes.push_back(std::move(placed));
  }
}

/// Axes whose texts would leave too little to the plot go without them, the last first.
void drop_texts_without_room(CartesianPlan& plan, double room) {
  double taken = 0;
  for (PlacedAxis& placed : plan.axes) {
    if (!placed.texts) continue;
    taken += placed.axis.widest_text + axis_text_gap + between_axes;
    placed.texts = taken <= room;
  }
}

/// Texts stand beside the plot; those of later axes beyond the earlier ones.
void place_axes_beside(CartesianPlan& plan, const Canvas& canvas) {
  double left = 0, right = 0;  // taken so far
  for (PlacedAxis& placed : plan.axes) {
    if (!placed.texts) continue;
    double& side = placed.far ? right : left;
    if (side > 0) side += between_axes - axis_text_gap;
    placed.edge = side + axis_text_gap;
    side = placed.edge + placed.axis.widest_text;
  }
  plan.plot.left = canvas.left() + left;
  plan.plot.right = canvas.right() - right;
  for (PlacedAxis& placed : plan.axes)
    placed.edge = placed.far ? plan.plot.right + placed.edge : plan.plot.left - placed.edge;
}

/// Name and last value of each line, at most `room` wide.
std::vector<Wrapped> texts_at_ends(const Chart& chart, double room) {
  std::vector<Wrapped> texts;
  for (const Series& series : chart.series) {
    const std::string value = value_text(chart, series, series.values.size() - 1);
    texts.push_back(wrap(value + "\u2002" + series.label, text_size, room, 3));
  }
  return texts;
}

double widest(const std::vector<Wrapped>& texts) {
  double width = 0;
  for (const Wrapped& text : texts) width = std::max(width, text.width);
  return width;
}

double widest_value(const Chart& chart, double size) {
  double width = 0;
  for_each_value(chart, [&](std::size_t s, std::size_t i) {
    const Series& series = chart.series[s];
    if (mark_of(chart, series) != Mark::bars) return;
    width = std::max(width, text_width(value_text(chart, series, i), series.values[i] ? size : small_size));
  });
  return width;
}

/// Font size at which every value (and every word for a gap) fits into `room` across its bar; 0: they do not.
double size_for_values(const Chart& chart, double room) {
  for (const double size : {value_size, small_size}) {
    if (widest_value(chart, size) <= room) return size;
  }
  return 0;
}

double height_of_plot(const Canvas& canvas) {
  constexpr double usual = 260;
  if (canvas.plot_height > 0) return canvas.plot_height;
  if (!canvas.chart.aspect_ratio) return usual;
  const double whole = canvas.scene.width / *canvas.chart.aspect_ratio;
  return std::clamp(whole - canvas.top - 40, 80.0, 2000.0);
}

/// Fixes the vertical positions, with room for the values beyond the ends of bars and lines.
void place_upright(CartesianPlan& plan, const Canvas& canvas, double height) {
  constexpr double gap = 4, line_room = 22, least_room = 10;
  const bool bars = has_bars(plan.chart);
  const double bar_room = plan.label_size > 0 ? plan.label_size * (ascent + descent) + gap : 0;
  const double room = bars ? bar_room : line_room;
  double above = least_room, below = 0;
  for (std::size_t a = 0; a < plan.axes.size(); ++a) {
    const Interval extent = plan.stacking.extents[a];
    const ValueAxis& axis = plan.axes[a].axis;
    above = std::max(above, room - axis.share_above(extent.high) * height);
    if (bars && extent.low < 0) below = std::max(below, room - axis.share_below(extent.low) * height);
  }
  plan.plot.top = canvas.top + above;
  plan.plot.bottom = plan.plot.top + height;
  const double reach = std::min(reach_of_points(plan.chart), height / 3);
  for (PlacedAxis& placed : plan.axes)
    placed.scale = placed.axis.scale(plan.plot.bottom - std::max(below, reach), plan.plot.top + reach);
}

}  // namespace

CartesianPlan plan_upright(const Canvas& canvas, bool names_at_ends) {
  constexpr double thickest_bar = 64;
  const Chart& chart = canvas.chart;
  CartesianPlan plan = {chart, false, pile_up(chart), {}, {}, {}, 0, 0, {}, 0, 0, {}, 0, {}};
  const double height = height_of_plot(canvas);
  make_upright_axes(plan, height);
  drop_texts_without_room(plan, canvas.scene.width * axes_share);
  place_axes_beside(plan, canvas);
  if (names_at_ends) {
    plan.end_texts = texts_at_ends(chart, canvas.scene.width * ends_share);
    // The last point stands half a band inside the plot.
    const double room = widest(plan.end_texts) + end_gap;
    const double bands = static_cast<double>(chart.labels.size());
    const double inside =
        chart.index.type == ScaleType::category ? (plan.plot.width() - room) / (2 * bands - 1) : 0;
    plan.plot.right -= std::max(room - inside, 0.0);
  }
  const double reach =
      std::min(std::max(reach_of_points(chart), half_bar(chart, plan.plot.width())), plan.plot.width() / 3);
  plan.index = make_index_axis(chart, plan.plot.left + reach, plan.plot.right - reach);
  const double step = plan.index.step(chart);
  divide_among_bars(plan, thickest_bar);
  const double room = (plan.stacking.groups == 1 ? step : pitch_of_bars(plan)) - 3;
  plan.label_size = has_bars(chart) && !plan.stacking.piled ? size_for_values(chart, room) : 0;
  place_upright(plan, canvas, height);
  return plan;
}

}  // namespace nianbao::chart
