#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/layouts.h"
#include "chart/rings.h"
#include "chart/slices.h"
#include "chart/value_axis.h"

namespace nianbao::chart {
namespace {

constexpr int ring_count = 4;
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

}  // namespace

/// Equal angles; the radius is proportional to the value, as Chart.js draws it.
void layout_polar_area(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  const std::vector<Slice> slices = slices_of(chart, false);
  const DiscPlan plan = plan_disc_with_list(canvas, slices);
  double largest = 0;
  for (const Slice& slice : slices) largest = std::max(largest, slice.size);
  const ValueAxis axis = make_value_axis(chart, {0, largest}, ring_count);
  const LinearScale scale = axis.scale(0, plan.radius);
  const double angle = 2 * std::numbers::pi / static_cast<double>(slices.size());
  const double start = chart.rotation * std::numbers::pi / 180;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const double from = start + static_cast<double>(i) * angle;
    const double outer = scale(slices[i].size);
    if (slices[i].size <= 0 || outer <= 0) continue;
    const std::size_t colour = slice_colour(canvas.scene, chart.series.front(), i);
    canvas.scene.sectors.push_back({plan.centre, 0, outer, from, from + angle, colour, i});
  }
  draw_rings(canvas.scene, chart.values(), axis, plan.centre, plan.radius);
  plan.list.draw(canvas, slices, plan.list_corner);
  canvas.top = plan.bottom + 4;
}

}  // namespace nianbao::chart
