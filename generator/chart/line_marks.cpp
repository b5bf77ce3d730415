#include "chart/line_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/clipping.h"
#include "chart/curves.h"
#include "chart/paint.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t most_plain_dots = 60;
constexpr std::size_t most_dots = 150;
constexpr double usual_point = 4, small_point = 2.5;
constexpr double piled_opacity = 0.8;

/// Places of values that one line joins.
using Run = std::vector<std::size_t>;

/// Whether a break of the series lies between two values.
bool broken_between(const CartesianPlan& plan, const Series& series, std::size_t a, std::size_t b) {
  const auto place = [&](std::size_t i) {
    return plan.index.categories ? static_cast<double>(i) : series.positions[i];
  };
  return std::any_of(plan.chart.breaks.begin(), plan.chart.breaks.end(), [&](const Break& broken) {
    return place(a) < broken.before && broken.before <= place(b);
  });
}

/// Places of known values in the order in which they stand on the index axis.
Run known_places(const CartesianPlan& plan, std::size_t s) {
  const Series& series = plan.chart.series[s];
  Run known;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (plan.segment(s, i).present) known.push_back(i);
  }
  return known;
}

std::vector<Run> runs_of(const CartesianPlan& plan, std::size_t s) {
  const Series& series = plan.chart.series[s];
  std::vector<Run> runs;
  for (const std::size_t i : known_places(plan, s)) {
    const bool joined = !runs.empty() && (series.look.span_gaps || runs.back().back() + 1 == i) &&
                        !broken_between(plan, series, runs.back().back(), i);
    if (!joined) runs.emplace_back();
    runs.back().push_back(i);
  }
  return runs;
}

/// The corners of a line that moves in steps.
std::vector<Point> stepped(const std::vector<Point>& points, Stepped how, bool lying) {
  std::vector<Point> corners;
  for (std::size_t k = 0; k < points.size(); ++k) {
    if (k > 0) {
      const Point a = points[k - 1], b = points[k];
      const Point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
      if (how == Stepped::middle) {
        corners.push_back(lying ? Point{a.x, middle.y} : Point{middle.x, a.y});
        corners.push_back(lying ? Point{b.x, middle.y} : Point{middle.x, b.y});
      } else {
        const bool along_first = (how == Stepped::before) != lying;
        corners.push_back(along_first ? Point{b.x, a.y} : Point{a.x, b.y});
      }
    }
    corners.push_back(points[k]);
  }
  return corners;
}

/// A line through points, as smooth as its series asks for.
Stroke course_through(const CartesianPlan& plan, const Look& look, std::vector<Point> points) {
  Stroke stroke;
  if (look.stepped != Stepped::no) {
    stroke.points = stepped(points, look.stepped, plan.lying);
  } else {
    stroke.points = std::move(points);
    if (stroke.points.size() > 2 && look.monotone) {
      stroke.controls = monotone_controls(stroke.points, plan.lying);
    } else if (stroke.points.size() > 2 && look.tension > 0) {
      stroke.controls = spline_controls(stroke.points, look.tension, plan.plot);
    }
  }
  return stroke;
}

/// Where the area of a value ends on the value axis; nothing when it has none.
std::optional<double> foot_of(const CartesianPlan& plan, std::size_t s, std::size_t i) {
  const Series& series = plan.chart.series[s];
  const LinearScale& scale = plan.scale_of(series);
  const Segment& segment = plan.segment(s, i);
  const bool piled = segment.from != segment.to || plan.chart.value_axes[series.axis].stacked;
  switch (series.look.fill.to) {
    case Fill::To::nothing:
      return {};
    case Fill::To::origin:
      return scale(piled ? segment.from : 0);
    case Fill::To::start:
      return scale.from;
    case Fill::To::end:
      return scale.to;
    case Fill::To::value:
      return scale(series.look.fill.value);
    case Fill::To::series: {
      const std::size_t other = series.look.fill.series;
      if (other >= plan.chart.series.size() || !plan.segment(other, i).present) return {};
      return plan.scale_of(plan.chart.series[other])(plan.segment(other, i).to);
    }
  }
  return {};
}

/// What is left of an area inside the plot, as one polygon.
void cut_to(Area& area, const Box& sight) {
  std::vector<Point> around = flattened(area.top), back = flattened(area.bottom);
  around.insert(around.end(), back.rbegin(), back.rend());
  area.top.points = polygon_inside(std::move(around), sight);
  area.top.controls.clear();
  area.bottom = {};
}

