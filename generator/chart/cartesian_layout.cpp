#include <algorithm>

#include "chart/annotation_marks.h"
#include "chart/bar_marks.h"
#include "chart/cartesian_plan.h"
#include "chart/layouts.h"
#include "chart/line_labels.h"
#include "chart/line_marks.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr TextStyle tick_style = {value_size, Ink::muted, false, false};
constexpr double name_gap = 8;    ///< between the plot and the names below it
constexpr double line_room = 22;  ///< above and below a line, for values

/// A line along an axis whose author asks for it.
void draw_border(Scene& scene, bool upright, double at, const Box& plot) {
  scene.rules.push_back({upright ? std::vector<Point>{{at, plot.top}, {at, plot.bottom}}
                                 : std::vector<Point>{{plot.left, at}, {plot.right, at}},
                         RuleKind::axis,
                         false,
                         false,
                         {}});
}

void draw_borders(Scene& scene, const CartesianPlan& plan) {
  const Box& plot = plan.plot;
  for (std::size_t a = 0; a < plan.axes.size(); ++a) {
    if (!plan.chart.value_axes[a].border_shown) continue;
    const bool far = plan.axes[a].far;
    plan.lying ? draw_border(scene, false, far ? plot.top : plot.bottom, plot)
               : draw_border(scene, true, far ? plot.right : plot.left, plot);
  }
  if (plan.chart.index.border_shown)
    draw_border(scene, plan.lying, plan.lying ? plot.left : plot.bottom, plot);
}

/// What each axis measures; the chart's unit is that of the first.
Captions captions_of(const Chart& chart) {
  Captions captions = {value_caption(chart, chart.values().title), ""};
  if (chart.percent) captions.near = std::string(words(chart).percent) + captions.near;
  if (chart.values().side == Side::right) std::swap(captions.near, captions.far);
  for (std::size_t a = 1; a < chart.value_axes.size(); ++a) {
    const Axis& axis = chart.value_axes[a];
    std::string& side = axis.side == Side::right || axis.side == Side::top ? captions.far : captions.near;
    if (!side.empty() && !axis.title.empty()) side += words(chart).sentence_break;
    side += axis.title;
  }
  return captions;
}

/// A line across the plot at a place on a value axis.
void draw_rule(Scene& scene, const CartesianPlan& plan, double at, RuleKind kind) {
  scene.rules.push_back({{plan.point(plan.begin(), at), plan.point(plan.end(), at)}, kind, false, false, {}});
}

void draw_tick_text(Scene& scene, const CartesianPlan& plan, const PlacedAxis& placed,
                    const std::string& text, double at) {
  const Point where = plan.point(placed.edge, at);
  if (plan.lying) {
    scene.add_if_free(
        make_label(text, where, Anchor::middle, placed.far ? Stand::above : Stand::below, tick_style));
  } else {
    scene.add_if_free(
        make_label(text, where, placed.far ? Anchor::start : Anchor::end, Stand::middle, tick_style));
  }
}

void draw_value_axes(Scene& scene, const CartesianPlan& plan) {
  for (std::size_t a = 0; a < plan.axes.size(); ++a) {
    const PlacedAxis& placed = plan.axes[a];
    const Axis& asked = plan.chart.value_axes[a];
    scene.domains.push_back(placed.axis.domain);
    if (a == 0) scene.domain = placed.axis.domain;
    for (std::size_t i = 0; i < placed.axis.ticks.size(); ++i) {
      const double at = placed.scale(placed.axis.ticks[i]);
      if (a == 0) scene.ticks.push_back({placed.axis.ticks[i], at});
      if (a == 0 && asked.shown && asked.grid_shown) draw_rule(scene, plan, at, RuleKind::grid);
      if (placed.texts) draw_tick_text(scene, plan, placed, placed.axis.texts[i], at);
    }
  }
}

/// Ticks of an index axis of numbers or moments.
void draw_index_ticks(Canvas& canvas, const CartesianPlan& plan) {
  Scene& scene = canvas.scene;
  const Axis& asked = plan.chart.index;
  scene.index_domain = plan.index.domain;
  for (std::size_t i = 0; i < plan.index.ticks.size(); ++i) {
    const double at = plan.index.place(plan.index.ticks[i]);
    if (asked.shown && asked.grid_shown) {
      const Box& plot = plan.plot;
      scene.rules.push_back({plan.lying ? std::vector<Point>{{plot.left, at}, {plot.right, at}}
                                        : std::vector<Point>{{at, plot.top}, {at, plot.bottom}},
                             RuleKind::grid,
                             false,
                             false,
                             {}});
    }
    if (!asked.shown || !asked.ticks_shown) continue;
    const std::string& text = plan.index.texts[i];
    if (plan.lying) {
      scene.add_if_free(make_label(text, {plan.names_edge, at}, Anchor::end, Stand::middle, tick_style));
      continue;
    }
    const double half = text_width(text, value_size) / 2;
    const double x = std::clamp(at, half, std::max(half, scene.width - half));
    scene.add_if_free(
        make_label(text, {x, plan.plot.bottom + name_gap}, Anchor::middle, Stand::below, tick_style));
  }
}

/// Where names may begin: below the plot, and below values under the lowest points.
double top_of_names(const Scene& scene, const CartesianPlan& plan) {
  double top = plan.plot.bottom + name_gap;
  if (has_bars(plan.chart)) return top;
  for (const Dot& dot : scene.dots) top = std::max(top, dot.at.y + line_room + 2);
  return top;
}

