#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/layouts.h"
#include "chart/pie_labels.h"
#include "chart/shares.h"
#include "chart/slices.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double hole_share = 0.6;
constexpr double narrowest_direct = 560;  ///< width from which names stand around the pie
constexpr std::size_t most_direct = 8;
constexpr double smallest_direct = 0.03;  ///< of the whole; smaller slices make a list
constexpr double direct_radius = 120;

double whole_of(const std::vector<Slice>& slices) {
  double whole = 0;
  for (const Slice& slice : slices) whole += slice.size;
  return whole;
}

/// Few slices, all large enough to point at.
bool names_fit_around(const Canvas& canvas, const std::vector<Slice>& slices, double whole) {
  return whole > 0 && canvas.scene.width >= narrowest_direct && slices.size() <= most_direct &&
         std::all_of(slices.begin(), slices.end(),
                     [&](const Slice& s) { return s.size >= smallest_direct * whole; });
}

void draw_sectors(Scene& scene, const std::vector<Slice>& slices, double whole, Point centre, double inner,
                  double outer) {
  constexpr double circle = 2 * std::numbers::pi;
  if (whole <= 0) scene.rings.push_back({centre, outer});
  double from = 0, done = 0;
  for (const Slice& slice : slices) {
    if (slice.size <= 0 || whole <= 0) continue;
    done += slice.size;
    const double to = std::min(circle, done / whole * circle);
    scene.sectors.push_back({centre, inner, outer, from, to, slice.category, slice.category});
    from = to;
  }
}

/// The sum, in the hole of a doughnut, where the parts make up a whole.
void draw_total(Canvas& canvas, Point centre, double hole) {
  const Chart& chart = canvas.chart;
  if (chart.type != Type::doughnut || !has_shares(chart, chart.series.front())) return;
  const std::string sum = sum_text(chart.series.front());
  const TextStyle large = {20, Ink::strong, true, false};
  const std::string text = with_unit(chart, sum);
  if (sum.empty() || text_width(text, large.size, true) > hole * 1.7) return;
  const TextStyle small = {value_size, Ink::muted, false, false};
  canvas.scene.add_if_free(make_label(std::string(words(chart).total), {centre.x, centre.y - 3},
                                      Anchor::middle, Stand::above, small));
  canvas.scene.add_if_free(make_label(text, {centre.x, centre.y - 1}, Anchor::middle, Stand::below, large));
}

}  // namespace

void layout_pie(Canvas& canvas) {
  const std::vector<Slice> slices = slices_of(canvas.chart, true);
  const double whole = whole_of(slices);
  const double hole = canvas.chart.type == Type::doughnut ? hole_share : 0;
  if (names_fit_around(canvas, slices, whole)) {
    const double radius =
        canvas.plot_height > 0 ? std::min(canvas.plot_height / 2, canvas.scene.width * 0.25) : direct_radius;
    const PieLabels labels = PieLabels::fit(canvas, slices, whole, radius);
    draw_sectors(canvas.scene, slices, whole, labels.centre, hole * radius, radius);
    labels.draw(canvas.scene);
    draw_total(canvas, labels.centre, hole * radius);
    canvas.top = labels.bottom;
    return;
  }
  const DiscPlan plan = plan_disc_with_list(canvas, slices);
  draw_sectors(canvas.scene, slices, whole, plan.centre, hole * plan.radius, plan.radius);
  plan.list.draw(canvas, slices, plan.list_corner);
  draw_total(canvas, plan.centre, hole * plan.radius);
  canvas.top = plan.bottom;
  if (!undrawn_states(canvas.chart).empty()) add_note(canvas, std::string(words(canvas.chart).slices));
}

}  // namespace nianbao::chart