void draw_area(Scene& scene, const CartesianPlan& plan, std::size_t s, const Run& run) {
  const Series& series = plan.chart.series[s];
  std::vector<Point> tops, feet;
  bool inside = true;
  for (const std::size_t i : run) {
    const auto foot = foot_of(plan, s, i);
    if (!foot) continue;
    tops.push_back(plan.course_point(s, i));
    feet.push_back(plan.lying ? Point{*foot, tops.back().y} : Point{tops.back().x, *foot});
    inside = inside && plan.in_sight(s, i);
  }
  if (tops.size() < 2) return;
  const bool on_line = series.look.fill.to == Fill::To::series || plan.chart.value_axes[series.axis].stacked;
  Area area;
  area.top = course_through(plan, series.look, std::move(tops));
  area.top.colour = fill_colour(scene, series, s);
  area.bottom = on_line ? course_through(plan, series.look, std::move(feet)) : Stroke{std::move(feet)};
  area.top.layer = plan.stacking.layer_of(s);
  if (!inside) cut_to(area, plan.sight());
  if (plan.chart.value_axes[series.axis].stacked || plan.chart.percent) area.opacity = piled_opacity;
  if (!area.top.points.empty()) scene.areas.push_back(std::move(area));
}

void draw_dots(Scene& scene, const CartesianPlan& plan, std::size_t s, const Run& run) {
  const Series& series = plan.chart.series[s];
  const std::size_t count = series.values.size();
  const double usual = count <= most_plain_dots ? usual_point : small_point;
  if (count > most_dots && run.size() > 1) return;
  const std::size_t colour = line_colour(scene, series, s);
  for (const std::size_t i : run) {
    const double radius = point_radius(series.look, i, usual);
    const PointStyle style = point_style(series.look, i);
    if (radius <= 0 || style == PointStyle::none || !plan.in_sight(s, i)) continue;
    scene.dots.push_back({plan.point_of(s, i), point_colour(scene, series.look, i, colour), radius, style,
                          false, plan.stacking.layer_of(s)});
  }
}

void draw_line(Scene& scene, const CartesianPlan& plan, std::size_t s, const Run& run) {
  const Look& look = plan.chart.series[s].look;
  if (run.size() < 2 || !look.show_line || look.border_width == 0.0) return;
  std::vector<Point> points;
  bool inside = true;
  for (const std::size_t i : run) {
    points.push_back(plan.course_point(s, i));
    inside = inside && plan.in_sight(s, i);
  }
  Stroke stroke = course_through(plan, look, std::move(points));
  stroke.colour = line_colour(scene, plan.chart.series[s], s);
  stroke.width = look.border_width.value_or(stroke.width);
  stroke.dash = look.dash;
  stroke.layer = plan.stacking.layer_of(s);
  if (inside) return scene.strokes.push_back(std::move(stroke));
  const std::vector<Point> whole = flattened(stroke);
  stroke.controls.clear();
  for (std::vector<Point>& piece : pieces_inside(whole, plan.sight())) {
    stroke.points = std::move(piece);
    scene.strokes.push_back(stroke);
  }
}

void draw_point(Scene& scene, const CartesianPlan& plan, std::size_t s, std::size_t i) {
  const Series& series = plan.chart.series[s];
  const bool bubble = i < series.radii.size() && plan.chart.type == Type::bubble;
  const double radius = bubble ? series.radii[i] : point_radius(series.look, i, usual_point);
  PointStyle style = point_style(series.look, i);
  if (bubble && style == PointStyle::by_series) style = PointStyle::circle;
  if (radius <= 0 || style == PointStyle::none) return;
  const std::size_t colour = point_colour(scene, series.look, i, fill_colour(scene, series, s, i));
  scene.dots.push_back({plan.point_of(s, i), colour, radius, style, bubble, plan.stacking.layer_of(s)});
}

}  // namespace

void draw_lines(Scene& scene, const CartesianPlan& plan) {
  // What comes first in order is drawn last, on top of the others.
  const std::vector<std::size_t> sequence = sequence_of(plan.chart);
  for (auto s = sequence.rbegin(); s != sequence.rend(); ++s) {
    const Mark mark = mark_of(plan.chart, plan.chart.series[*s]);
    const bool joined_points = mark == Mark::points && plan.chart.series[*s].look.show_line;
    if (mark != Mark::line && !joined_points) continue;
    for (const Run& run : runs_of(plan, *s)) {
      if (!joined_points) draw_area(scene, plan, *s, run);
      draw_line(scene, plan, *s, run);
      if (!joined_points) draw_dots(scene, plan, *s, run);
    }
  }
}

void draw_points(Scene& scene, const CartesianPlan& plan) {
  const std::size_t begin = scene.dots.size();
  std::vector<std::size_t> sequence = sequence_of(plan.chart);
  std::reverse(sequence.begin(), sequence.end());
  for (const std::size_t s : sequence) {
    const Series& series = plan.chart.series[s];
    if (mark_of(plan.chart, series) != Mark::points) continue;
    for (std::size_t i = 0; i < plan.chart.labels.size(); ++i)
      if (plan.segment(s, i).present && plan.in_sight(s, i)) draw_point(scene, plan, s, i);
  }
  std::stable_sort(scene.dots.begin() + static_cast<std::ptrdiff_t>(begin), scene.dots.end(),
                   [](const Dot& a, const Dot& b) { return a.radius > b.radius; });
}

}  // namespace nianbao::chart
