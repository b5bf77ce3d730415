#include <algorithm>

#include "chart/category_axis.h"
#include "chart/layouts.h"
#include "chart/line_labels.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double usual_height = 260;
constexpr int tick_count = 5;
constexpr double label_room = 22;  ///< above and below the line, for values
constexpr std::size_t most_plain_dots = 60;
constexpr std::size_t most_dots = 150;

struct Plan {
  ValueAxis axis;
  Box plot;
  BandScale bands;
  LinearScale scale;
};

Plan make_plan(const Canvas& canvas) {
  const Chart& chart = canvas.chart;
  const Interval extent = value_extent(chart);
  ValueAxis axis = make_value_axis(chart, extent, tick_count);
  const double height = canvas.plot_height > 0 ? canvas.plot_height : usual_height;
  const double top = canvas.top + std::max(label_room - axis.share_above(extent.high) * height, 10.0);
  const Box plot = {canvas.left() + axis.widest_text + 8, top, canvas.right(), top + height};
  const BandScale bands(chart.labels.size(), plot.left, plot.right, 0);
  const LinearScale scale = axis.scale(plot.bottom, plot.top);
  return {std::move(axis), plot, bands, scale};
}

double dot_radius(std::size_t points) { return points <= most_plain_dots ? 4 : 2.5; }

/// The points between two gaps. A gap is never bridged; a point alone is a dot.
void draw_run(Scene& scene, std::vector<Point> points, std::size_t series, std::size_t categories) {
  if (points.empty()) return;
  if (categories <= most_dots || points.size() == 1) {
    for (const Point& point : points) scene.dots.push_back({point, series, dot_radius(categories)});
  }
  if (points.size() > 1) scene.strokes.push_back({std::move(points), series});
}

void draw_series(Scene& scene, const Chart& chart, const Plan& plan, std::size_t s) {
  const auto& values = chart.series[s].values;
  std::vector<Point> run;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) {
      run.push_back({plan.bands.centre(i), plan.scale(*values[i])});
      continue;
    }
    draw_run(scene, std::move(run), s, values.size());
    run.clear();
  }
  draw_run(scene, std::move(run), s, values.size());
}

/// The only series says in place what its gaps are; returns whether all could be said.
bool draw_gap_words(Scene& scene, const Chart& chart, const Plan& plan) {
  const Series& series = chart.series.front();
  bool all = true;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i]) continue;
    const TextStyle style = {small_size, Ink::muted, false, false};
    Label label = make_label(value_text(chart, series, i), {plan.bands.centre(i), plan.plot.bottom - 4},
                             Anchor::middle, Stand::above, style);
    const bool fits = label.box.width() + 4 <= plan.bands.step && !crosses_lines(scene, label.box);
    all = fits && scene.add_if_free(std::move(label)) && all;
  }
  return all;
}

/// Far enough down for values below the lowest points.
double top_of_names(const Scene& scene, const Plan& plan) {
  double top = plan.plot.bottom + 8;
  for (const Dot& dot : scene.dots) top = std::max(top, dot.at.y + label_room + 2);
  return top;
}

void draw_names(Canvas& canvas, const Plan& plan) {
  const CategoryLabels names = fit_below(canvas.chart, plan.bands.step, 3);
  const double top = top_of_names(canvas.scene, plan);
  draw_names_below(canvas.scene, names, plan.bands, top);
  canvas.top = top + block_height(names.lines, names.size);
  add_title_below(canvas, canvas.chart.index.title, plan.plot);
}

void draw_zero(Scene& scene, const Plan& plan) {
  if (plan.axis.domain.low > 0 || plan.axis.domain.high < 0) return;
  const double y = plan.scale(0);
  scene.rules.push_back({{{plan.plot.left, y}, {plan.plot.right, y}}, RuleKind::axis, false});
}

}  // namespace

void layout_lines(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  add_legend_and_caption(canvas, value_caption(chart, chart.values().title));
  const Plan plan = make_plan(canvas);
  Scene& scene = canvas.scene;
  draw_ticks_beside(scene, plan.axis, plan.scale, plan.plot);
  draw_zero(scene, plan);
  for (std::size_t s = 0; s < chart.series.size(); ++s) draw_series(scene, chart, plan, s);
  draw_names(canvas, plan);
  label_points(scene, chart, plan.bands, plan.scale);
  const bool gaps_named = chart.series.size() == 1 && draw_gap_words(scene, chart, plan);
  if (!gaps_named) add_gap_note(canvas);
}

}  // namespace nianbao::chart
