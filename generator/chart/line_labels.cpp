#include "chart/line_labels.h"

#include <algorithm>

#include "chart/canvas.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double distance = 7;  ///< from a point to its value
constexpr TextStyle style = {value_size, Ink::plain, false, true};

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

bool covers_dot(const Scene& scene, const Box& box) {
  return std::any_of(scene.dots.begin(), scene.dots.end(), [&](const Dot& dot) {
    return box.overlaps(
        {dot.at.x - dot.radius, dot.at.y - dot.radius, dot.at.x + dot.radius, dot.at.y + dot.radius});
  });
}

/// A point lower than its neighbours gets its value below, any other above.
bool is_valley(const std::vector<std::optional<double>>& values, std::size_t i) {
  const bool left = i > 0 && values[i - 1], right = i + 1 < values.size() && values[i + 1];
  if (!left && !right) return false;
  return (!left || *values[i - 1] > *values[i]) && (!right || *values[i + 1] > *values[i]);
}

/// Points whose values matter most, in the order in which they get room.
std::vector<std::size_t> points_to_label(const Series& series, bool alone, bool all_fit) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i]) known.push_back(i);
  }
  if (known.empty() || (alone && all_fit)) return known;
  std::vector<std::size_t> chosen = {known.back(), known.front()};
  if (!alone) return chosen;
  const auto less = [&](std::size_t a, std::size_t b) { return *series.values[a] < *series.values[b]; };
  chosen.push_back(*std::max_element(known.begin(), known.end(), less));
  chosen.push_back(*std::min_element(known.begin(), known.end(), less));
  return chosen;
}

bool all_fit(const Chart& chart, double step) {
  const Series& series = chart.series.front();
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i] && text_width(value_text(chart, series, i), value_size) + 4 > step) return false;
  }
  return true;
}

void label_point(Scene& scene, const std::string& text, Point point, bool below, bool alone) {
  const double half = text_width(text, style.size) / 2, last = std::max(half, scene.width - half);
  const auto place = [&](bool under) {
    const Point at = {std::clamp(point.x, half, last), point.y + (under ? distance : -distance)};
    return make_label(text, at, Anchor::middle, under ? Stand::below : Stand::above, style);
  };
  for (const bool under : {below, !below}) {
    Label label = place(under);
    if (crosses_lines(scene, label.box) || covers_dot(scene, label.box)) continue;
    if (scene.add_if_free(std::move(label))) return;
  }
  if (alone) scene.add_if_free(place(below));
}

}  // namespace

bool crosses_lines(const Scene& scene, const Box& box) {
  return std::any_of(scene.strokes.begin(), scene.strokes.end(), [&](const Stroke& stroke) {
    for (std::size_t i = 1; i < stroke.points.size(); ++i) {
      if (crosses(box, stroke.points[i - 1], stroke.points[i])) return true;
    }
    return false;
  });
}

void label_points(Scene& scene, const Chart& chart, const BandScale& bands, const LinearScale& scale) {
  const bool alone = chart.series.size() == 1;
  const bool fit = alone && all_fit(chart, bands.step);
  for (const Series& series : chart.series) {
    for (const std::size_t i : points_to_label(series, alone, fit)) {
      const Point at = {bands.centre(i), scale(*series.values[i])};
      label_point(scene, value_text(chart, series, i), at, is_valley(series.values, i), alone);
    }
  }
}

}  // namespace nianbao::chart
