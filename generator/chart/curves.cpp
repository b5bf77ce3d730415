#include "chart/curves.h"

#include <algorithm>
#include <cmath>

namespace nianbao::chart {
namespace {

Point kept_inside(Point p, const Box& box) {
  return {std::clamp(p.x, box.left, box.right), std::clamp(p.y, box.top, box.bottom)};
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

Point flipped(Point p, bool flip) { return flip ? Point{p.y, p.x} : p; }

/// Slopes at the points of a line that runs along x.
std::vector<double> monotone_slopes(const std::vector<Point>& points) {
  const std::size_t last = points.size() - 1;
  std::vector<double> secant(last), slope(points.size());
  for (std::size_t i = 0; i < last; ++i) {
    const double dx = points[i + 1].x - points[i].x;
    secant[i] = dx != 0 ? (points[i + 1].y - points[i].y) / dx : 0;
  }
  slope.front() = secant.front();
  slope.back() = secant.back();
  for (std::size_t i = 1; i < last; ++i)
    slope[i] = secant[i - 1] * secant[i] <= 0 ? 0 : (secant[i - 1] + secant[i]) / 2;
  for (std::size_t i = 0; i < last; ++i) {
    if (std::fabs(secant[i]) < 1e-12) {
      slope[i] = slope[i + 1] = 0;
      continue;
    }
    const double a = slope[i] / secant[i], b = slope[i + 1] / secant[i], length = a * a + b * b;
    if (length <= 9) continue;
    slope[i] = 3 / std::sqrt(length) * a * secant[i];
    slope[i + 1] = 3 / std::sqrt(length) * b * secant[i];
  }
  return slope;
}

}  // namespace

std::vector<Point> spline_controls(const std::vector<Point>& points, double tension, const Box& plot) {
  std::vector<Point> before(points.size()), after(points.size()), controls;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point previous = points[i > 0 ? i - 1 : i], next = points[i + 1 < points.size() ? i + 1 : i];
    const double back = distance(points[i], previous), ahead = distance(next, points[i]);
    const double whole = back + ahead;
    const double a = whole > 0 ? tension * back / whole : 0, b = whole > 0 ? tension * ahead / whole : 0;
    const Point way = {next.x - previous.x, next.y - previous.y};
    before[i] = kept_inside({points[i].x - a * way.x, points[i].y - a * way.y}, plot);
    after[i] = kept_inside({points[i].x + b * way.x, points[i].y + b * way.y}, plot);
  }
  for (std::size_t i = 1; i < points.size(); ++i) controls.insert(controls.end(), {after[i - 1], before[i]});
  return controls;
}

std::vector<Point> monotone_controls(const std::vector<Point>& points, bool along_y) {
  std::vector<Point> line, controls;
  for (const Point& point : points) line.push_back(flipped(point, along_y));
  if (line.size() < 2) return controls;
  const std::vector<double> slope = monotone_slopes(line);
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double third = (line[i].x - line[i - 1].x) / 3;
    controls.push_back(flipped({line[i - 1].x + third, line[i - 1].y + third * slope[i - 1]}, along_y));
    controls.push_back(flipped({line[i].x - third, line[i].y - third * slope[i]}, along_y));
  }
  return controls;
}

}  // namespace nianbao::chart
