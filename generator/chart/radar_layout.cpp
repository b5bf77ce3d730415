#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/curves.h"
#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/paint.h"
#include "chart/stacking.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double usual_radius = 124;
constexpr double widest_share = 0.28;  ///< radius as a share of the picture's width, at most
constexpr double name_distance = 12;
constexpr double widest_pole_name = 260;
constexpr double shape_opacity = 0.1;
constexpr double hub_share = 0.5;  ///< of the values' range, kept free below the least value
constexpr TextStyle tick_style = {small_size, Ink::muted, false, true};

struct Web {
  Point centre;
  double radius = 0;
  std::size_t spokes = 0;
  double start = 0;  ///< angle of the first spoke

  double angle(std::size_t i) const {
    return start + 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(spokes);
  }
  Point at(std::size_t i, double distance) const {
    return {centre.x + distance * std::sin(angle(i)), centre.y - distance * std::cos(angle(i))};
  }
};

/// A name at the end of its spoke, growing away from the centre; the value of the only series stands below
/// it.
Label spoke_label(const Canvas& canvas, const Web& web, std::size_t i) {
  const Chart& chart = canvas.chart;
  const double sine = std::sin(web.angle(i)), cosine = std::cos(web.angle(i));
  const bool pole = std::fabs(sine) < 0.1;
  const double side = (canvas.right() - canvas.left()) / 2 - web.radius - name_distance;
  const double room = pole ? std::min(widest_pole_name, canvas.right() - canvas.left()) : side;
  const Wrapped name = wrap(chart.labels[i], text_size, room, 3);
  std::string text = name.text;
  int lines = name.lines;
  if (chart.series.size() == 1) {
    if (!text.empty()) text += '\n';
    const Wrapped value = wrap(value_with_unit(chart, chart.series.front(), i), text_size, room, 1);
    text += value.text;
    lines += name.text.empty() ? 0 : 1;
  }
  const Point end = web.at(i, web.radius + name_distance);
  const double shift = cosine * block_height(lines, text_size) / 2;
  const Anchor anchor = pole ? Anchor::middle : sine > 0 ? Anchor::start : Anchor::end;
  return make_label(std::move(text), {end.x, end.y - shift}, anchor, Stand::middle);
}

/// The web with its centre moved down so far that no name rises above the canvas; sets where the names end.
Web place_web(const Canvas& canvas, double& bottom) {
  const double wanted = canvas.plot_height > 0 ? canvas.plot_height / 2 : usual_radius;
  Web web = {{(canvas.left() + canvas.right()) / 2, 0},
             std::min(wanted, (canvas.right() - canvas.left() + 2 * edge) * widest_share),
             canvas.chart.labels.size(),
             canvas.chart.rotation * std::numbers::pi / 180};
  double top = -web.radius - 8, low = web.radius;
  for (std::size_t i = 0; canvas.chart.values().spoke_names_shown && i < web.spokes; ++i) {
    const Box box = spoke_label(canvas, web, i).box;
    top = std::min(top, box.top);
    low = std::max(low, box.bottom);
  }
  web.centre.y = canvas.top + 4 - top;
  bottom = web.centre.y + low;
  return web;
}

/// A web of positive values that does not begin at zero begins below its least value, which would otherwise
/// shrink into the centre.
Interval extent_with_hub(const Chart& chart) {
  Interval extent = value_extent(chart);
  if (chart.values().begin_at_zero || chart.values().minimum || extent.low <= 0) return extent;
  extent.low = std::max(extent.low - (extent.high - extent.low) * hub_share, 0.0);
  return extent;
}

void draw_web(Scene& scene, const Axis& asked, const Web& web, const ValueAxis& axis,
              const LinearScale& scale) {
  scene.domain = axis.domain;
  for (std::size_t t = 0; t < axis.ticks.size(); ++t) {
    const double distance = scale(axis.ticks[t]);
    scene.ticks.push_back({axis.ticks[t], distance});
    if (distance <= 0 || !asked.grid_shown) continue;
    if (web.spokes < 3 || asked.circular) {
      scene.rings.push_back({web.centre, distance});
      continue;
    }
    Rule ring = {{}, RuleKind::grid, true};
    for (std::size_t i = 0; i < web.spokes; ++i) ring.points.push_back(web.at(i, distance));
    scene.rules.push_back(std::move(ring));
  }
  for (std::size_t i = 0; asked.spokes_shown && i < web.spokes; ++i) {
    scene.rules.push_back({{web.centre, web.at(i, web.radius)}, RuleKind::grid, false});
  }
}

void draw_tick_texts(Scene& scene, const Web& web, const ValueAxis& axis, const LinearScale& scale) {
  for (std::size_t t = 0; t < axis.ticks.size(); ++t) {
    const Point at = {web.centre.x - 5, web.centre.y - scale(axis.ticks[t])};
    scene.add_if_free(make_label(axis.texts[t], at, Anchor::end, Stand::middle, tick_style));
  }
}

