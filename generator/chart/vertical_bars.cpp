#include <algorithm>

#include "chart/bar_parts.h"
#include "chart/category_axis.h"
#include "chart/layouts.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double usual_height = 260;
constexpr double thickest_bar = 64;
constexpr double label_gap = 4;
constexpr int tick_count = 5;

/// Everything that is decided before something is drawn.
struct Plan {
  Stacking stacking;
  ValueAxis axis;
  BandScale bands;
  BarSlots slots;
  LinearScale scale;
  Box plot;
  double base = 0;        ///< y of zero
  double label_size = 0;  ///< of values outside the bars; 0: none
};

Plan make_plan(const Canvas& canvas) {
  const Chart& chart = canvas.chart;
  Stacking stacking = pile_up(chart);
  ValueAxis axis = make_value_axis(chart, stacking.extent, tick_count);
  const Box plot = {canvas.left() + axis.widest_text + 8, 0, canvas.right(), 0};
  const BandScale bands(chart.labels.size(), plot.left, plot.right, 0.3);
  const BarSlots slots = divide_band(bands, stacking.groups, thickest_bar);
  const double room = (stacking.groups == 1 ? bands.step : slots.pitch) - 3;
  const double size = stacking.piled ? 0 : size_for_values(chart, room);
  return {std::move(stacking), std::move(axis), bands, slots, {}, plot, 0, size};
}

/// Fixes the vertical positions, with room for the values beyond the ends of the bars.
void place(Plan& plan, Canvas& canvas) {
  const double label_room = plan.label_size > 0 ? plan.label_size * (ascent + descent) + label_gap : 0;
  const double height = canvas.plot_height > 0 ? canvas.plot_height : usual_height;
  const Interval extent = plan.stacking.extent;
  plan.plot.top = canvas.top + std::max(label_room - plan.axis.share_above(extent.high) * height, 10.0);
  plan.plot.bottom = plan.plot.top + height;
  const double below =
      extent.low < 0 ? std::max(label_room - plan.axis.share_below(extent.low) * height, 0.0) : 0;
  plan.scale = plan.axis.scale(plan.plot.bottom - below, plan.plot.top);
  plan.base = plan.scale(0);
}

Bar::Round rounded_end(const Segment& segment) {
  if (!segment.outermost) return Bar::Round::none;
  return segment.to < segment.from ? Bar::Round::bottom : Bar::Round::top;
}

void draw_bars(Scene& scene, const Chart& chart, const Plan& plan) {
  for_each_segment(chart, plan.stacking, [&](std::size_t s, std::size_t i, const Segment& segment) {
    if (!segment.present) return;
    const double x = plan.slots.begin(plan.bands, i, plan.stacking.group_of[s]);
    const Box box =
        box_between({x, plan.scale(segment.from)}, {x + plan.slots.thickness, plan.scale(segment.to)});
    scene.bars.push_back({box, s, s, i, rounded_end(segment), plan.stacking.piled});
    if (plan.stacking.piled) add_inner_label(scene, box, s, value_text(chart, chart.series[s], i));
  });
}

void draw_values(Scene& scene, const Chart& chart, const Plan& plan) {
  const TextStyle style = {plan.label_size, Ink::plain, false, false};
  for_each_segment(chart, plan.stacking, [&](std::size_t s, std::size_t i, const Segment& segment) {
    const double x = plan.slots.begin(plan.bands, i, plan.stacking.group_of[s]) + plan.slots.thickness / 2;
    const bool down = segment.to < 0;
    const double end = segment.present ? plan.scale(segment.to) : plan.base;
    scene.add_if_free(make_label(value_text(chart, chart.series[s], i),
                                 {x, end + (down ? label_gap : -label_gap)}, Anchor::middle,
                                 down ? Stand::below : Stand::above, segment.present ? style : gap_style));
  });
}

void draw_category_axis(Canvas& canvas, const Plan& plan) {
  const CategoryLabels names = fit_below(canvas.chart, plan.bands.step, 4);
  draw_names_below(canvas.scene, names, plan.bands, plan.plot.bottom + 8);
  canvas.top = plan.plot.bottom + 8 + block_height(names.lines, names.size);
  add_title_below(canvas, canvas.chart.index.title, plan.plot);
}

}  // namespace

void layout_vertical_bars(Canvas& canvas) {
  add_legend_and_caption(canvas, value_caption(canvas.chart, canvas.chart.values().title));
  Plan plan = make_plan(canvas);
  place(plan, canvas);
  Scene& scene = canvas.scene;
  draw_ticks_beside(scene, plan.axis, plan.scale, plan.plot);
  draw_bars(scene, canvas.chart, plan);
  if (plan.label_size > 0) draw_values(scene, canvas.chart, plan);
  scene.rules.push_back({{{plan.plot.left, plan.base}, {plan.plot.right, plan.base}}, RuleKind::axis, false});
  draw_category_axis(canvas, plan);
  if (plan.label_size == 0) add_gap_note(canvas);
}

}  // namespace nianbao::chart
