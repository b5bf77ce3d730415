#include "chart/line_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

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

void draw_area(Scene& scene, const CartesianPlan& plan, std::size_t s, const Run& run) {
  const Series& series = plan.chart.series[s];
  std::vector<Point> tops, feet;
  for (const std::size_t i : run) {
    const auto foot = foot_of(plan, s, i);
    if (!foot) continue;
    tops.push_back(plan.point_of(s, i));
    feet.push_back(plan.point(plan.index.at(series, i), *foot));
  }
  if (tops.size() < 2) return;
  const bool on_line = series.look.fill.to == Fill::To::series || plan.chart.value_axes[series.axis].stacked;
  Area area;
  area.top = course_through(plan, series.look, std::move(tops));
  area.top.colour = fill_colour(scene, series, s);
  area.bottom = on_line ? course_through(plan, series.look, std::move(feet)) : Stroke{std::move(feet)};
  if (plan.chart.value_axes[series.axis].stacked || plan.chart.percent) area.opacity = piled_opacity;
  scene.areas.push_back(std::move(area));
}

bool in_sight(const CartesianPlan& plan, const Series& series, double value) {
  const Interval& domain = plan.axes[series.axis].axis.domain;
  const double slack = 1e-9 * std::max(std::fabs(domain.low), std::fabs(domain.high));
  return value >= domain.low - slack && value <= domain.high + slack;
}

void draw_dots(Scene& scene, const CartesianPlan& plan, std::size_t s, const Run& run) {
  const Series& series = plan.chart.series[s];
  const std::size_t count = series.values.size();
  const double usual = count <= most_plain_dots ? usual_point : small_point;
  const double radius = series.look.point_radius.value_or(usual);
  const bool shown = series.look.point_style != PointStyle::none && radius > 0;
  if (!shown || (count > most_dots && run.size() > 1)) return;
  for (const std::size_t i : run) {
    if (!in_sight(plan, series, plan.segment(s, i).to)) continue;
    scene.dots.push_back(
        {plan.point_of(s, i), line_colour(scene, series, s), radius, series.look.point_style, false});
  }
}

void draw_line(Scene& scene, const CartesianPlan& plan, std::size_t s, const Run& run) {
  const Look& look = plan.chart.series[s].look;
  if (run.size() < 2 || !look.show_line || look.border_width == 0.0) return;
  std::vector<Point> points;
  for (const std::size_t i : run) points.push_back(plan.point_of(s, i));
  Stroke stroke = course_through(plan, look, std::move(points));
  stroke.colour = line_colour(scene, plan.chart.series[s], s);
  stroke.width = look.border_width.value_or(stroke.width);
  stroke.dash = look.dash;
  scene.strokes.push_back(std::move(stroke));
}

}  // namespace

void draw_lines(Scene& scene, const CartesianPlan& plan) {
  // What comes first in order is drawn last, on top of the others.
  const std::vector<std::size_t> sequence = sequence_of(plan.chart);
  for (auto s = sequence.rbegin(); s != sequence.rend(); ++s) {
    if (mark_of(plan.chart, plan.chart.series[*s]) != Mark::line) continue;
    for (const Run& run : runs_of(plan, *s)) {
      draw_area(scene, plan, *s, run);
      draw_line(scene, plan, *s, run);
      draw_dots(scene, plan, *s, run);
    }
  }
}

void draw_points(Scene& scene, const CartesianPlan& plan) {
  const std::size_t begin = scene.dots.size();
  for_each_value(plan.chart, [&](std::size_t s, std::size_t i) {
    const Series& series = plan.chart.series[s];
    const bool drawn = mark_of(plan.chart, series) == Mark::points && plan.segment(s, i).present;
    if (!drawn || series.look.point_style == PointStyle::none) return;
    const bool bubble = i < series.radii.size() && plan.chart.type == Type::bubble;
    const double radius = bubble ? series.radii[i] : series.look.point_radius.value_or(usual_point);
    if (radius <= 0 || !in_sight(plan, series, plan.segment(s, i).to)) return;
    const PointStyle style = bubble && series.look.point_style == PointStyle::by_series
                                 ? PointStyle::circle
                                 : series.look.point_style;
    scene.dots.push_back({plan.point_of(s, i), fill_colour(scene, series, s, i), radius, style, bubble});
  });
  std::stable_sort(scene.dots.begin() + static_cast<std::ptrdiff_t>(begin), scene.dots.end(),
                   [](const Dot& a, const Dot& b) { return a.radius > b.radius; });
}

}  // namespace nianbao::chart
