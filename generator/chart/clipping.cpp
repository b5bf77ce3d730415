#include "chart/clipping.h"

#include <algorithm>

namespace nianbao::chart {
namespace {

constexpr int pieces_of_curve = 12;

Point between(Point a, Point b, double share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// The stretch of a segment inside a box, as shares of it (Liang and Barsky 1984); empty when from > to.
struct Stretch {
  double from = 0, to = 1;
};

Stretch inside(Point a, Point b, const Box& box) {
  Stretch kept;
  const auto cut = [&](double direction, double room) {
    if (direction == 0) {
      if (room < 0) kept = {1, 0};
    } else if (direction < 0) {
      kept.from = std::max(kept.from, room / direction);
    } else {
      kept.to = std::min(kept.to, room / direction);
    }
  };
  cut(a.x - b.x, a.x - box.left);
  cut(b.x - a.x, box.right - a.x);
  cut(a.y - b.y, a.y - box.top);
  cut(b.y - a.y, box.bottom - a.y);
  return kept;
}

/// A side of the box: `distance` is positive inside.
template <typename Distance>
std::vector<Point> cut_off(const std::vector<Point>& polygon, Distance distance) {
  std::vector<Point> kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    const double from = distance(a), to = distance(b);
    if (from >= 0) kept.push_back(a);
    if ((from >= 0) != (to >= 0)) kept.push_back(between(a, b, from / (from - to)));
  }
  return kept;
}

}  // namespace

std::vector<Point> flattened(const Stroke& stroke) {
  if (stroke.controls.empty()) return stroke.points;
  std::vector<Point> points = {stroke.points.front()};
  for (std::size_t i = 1; i < stroke.points.size(); ++i) {
    const Point p = stroke.points[i - 1], a = stroke.controls[2 * i - 2], b = stroke.controls[2 * i - 1],
                q = stroke.points[i];
    for (int k = 1; k <= pieces_of_curve; ++k) {
      const double t = static_cast<double>(k) / pieces_of_curve;
      const Point pa = between(p, a, t), ab = between(a, b, t), bq = between(b, q, t);
      points.push_back(between(between(pa, ab, t), between(ab, bq, t), t));
    }
  }
  return points;
}

std::vector<std::vector<Point>> pieces_inside(const std::vector<Point>& line, const Box& box) {
  std::vector<std::vector<Point>> pieces;
  bool open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Stretch kept = inside(line[i - 1], line[i], box);
    if (kept.from > kept.to) {
      open = false;
      continue;
    }
    if (!open || kept.from > 0) pieces.push_back({between(line[i - 1], line[i], kept.from)});
    pieces.back().push_back(between(line[i - 1], line[i], kept.to));
    open = kept.to >= 1;
  }
  return pieces;
}

std::vector<Point> polygon_inside(std::vector<Point> polygon, const Box& box) {
  polygon = cut_off(polygon, [&](Point p) { return p.x - box.left; });
  polygon = cut_off(polygon, [&](Point p) { return box.right - p.x; });
  polygon = cut_off(polygon, [&](Point p) { return p.y - box.top; });
  return cut_off(polygon, [&](Point p) { return box.bottom - p.y; });
}

}  // namespace nianbao::chart
