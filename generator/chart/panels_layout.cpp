#include <algorithm>
#include <cmath>

#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/stacking.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double narrowest_panel = 150, gap = 20, usual_height = 120;
constexpr TextStyle name_style = {text_size, Ink::strong, true, false};

void move(Point& p, Point by) { p = {p.x + by.x, p.y + by.y}; }
void move(Box& b, Point by) { b = {b.left + by.x, b.top + by.y, b.right + by.x, b.bottom + by.y}; }
void move(Stroke& stroke, Point by) {
  for (Point& p : stroke.points) move(p, by);
  for (Point& p : stroke.controls) move(p, by);
}

/// Everything that was drawn into a panel, at its place in the whole picture.
void add_panel(Scene& scene, Scene panel, Point at) {
  const auto take = [&](auto& into, auto& from, auto place) {
    for (auto& mark : from) {
      place(mark);
      into.push_back(std::move(mark));
    }
  };
  const auto box = [&](auto& mark) { move(mark.box, at); };
  const auto stroke = [&](Stroke& mark) { move(mark, at); };
  take(scene.rules, panel.rules, [&](Rule& rule) {
    for (Point& p : rule.points) move(p, at);
  });
  take(scene.grounds, panel.grounds, box);
  take(scene.gaps, panel.gaps, [&](Box& gap_box) { move(gap_box, at); });
  take(scene.bars, panel.bars, box);
  take(scene.areas, panel.areas, [&](Area& area) { move(area.top, at), move(area.bottom, at); });
  take(scene.strokes, panel.strokes, stroke);
  take(scene.dots, panel.dots, [&](Dot& dot) { move(dot.at, at); });
  take(scene.labels, panel.labels, [&](Label& label) { move(label.baseline, at), move(label.box, at); });
  if (scene.ticks.empty()) {
    take(scene.ticks, panel.ticks, [&](Tick& tick) { tick.position += at.y; });
    scene.domain = panel.domain;
  }
}

/// One series on the scale of all.
Chart chart_of(const Chart& whole, std::size_t s, Interval domain) {
  Chart one = whole;
  one.panels = 0;
  one.series = {whole.series[s]};
  if (one.series.front().look.fills.empty()) one.series.front().hue = one.series.front().hue.value_or(0);
  one.series.front().axis = 0;
  one.value_axes.resize(1);
  one.values().title.clear();
  one.values().minimum = domain.low;
  one.values().maximum = domain.high;
  one.index.title.clear();
  one.series.front().label.clear();
  one.unit.clear();
  one.show_legend = false;
  return one;
}

}  // namespace

void layout_panels(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  add_captions(canvas, {unit_caption(chart, chart.values().title), ""}, false);
  const double room = canvas.right() - canvas.left();
  const auto fitting = static_cast<int>((room + gap) / (narrowest_panel + gap));
  const int columns =
      std::clamp(std::min(chart.panels, static_cast<int>(chart.series.size())), 1, std::max(fitting, 1));
  const double width = std::floor((room - gap * (columns - 1)) / columns);
  Interval extent = pile_up(chart).extent;
  for (const Interval& other : pile_up(chart).extents)
    extent = {std::min(extent.low, other.low), std::max(extent.high, other.high)};
  const Interval domain = make_value_axis(chart, chart.values(), extent, {6, 4}).domain;
  double row_bottom = canvas.top;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto column = static_cast<double>(s % static_cast<std::size_t>(columns));
    if (column == 0 && s > 0) canvas.top = row_bottom + 14;
    const Chart one = chart_of(chart, s, domain);
    Canvas panel = {one, canvas.plot_height > 0 ? canvas.plot_height : usual_height, {}, 0};
    panel.scene.width = width;
    panel.scene.custom_colours = canvas.scene.custom_colours;
    const Wrapped name = wrap(chart.series[s].label, text_size, width - 2 * edge, 2, true);
    if (!name.text.empty()) {
      panel.scene.labels.push_back(make_label(name.text, {edge, 0}, Anchor::start, Stand::below, name_style));
      panel.top = block_height(name.lines, text_size) + 4;
    }
    layout_cartesian(panel);
    canvas.scene.custom_colours = panel.scene.custom_colours;
    row_bottom = std::max(row_bottom, canvas.top + panel.top);
    add_panel(canvas.scene, std::move(panel.scene), {canvas.left() + column * (width + gap), canvas.top});
  }
  canvas.top = row_bottom;
}

}  // namespace nianbao::chart
