#include <algorithm>
#include <cmath>

#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/paint.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double usual_height = 28;   ///< of the whole picture
constexpr double usual_width = 1.75;  ///< of lines
constexpr double dot_radius = 3, lone_radius = 2;
constexpr double text_gap = 6;
constexpr double most_text_share = 0.5;  ///< of the width
constexpr TextStyle text_style = {small_size, Ink::plain, false, false};
constexpr TextStyle word_style = {small_size, Ink::muted, false, false};

bool has_value(const std::optional<double>& value) { return value.has_value(); }

/// The last value of the only series as text: with its unit where there is room, else without, else nothing.
std::string end_text(const Chart& chart, double room) {
  if (chart.series.size() != 1 || chart.labels.empty()) return "";
  const Series& series = chart.series.front();
  const std::size_t last = chart.labels.size() - 1;
  for (const std::string& text : {value_with_unit(chart, series, last), value_text(chart, series, last)}) {
    if (text_width(text, small_size) <= room) return text;
  }
  return "";
}

/// Stretches between gaps; a value alone is a small dot.
void draw_series(Scene& scene, const Series& series, std::size_t s, const LinearScale& across,
                 const LinearScale& up) {
  const std::size_t colour = line_colour(scene, series, s);
  const auto point = [&](std::size_t i) {
    return Point{across(static_cast<double>(i)), up(*series.values[i])};
  };
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    Stroke stroke;
    stroke.colour = colour;
    stroke.width = series.look.border_width.value_or(usual_width);
    stroke.dash = series.look.dash;
    for (; i < series.values.size() && series.values[i]; ++i) stroke.points.push_back(point(i));
    if (stroke.points.size() == 1) scene.dots.push_back({stroke.points.front(), colour, lone_radius});
    if (stroke.points.size() > 1) scene.strokes.push_back(std::move(stroke));
  }
  const auto last = std::find_if(series.values.rbegin(), series.values.rend(), has_value);
  if (last == series.values.rend()) return;
  const auto place = static_cast<std::size_t>(series.values.rend() - last) - 1;
  if (!scene.dots.empty() && scene.dots.back().colour == colour && scene.dots.back().at.x == point(place).x)
    scene.dots.pop_back();
  scene.dots.push_back({point(place), colour, dot_radius});
}

bool nothing_known(const Chart& chart) {
  return std::all_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
    return std::none_of(series.values.begin(), series.values.end(), has_value);
  });
}

void draw_words(Canvas& canvas, double middle) {
  const std::string states = undrawn_states(canvas.chart);
  const std::string text = states.empty() ? std::string(words(canvas.chart).no_data) : states;
  const Wrapped line = wrap(text, small_size, canvas.right() - canvas.left(), 1);
  canvas.scene.add_if_free(
      make_label(line.text, {canvas.left(), middle}, Anchor::start, Stand::middle, word_style));
}

}  // namespace

void layout_sparkline(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  Scene& scene = canvas.scene;
  const double height = canvas.plot_height > 0 ? std::max(canvas.plot_height, 20.0) : usual_height;
  const double top = canvas.top, bottom = height - edge;
  canvas.top = bottom;
  if (nothing_known(chart)) return draw_words(canvas, height / 2);
  const std::string text = end_text(chart, scene.width * most_text_share - text_gap);
  const double taken = text.empty() ? 0 : text_width(text, small_size) + text_gap;
  Interval extent = {HUGE_VAL, -HUGE_VAL};
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) {
      if (value) extent = {std::min(extent.low, *value), std::max(extent.high, *value)};
    }
  }
  const bool flat = !(extent.low < extent.high);
  const LinearScale up = {extent, flat ? height / 2 : bottom - dot_radius,
                          flat ? height / 2 : top + dot_radius};
  const double last = static_cast<double>(chart.labels.size() - 1);
  const LinearScale across = {{0, last}, canvas.left() + dot_radius, canvas.right() - dot_radius - taken};
  for (std::size_t s = 0; s < chart.series.size(); ++s) draw_series(scene, chart.series[s], s, across, up);
  if (text.empty()) return;
  const bool known = chart.series.front().values.back().has_value();
  scene.add_if_free(make_label(text, {canvas.right(), height / 2}, Anchor::end, Stand::middle,
                               known ? text_style : word_style));
}

}  // namespace nianbao::chart