/// Chart.js's spline through a closed course: the points around its seam are seen from both sides.
std::vector<Point> closed_controls(const std::vector<Point>& course, double tension, const Box& bounds) {
  std::vector<Point> around = {course[course.size() - 2]};
  around.insert(around.end(), course.begin(), course.end());
  around.push_back(course[1]);
  const std::vector<Point> controls = spline_controls(around, tension, bounds);
  return {controls.begin() + 2, controls.end() - 2};
}

Stroke course_of(const Look& look, std::vector<Point> points, bool closed, const Web& web) {
  Stroke stroke;
  stroke.closed = closed;
  stroke.points = std::move(points);
  if (look.tension <= 0 || stroke.points.size() < 3) return stroke;
  const Box bounds = {web.centre.x - web.radius, web.centre.y - web.radius, web.centre.x + web.radius,
                      web.centre.y + web.radius};
  if (closed) stroke.points.push_back(stroke.points.front());
  stroke.controls = closed ? closed_controls(stroke.points, look.tension, bounds)
                           : spline_controls(stroke.points, look.tension, bounds);
  return stroke;
}

/// The shape of a series, faint, below all lines. A fill of the author's that is translucent already stays
/// so.
void draw_shape(Scene& scene, const Series& series, std::size_t s, const Stroke& outline) {
  if (!outline.closed || series.look.fill.to == Fill::To::nothing) return;
  Area area;
  area.top = outline;
  area.top.closed = false;
  area.top.colour = fill_colour(scene, series, s);
  const std::size_t own = area.top.colour - first_custom_colour;
  const bool translucent = area.top.colour >= first_custom_colour && scene.custom_colours[own].size() == 9;
  area.opacity = translucent ? 1 : shape_opacity;
  scene.areas.push_back(std::move(area));
}

/// A closed course, or the pieces of it between gaps.
void draw_series(Scene& scene, const Series& series, std::size_t s, const Web& web,
                 const LinearScale& scale) {
  const Look& look = series.look;
  const auto gap = std::find(series.values.begin(), series.values.end(), std::nullopt);
  const bool whole = gap == series.values.end() || look.span_gaps;
  const std::size_t start = whole ? 0 : static_cast<std::size_t>(gap - series.values.begin()) + 1;
  const std::size_t colour = line_colour(scene, series, s);
  const double usual = web.spokes <= 60 ? 3.5 : 2;
  std::vector<Point> run;
  const auto finish_run = [&] {
    Stroke stroke = course_of(look, std::move(run), whole, web);
    run.clear();
    if (stroke.points.size() < 2) return;
    draw_shape(scene, series, s, stroke);
    stroke.colour = colour;
    stroke.width = look.border_width.value_or(stroke.width);
    stroke.dash = look.dash;
    if (look.show_line && stroke.width > 0) scene.strokes.push_back(std::move(stroke));
  };
  for (std::size_t k = 0; k < web.spokes; ++k) {
    const std::size_t i = (start + k) % web.spokes;
    if (!series.values[i]) {
      if (!look.span_gaps) finish_run();
      continue;
    }
    run.push_back(web.at(i, scale(*series.values[i])));
    const double radius = point_radius(look, i, usual);
    const PointStyle style = point_style(look, i);
    if (style != PointStyle::none && radius > 0)
      scene.dots.push_back({run.back(), point_colour(scene, look, i, colour), radius, style, false});
  }
  finish_run();
}

}  // namespace

void layout_radar(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  add_legend_and_caption(canvas, chart.series.size() > 1 ? unit_caption(chart, "") : "");
  double bottom = 0;
  const Web web = place_web(canvas, bottom);
  const ValueAxis axis =
      make_value_axis(chart, chart.values(), extent_with_hub(chart), radial_ticks(web.radius));
  const LinearScale scale = axis.scale(0, web.radius);
  draw_web(canvas.scene, chart.values(), web, axis, scale);
  const std::vector<std::size_t> sequence = sequence_of(chart);
  for (auto s = sequence.rbegin(); s != sequence.rend(); ++s)  // the first in order lies on top
    draw_series(canvas.scene, chart.series[*s], *s, web, scale);
  for (std::size_t i = 0; chart.values().spoke_names_shown && i < web.spokes; ++i) {
    Label label = spoke_label(canvas, web, i);
    if (!label.text.empty()) canvas.scene.add_if_free(std::move(label));
  }
  if (chart.values().shown && chart.values().ticks_shown) draw_tick_texts(canvas.scene, web, axis, scale);
  canvas.top = bottom + 4;
  if (chart.series.size() > 1) add_gap_note(canvas);
}

}  // namespace nianbao::chart