void draw_names_of_upright(Canvas& canvas, const CartesianPlan& plan) {
  const Axis& asked = plan.chart.index;
  const bool shown = asked.shown && asked.ticks_shown;
  if (!plan.index.categories) {
    canvas.top = plan.plot.bottom + (shown ? name_gap + block_height(1, value_size) : name_gap);
  } else if (shown) {
    const CategoryLabels names = fit_below(canvas.chart, plan.index.bands.step, has_bars(plan.chart) ? 4 : 3);
    const double top = top_of_names(canvas.scene, plan);
    draw_names_below(canvas.scene, names, plan.index.bands, top);
    canvas.top = top + block_height(names.lines, names.size);
  } else {
    canvas.top = plan.plot.bottom + name_gap;
  }
  add_title_below(canvas, asked.title, plan.plot);
}

/// The title of the category axis stands below the names, beside the ticks.
void draw_names_of_lying(Canvas& canvas, const CartesianPlan& plan) {
  const Axis& asked = plan.chart.index;
  if (plan.index.categories && asked.shown && asked.ticks_shown)
    draw_names_beside(canvas.scene, plan.names, plan.index.bands, plan.names_edge);
  if (!asked.title.empty()) {
    const double room = std::max(plan.names_edge - canvas.left(), plan.index.categories ? 0.0 : 120.0);
    const Wrapped line = wrap(asked.title, value_size, room, 1);
    const bool fits = line.width <= plan.names_edge - canvas.left();
    const double y = plan.plot.bottom + axis_text_gap;
    canvas.scene.add_if_free(
        fits ? make_label(line.text, {plan.names_edge, y}, Anchor::end, Stand::below, tick_style)
             : make_label(line.text, {canvas.left(), y + 1.5 * value_size}, Anchor::start, Stand::below,
                          tick_style));
  }
  canvas.top = plan.plot.bottom + axis_text_gap + block_height(1, value_size);
}

/// The line on which bars stand, and zero of lines.
void draw_zero(Scene& scene, const CartesianPlan& plan) {
  const PlacedAxis& placed = plan.axes.front();
  const Interval& domain = placed.axis.domain;
  const bool zero_in_sight = domain.low <= 0 && domain.high >= 0;
  if (!has_bars(plan.chart) && !zero_in_sight) return;
  draw_rule(scene, plan, placed.scale(0), RuleKind::axis);
}

/// The only line says in place what its gaps are; returns whether all could be said.
bool draw_gap_words(Scene& scene, const CartesianPlan& plan) {
  const Chart& chart = plan.chart;
  const Series& series = chart.series.front();
  const TextStyle style = {small_size, Ink::muted, false, false};
  bool all = true;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i]) continue;
    Label label = make_label(value_text(chart, series, i), {plan.index.bands.centre(i), plan.plot.bottom - 4},
                             Anchor::middle, Stand::above, style);
    const bool fits = label.box.width() + 4 <= plan.index.bands.step && !crosses_lines(scene, label.box);
    all = fits && scene.add_if_free(std::move(label)) && all;
  }
  return all;
}

double lowest_text(const Scene& scene) {
  double lowest = 0;
  for (const Label& label : scene.labels) lowest = std::max(lowest, label.box.bottom);
  return lowest;
}

void explain_gaps(Canvas& canvas, const CartesianPlan& plan) {
  const Chart& chart = plan.chart;
  if (!plan.index.categories) return;  // series of points need not be equally long
  if (has_bars(chart)) {
    if (plan.label_size == 0) add_gap_note(canvas);
    return;
  }
  const bool in_place = chart.series.size() == 1 && plan.index.categories && !plan.lying;
  if (!in_place || !draw_gap_words(canvas.scene, plan)) add_gap_note(canvas);
}

}  // namespace

void layout_cartesian(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  const bool lying = draws_horizontally(chart, static_cast<int>(canvas.scene.width));
  const bool at_ends = !lying && names_fit_at_ends(chart, canvas.scene.width);
  const bool below = chart.legend_position == LegendPosition::bottom;
  add_captions(canvas, captions_of(chart), !at_ends && !below);
  const CartesianPlan plan = lying ? plan_lying(canvas) : plan_upright(canvas, at_ends);
  Scene& scene = canvas.scene;
  scene.layers = plan.stacking.layer_count;
  draw_annotation_boxes(scene, plan);
  draw_value_axes(scene, plan);
  if (!plan.index.categories) draw_index_ticks(canvas, plan);
  draw_bars(scene, plan);
  draw_zero(scene, plan);
  draw_borders(scene, plan);
  draw_lines(scene, plan);
  draw_points(scene, plan);
  lying ? draw_names_of_lying(canvas, plan) : draw_names_of_upright(canvas, plan);
  draw_end_texts(scene, plan);
  draw_bar_values(scene, plan);
  const std::vector<std::string> left_over = draw_annotations(scene, plan);
  label_lines(scene, plan);
  label_scattered(scene, plan);
  canvas.top = std::max(canvas.top, lowest_text(scene));
  explain_gaps(canvas, plan);
  canvas.top = std::max(canvas.top, lowest_text(scene));
  for (const std::string& text : left_over) add_note(canvas, text);
  if (below && !at_ends) add_legend_below(canvas);
}

}  // namespace nianbao::chart
