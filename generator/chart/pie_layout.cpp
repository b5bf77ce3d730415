#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/paint.h"
#include "chart/pie_labels.h"
#include "chart/rings.h"
#include "chart/shares.h"
#include "chart/slices.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double narrowest_direct = 560;  ///< width from which names stand around the pie
constexpr std::size_t most_direct = 8;
constexpr double smallest_direct = 0.03;  ///< of the whole; smaller slices make a list
constexpr double direct_radius = 120;
constexpr double least_direct_sweep = 2.5;  ///< radians; names around less of a circle would crowd
constexpr double padding_in_slice = 2.5;

bool has_rings(const Chart& chart) { return chart.series.size() > 1; }

/// Few slices, all large enough to point at.
bool names_fit_around(const Canvas& canvas, const std::vector<Slice>& slices, const RingArc& arc) {
  double whole = 0;
  for (const Slice& slice : slices) whole += slice.size;
  return !has_rings(canvas.chart) && arc.sweep >= least_direct_sweep && whole > 0 &&
         canvas.scene.width >= narrowest_direct && slices.size() <= most_direct &&
         std::all_of(slices.begin(), slices.end(),
                     [&](const Slice& s) { return s.size >= smallest_direct * whole; });
}

/// A value in the middle of its slice, where the slice is large enough for it.
void label_slice(Canvas& canvas, const Sector& sector) {
  const Series& series = canvas.chart.series[sector.series];
  const std::string text = has_shares(canvas.chart, series)
                               ? share_text(*series.values[sector.category], sum_of(series))
                               : value_text(canvas.chart, series, sector.category);
  const double middle = (sector.inner + sector.outer) / 2, angle = (sector.from + sector.to) / 2;
  const double room = std::min(sector.outer - sector.inner, (sector.to - sector.from) * middle);
  const TextStyle style = {small_size, ink_on(canvas.scene, sector.colour), false, false};
  if (std::max(text_width(text, small_size), block_height(1, small_size)) + 2 * padding_in_slice > room)
    return;
  const Point at = {sector.centre.x + middle * std::sin(angle), sector.centre.y - middle * std::cos(angle)};
  canvas.scene.add_if_free(make_label(text, at, Anchor::middle, Stand::middle, style));
}

void draw_rings(Canvas& canvas, const std::vector<RingArc>& arcs, Point centre, double radius) {
  Scene& scene = canvas.scene;
  for (const RingArc& arc : arcs) {
    const std::vector<Sector> sectors = sectors_of(scene, canvas.chart, arc, centre, radius);
    const bool round = arc.sweep > 2 * std::numbers::pi - 1e-9;
    if (sectors.empty() && round) scene.rings.push_back({centre, arc.outer * radius});
    scene.sectors.insert(scene.sectors.end(), sectors.begin(), sectors.end());
    if (!has_rings(canvas.chart)) continue;
    for (const Sector& sector : sectors) label_slice(canvas, sector);
  }
}

/// The sum, in the hole of a doughnut, where the parts make up a whole; on the ground line of a half one.
void draw_total(Canvas& canvas, const RingArc& arc, Point centre, double hole) {
  const Chart& chart = canvas.chart;
  if (has_rings(chart) || chart.type != Type::doughnut || !has_shares(chart, chart.series.front())) return;
  const Box extent = extent_of({arc});
  const bool upper = extent.top < -0.99 && std::fabs(extent.centre()) < 0.1;
  if (!upper) return;
  const std::string sum = sum_text(chart.series.front());
  const TextStyle large = {20, Ink::strong, true, false};
  const std::string text = with_unit(chart, sum);
  if (sum.empty() || text_width(text, large.size, true) > hole * 1.7) return;
  const TextStyle small = {value_size, Ink::muted, false, false};
  const double y = extent.bottom > 0.4 ? centre.y : centre.y - block_height(1, large.size);
  canvas.scene.add_if_free(
      make_label(std::string(words(chart).total), {centre.x, y - 3}, Anchor::middle, Stand::above, small));
  canvas.scene.add_if_free(make_label(text, {centre.x, y - 1}, Anchor::middle, Stand::below, large));
}

/// The values of the rings within beside those of the outermost; shares stand in the slices instead.
std::vector<Slice> rows_of(const Chart& chart) {
  std::vector<Slice> slices = slices_of(chart, !has_rings(chart));
  for (Slice& slice : slices) {
    for (std::size_t s = 1; s < chart.series.size(); ++s)
      slice.others.push_back(value_with_unit(chart, chart.series[s], slice.category));
  }
  return slices;
}

std::vector<std::string> names_of_rings(const Chart& chart) {
  std::vector<std::string> names;
  if (!has_rings(chart)) return names;
  for (const Series& series : chart.series) names.push_back(series.label);
  return names;
}

/// Which ring is which.
void add_note_on_rings(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  std::string note(words(chart).rings);
  bool first = true, named = true;
  for (const Series& series : chart.series) {
    if (!first) note += words(chart).list_comma;
    note += series.label;
    named = named && !series.label.empty();
    first = false;
  }
  if (has_rings(chart) && named) add_note(canvas, note);
}

}  // namespace

void layout_pie(Canvas& canvas) {
  const std::vector<Slice> slices = rows_of(canvas.chart);
  const std::vector<RingArc> arcs = ring_arcs(canvas.chart);
  const RingArc& first = arcs.front();
  if (names_fit_around(canvas, slices, first)) {
    const double radius =
        canvas.plot_height > 0 ? std::min(canvas.plot_height / 2, canvas.scene.width * 0.25) : direct_radius;
    const PieLabels labels = PieLabels::fit(canvas, slices, first, radius);
    draw_rings(canvas, arcs, labels.centre, radius);
    labels.draw(canvas.scene);
    draw_total(canvas, first, labels.centre, first.inner * radius);
    canvas.top = labels.bottom;
    return;
  }
  const DiscPlan plan = plan_disc_with_list(canvas, slices, extent_of(arcs), names_of_rings(canvas.chart));
  draw_rings(canvas, arcs, plan.centre, plan.radius);
  plan.list.draw(canvas, slices, plan.list_corner);
  draw_total(canvas, first, plan.centre, first.inner * plan.radius);
  canvas.top = plan.bottom;
  add_note_on_rings(canvas);
  if (!undrawn_states(canvas.chart).empty()) add_note(canvas, std::string(words(canvas.chart).slices));
}

}  // namespace nianbao::chart
