#include "chart/line_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/spreading.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double distance = 7;       ///< from a point to its value
constexpr double end_distance = 14;  ///< from the last point to the text beside it
constexpr double displaced = 5;      ///< a text farther than this from its point gets a line to it
constexpr TextStyle style = {value_size, Ink::plain, false, true};
constexpr TextStyle point_name_style = {small_size, Ink::plain, false, true};

/// Liang–Barsky: whether the part of a segment inside the box is not empty.
bool crosses(const Box& box, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  double enter = 0, leave = 1;
  const auto clip = [&](double direction, double room) {
    if (direction == 0) return room >= 0;
    const double t = room / direction;
    if (direction < 0) enter = std::max(enter, t);
    if (direction > 0) leave = std::min(leave, t);
    return enter <= leave;
  };
  return clip(-dx, a.x - box.left) && clip(dx, box.right - a.x) && clip(-dy, a.y - box.top) &&
         clip(dy, box.bottom - a.y);
}

/// A point lower than its neighbours gets its value below, any other above.
bool is_valley(const std::vector<std::optional<double>>& values, std::size_t i) {
  const bool left = i > 0 && values[i - 1], right = i + 1 < values.size() && values[i + 1];
  if (!left && !right) return false;
  return (!left || *values[i - 1] > *values[i]) && (!right || *values[i + 1] > *values[i]);
}

/// Points whose values matter most, in the order in which they get room.
std::vector<std::size_t> points_to_label(const Series& series, bool alone, bool all_fit, bool end_named) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i]) known.push_back(i);
  }
  if (known.empty() || (alone && all_fit)) return known;
  std::vector<std::size_t> chosen = {known.back()};
  if (known.size() > 1) chosen.push_back(known.front());
  if (end_named) chosen.erase(chosen.begin());
  if (!alone) return chosen;
  const auto less = [&](std::size_t a, std::size_t b) { return *series.values[a] < *series.values[b]; };
  for (const std::size_t extreme : {*std::max_element(known.begin(), known.end(), less),
                                    *std::min_element(known.begin(), known.end(), less)}) {
    if (std::find(chosen.begin(), chosen.end(), extreme) == chosen.end()) chosen.push_back(extreme);
  }
  return chosen;
}

bool all_fit(const CartesianPlan& plan, const Series& series) {
  const double step = plan.index.step(plan.chart);
  if (plan.lying) return step >= line_height * value_size;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i] && text_width(value_text(plan.chart, series, i), value_size) + 4 > step)
      return false;
  }
  return true;
}

/// Where a value may stand, the best place first.
std::vector<Label> places_around(const Scene& scene, const CartesianPlan& plan, const std::string& text,
                                 Point point, bool below) {
  if (plan.lying) {
    return {make_label(text, {point.x + distance, point.y}, Anchor::start, Stand::middle, style),
            make_label(text, {point.x - distance, point.y}, Anchor::end, Stand::middle, style)};
  }
  const double half = text_width(text, style.size) / 2, last = std::max(half, scene.width - half);
  std::vector<Label> places;
  for (const bool under : {below, !below}) {
    const Point at = {std::clamp(point.x, half, last), point.y + (under ? distance : -distance)};
    places.push_back(make_label(text, at, Anchor::middle, under ? Stand::below : Stand::above, style));
  }
  return places;
}

/// A label that is a number only repeats where the point stands.
bool states_position(const std::string& name) {
  return name.find_first_not_of("0123456789.,-+eE") == std::string::npos;
}

void label_point(Scene& scene, const CartesianPlan& plan, const std::string& text, Point point, bool below,
                 bool alone) {
  std::vector<Label> places = places_around(scene, plan, text, point, below);
  for (Label& label : places) {
    if (crosses_lines(scene, label.box) || covers_dot(scene, label.box)) continue;
    if (scene.add_if_free(label)) return;
  }
  if (alone) scene.add_if_free(std::move(places.front()));
}

}  // namespace

bool covers_dot(const Scene& scene, const Box& box) {
  return std::any_of(scene.dots.begin(), scene.dots.end(), [&](const Dot& dot) {
    return box.overlaps(
        {dot.at.x - dot.radius, dot.at.y - dot.radius, dot.at.x + dot.radius, dot.at.y + dot.radius});
  });
}

bool crosses_lines(const Scene& scene, const Box& box) {
  const auto runs_through = [&](const std::vector<Point>& points) {
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (crosses(box, points[i - 1], points[i])) return true;
    }
    return false;
  };
  return std::any_of(scene.strokes.begin(), scene.strokes.end(),
                     [&](const Stroke& stroke) { return runs_through(stroke.points); }) ||
         std::any_of(scene.rules.begin(), scene.rules.end(), [&](const Rule& rule) {
           return rule.kind == RuleKind::reference && runs_through(rule.points);
         });
}

void label_lines(Scene& scene, const CartesianPlan& plan) {
  const Chart& chart = plan.chart;
  const bool alone = chart.series.size() == 1;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const Series& series = chart.series[s];
    if (mark_of(chart, series) != Mark::line) continue;
    const bool fit = alone && all_fit(plan, series);
    for (const std::size_t i : points_to_label(series, alone, fit, !plan.end_texts.empty())) {
      if (!plan.in_sight(s, i)) continue;
      label_point(scene, plan, value_text(chart, series, i), plan.point_of(s, i), is_valley(series.values, i),
                  alone);
    }
  }
}

void draw_end_texts(Scene& scene, const CartesianPlan& plan) {
  if (plan.end_texts.empty()) return;
  const std::size_t last = plan.chart.labels.size() - 1;
  std::vector<std::size_t> order(plan.end_texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto height = [&](std::size_t s) { return plan.point_of(s, last).y; };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return height(a) < height(b); });
  std::vector<double> wanted, sizes;
  for (const std::size_t s : order) {
    wanted.push_back(height(s));
    sizes.push_back(block_height(plan.end_texts[s].lines, text_size) + 3);
  }
  const std::vector<double> centres = spread(wanted, sizes, plan.plot.top - 10, plan.plot.bottom + 14);
  for (std::size_t k = 0; k < order.size(); ++k) {
    const Point at = plan.point_of(order[k], last);
    if (std::fabs(centres[k] - wanted[k]) > displaced) {
      scene.rules.push_back(
          {{{at.x + 6, at.y}, {at.x + end_distance - 2, centres[k]}}, RuleKind::leader, false, false, {}});
    }
    scene.add_if_free(make_label(plan.end_texts[order[k]].text, {at.x + end_distance, centres[k]},
                                 Anchor::start, Stand::middle, {text_size, Ink::plain, false, false}));
  }
}

void label_scattered(Scene& scene, const CartesianPlan& plan) {
  for_each_value(plan.chart, [&](std::size_t s, std::size_t i) {
    const Series& series = plan.chart.series[s];
    if (mark_of(plan.chart, series) != Mark::points || !plan.segment(s, i).present) return;
    const std::string& name = plan.chart.labels[i];
    if (name.empty() || plan.index.categories || states_position(name)) return;
    const Point at = plan.point_of(s, i);
    const double radius = i < series.radii.size() ? series.radii[i] : 4;
    for (const bool right : {true, false}) {
      Label label = make_label(name, {at.x + (right ? radius + 4 : -radius - 4), at.y},
                               right ? Anchor::start : Anchor::end, Stand::middle, point_name_style);
      if (!covers_dot(scene, label.box) && scene.add_if_free(std::move(label))) return;
    }
  });
}

}  // namespace nianbao::chart
