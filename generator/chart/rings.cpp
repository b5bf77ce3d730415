#include "chart/rings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/paint.h"
#include "chart/shares.h"

namespace nianbao::chart {
namespace {

constexpr double usual_hole = 0.5;      ///< of a doughnut with one ring, as in Chart.js
constexpr double hole_in_rings = 0.36;  ///< of one with several
constexpr double degree = std::numbers::pi / 180;
constexpr double quarter = std::numbers::pi / 2;

double cutout_of(const Chart& chart, const Series& series) {
  if (series.look.cutout) return *series.look.cutout;
  if (chart.cutout) return *chart.cutout;
  if (chart.type == Type::pie) return 0;
  return chart.series.size() > 1 ? hole_in_rings : usual_hole;
}

double weight_of(const Series& series) { return std::max(series.look.weight, 0.0); }

void include(Box& box, double radius, double angle) {
  const double x = radius * std::sin(angle), y = -radius * std::cos(angle);
  box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
}

}  // namespace

std::vector<RingArc> ring_arcs(const Chart& chart) {
  double weights = 0, before = 0;
  for (const Series& series : chart.series) weights += weight_of(series);
  std::vector<RingArc> arcs;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const Series& series = chart.series[s];
    const double thickness = weights > 0 ? (1 - cutout_of(chart, series)) / weights : 0;
    RingArc arc;
    arc.series = s;
    arc.outer = 1 - before * thickness;
    arc.inner = std::max(0.0, arc.outer - weight_of(series) * thickness);
    arc.from = series.look.rotation.value_or(chart.rotation) * degree;
    arc.sweep = series.look.circumference.value_or(chart.circumference) * degree;
    before += weight_of(series);
    arcs.push_back(arc);
  }
  return arcs;
}

Box extent_of(const std::vector<RingArc>& arcs) {
  Box box = {1, 1, -1, -1};
  for (const RingArc& arc : arcs) {
    const double to = arc.from + arc.sweep;
    for (const double angle : {arc.from, to}) {
      include(box, arc.outer, angle);
      include(box, arc.inner, angle);
    }
    for (double k = std::ceil(arc.from / quarter); k * quarter < to; ++k)
      include(box, arc.outer, k * quarter);
  }
  return box;
}

std::vector<Sector> sectors_of(Scene& scene, const Chart& chart, const RingArc& arc, Point centre,
                               double radius) {
  const Series& series = chart.series[arc.series];
  const double whole = sum_of(series);
  std::vector<Sector> sectors;
  if (!(whole > 0) || arc.sweep <= 0 || arc.outer <= arc.inner) return sectors;
  double from = arc.from, done = 0;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    const double size = series.values[i] ? *series.values[i] : 0;
    if (size <= 0) continue;
    done += size;
    const double to = arc.from + std::min(1.0, done / whole) * arc.sweep;
    sectors.push_back({centre, arc.inner * radius, arc.outer * radius, from, to,
                       slice_colour(scene, series, i), i, arc.series});
    from = to;
  }
  return sectors;
}

std::size_t slice_colour(Scene& scene, const Series& series, std::size_t category) {
  const bool each_its_own = series.look.fills.size() > 1 || series.values.size() == 1;
  return each_its_own ? fill_colour(scene, series, category, category) : category;
}

}  // namespace nianbao::chart
