#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/layouts.h"
#include "chart/rings.h"
#include "chart/slices.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr TextStyle ring_style = {small_size, Ink::muted, false, true};

void draw_rings(Scene& scene, const Axis& asked, const ValueAxis& axis, Point centre, double radius) {
  const LinearScale scale = axis.scale(0, radius);
  scene.domain = axis.domain;
  for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
    const double at = scale(axis.ticks[i]);
    scene.ticks.push_back({axis.ticks[i], at});
    if (at <= 0) continue;
    if (asked.grid_shown) scene.rings.push_back({centre, at});
    if (!asked.ticks_shown || !asked.shown) continue;
    scene.add_if_free(
        make_label(axis.texts[i], {centre.x - 5, centre.y - at}, Anchor::end, Stand::middle, ring_style));
  }
}

/// The values of further series beside those of the first.
std::vector<Slice> slices_of_all(const Chart& chart) {
  std::vector<Slice> slices = slices_of(chart, false);
  for (Slice& slice : slices) {
    for (std::size_t s = 1; s < chart.series.size(); ++s)
      slice.others.push_back(value_with_unit(chart, chart.series[s], slice.category));
  }
  return slices;
}

std::vector<std::string> names_of_series(const Chart& chart) {
  std::vector<std::string> names;
  for (const Series& series : chart.series) names.push_back(series.label);
  return names.size() > 1 ? names : std::vector<std::string>{};
}

void draw_sectors(Scene& scene, const Chart& chart, std::size_t s, const DiscPlan& plan,
                  const LinearScale& scale) {
  const Series& series = chart.series[s];
  const double angle = 2 * std::numbers::pi / static_cast<double>(chart.labels.size());
  const double start = chart.rotation * std::numbers::pi / 180;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double from = start + static_cast<double>(i) * angle;
    const double outer = scale(series.values[i].value_or(0));
    if (series.values[i].value_or(0) <= 0 || outer <= 0) continue;
    scene.sectors.push_back(
        {plan.centre, 0, outer, from, from + angle, slice_colour(scene, series, i), i, s});
  }
}

}  // namespace

/// Equal angles; the radius is proportional to the value, as Chart.js draws it. The sectors of several series
/// lie over each other, the smaller ones on top.
void layout_polar_area(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  const std::vector<Slice> slices = slices_of_all(chart);
  const DiscPlan plan = plan_disc_with_list(canvas, slices, {-1, -1, 1, 1}, names_of_series(chart));
  const double largest = std::max(value_extent(chart).high, 0.0);
  const ValueAxis axis = make_value_axis(chart, chart.values(), {0, largest}, radial_ticks(plan.radius));
  const LinearScale scale = axis.scale(0, plan.radius);
  for (std::size_t s = 0; s < chart.series.size(); ++s) draw_sectors(canvas.scene, chart, s, plan, scale);
  std::stable_sort(canvas.scene.sectors.begin(), canvas.scene.sectors.end(),
                   [](const Sector& a, const Sector& b) { return a.outer > b.outer; });
  draw_rings(canvas.scene, chart.values(), axis, plan.centre, plan.radius);
  plan.list.draw(canvas, slices, plan.list_corner);
  canvas.top = plan.bottom + 4;
}

}  // namespace nianbao::chart
