#include "chart/bar_marks.h"

#include <algorithm>

#include "chart/paint.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double upright_gap = 4, lying_gap = 5;  ///< between the end of a bar and its value
/// Words in place of bars that are not drawn ("未公布").
constexpr TextStyle gap_style = {small_size, Ink::muted, false, false};

Bar::Round rounded_end(const CartesianPlan& plan, const Series& series, const Segment& segment) {
  if (!segment.outermost) return Bar::Round::none;
  const bool back = (segment.to < segment.from) != plan.axes[series.axis].axis.reverse;
  if (plan.lying) return back ? Bar::Round::left : Bar::Round::right;
  return back ? Bar::Round::bottom : Bar::Round::top;
}

/// A value inside its bar, when it fits there with some air.
void add_inner_label(Scene& scene, const Box& bar, std::size_t colour, std::string text) {
  const double width = text_width(text, small_size);
  if (width + 6 > bar.width() || small_size * (ascent + descent) + 3 > bar.height()) return;
  const TextStyle style = {small_size, ink_on(scene, colour), false, false};
  scene.add_if_free(
      make_label(std::move(text), {bar.centre(), bar.middle()}, Anchor::middle, Stand::middle, style));
}

Bar make_bar(Scene& scene, const CartesianPlan& plan, std::size_t s, std::size_t i) {
  const Series& series = plan.chart.series[s];
  Bar bar;
  bar.box = plan.bar(s, i);
  bar.colour = fill_colour(scene, series, s, i);
  bar.series = s;
  bar.category = i;
  bar.round = rounded_end(plan, series, plan.segment(s, i));
  bar.separated = plan.stacking.piled;
  bar.layer = plan.stacking.layer_of(s);
  bar.corner = series.look.border_radius.value_or(bar.corner);
  bar.border_width = series.look.border_width.value_or(0);
  if (bar.border_width > 0 && !series.look.strokes.empty()) bar.border = line_colour(scene, series, s, i);
  return bar;
}

/// Series of bars as they are drawn. Where they hide each other the first in order lies on top, as in
/// Chart.js.
std::vector<std::size_t> bars_from_below(const CartesianPlan& plan) {
  const Chart& chart = plan.chart;
  const auto hides = [&](const Series& series) {
    const auto floats = [](const std::optional<double>& base) { return base.has_value(); };
    return !series.look.grouped || std::any_of(series.bases.begin(), series.bases.end(), floats);
  };
  std::vector<std::size_t> places;
  for (std::size_t s = 0; s < chart.series.size(); ++s) places.push_back(s);
  if (std::any_of(chart.series.begin(), chart.series.end(), hides) || plan.stacking.layer_count > 1) {
    places = sequence_of(chart);
    std::reverse(places.begin(), places.end());
  }
  std::erase_if(places, [&](std::size_t s) { return mark_of(chart, chart.series[s]) != Mark::bars; });
  return places;
}

/// Where a value stands beyond the end of its bar.
Label outer_label(const CartesianPlan& plan, std::size_t s, std::size_t i) {
  const Series& series = plan.chart.series[s];
  const Segment& segment = plan.segment(s, i);
  const bool back = segment.present && (segment.to < segment.from) != plan.axes[series.axis].axis.reverse;
  const double end = segment.present ? plan.scale_of(series)(segment.to) : plan.base_of(series);
  const Interval extent = plan.bar_extent(s, i);
  const double along = (extent.low + extent.high) / 2;
  // A line that runs through a value is hidden around it.
  const bool halo = !plan.chart.annotations.empty();
  const TextStyle style = segment.present ? TextStyle{plan.label_size, Ink::plain, false, halo} : gap_style;
  std::string text = value_text(plan.chart, series, i);
  if (plan.lying) {
    return make_label(std::move(text), {end + (back ? -lying_gap : lying_gap), along},
                      back ? Anchor::end : Anchor::start, Stand::middle, style);
  }
  return make_label(std::move(text), {along, end + (back ? upright_gap : -upright_gap)}, Anchor::middle,
                    back ? Stand::below : Stand::above, style);
}

}  // namespace

void draw_bars(Scene& scene, const CartesianPlan& plan) {
  for (const std::size_t s : bars_from_below(plan)) {
    const Series& series = plan.chart.series[s];
    for (std::size_t i = 0; i < plan.chart.labels.size(); ++i) {
      if (!plan.segment(s, i).present || !is_within_index(plan.chart, series, i)) continue;
      Bar bar = make_bar(scene, plan, s, i);
      if (plan.stacking.piled) add_inner_label(scene, bar.box, bar.colour, value_text(plan.chart, series, i));
      scene.bars.push_back(bar);
    }
  }
}

void draw_bar_values(Scene& scene, const CartesianPlan& plan) {
  if (plan.label_size <= 0) return;
  for_each_value(plan.chart, [&](std::size_t s, std::size_t i) {
    const Series& series = plan.chart.series[s];
    // A gap that leaves its room to others has no place for words.
    const bool has_room = plan.segment(s, i).present || !series.look.skip_null;
    if (mark_of(plan.chart, series) == Mark::bars && has_room) scene.add_if_free(outer_label(plan, s, i));
  });
}

}  // namespace nianbao::chart
