#include "chart/layout.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "chart/canvas.h"
#include "chart/category_axis.h"
#include "chart/cleaned.h"
#include "chart/finding.h"
#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr int narrowest = 200, narrowest_sparkline = 60, widest = 4000;
constexpr std::size_t most_rows = 60;    ///< beyond, names are thinned out below upright bars instead
constexpr double value_axis_width = 48;  ///< what upright bars usually leave to the ticks

bool has_values(const Chart& chart) {
  return std::any_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
    return std::any_of(series.values.begin(), series.values.end(),
                       [](const auto& value) { return value.has_value(); });
  });
}

void draw_message(Canvas& canvas, std::string_view message) {
  const double height = 120;
  const Wrapped lines = wrap(message, text_size, canvas.right() - canvas.left(), 3);
  const TextStyle style = {text_size, Ink::muted, false, false};
  canvas.scene.labels.push_back(make_label(lines.text, {canvas.scene.width / 2, canvas.top + height / 2},
                                           Anchor::middle, Stand::middle, style));
  canvas.top += height;
}

/// What to say when there is nothing to draw: that nothing is there, or why.
std::string reason_for_nothing(const Chart& chart) {
  const std::string states = undrawn_states(chart);
  return states.empty() ? std::string(words(chart).no_data) : states;
}

void draw_chart(Canvas& canvas) {
  switch (canvas.chart.type) {
    case Type::bar:
    case Type::line:
    case Type::scatter:
    case Type::bubble:
      return canvas.chart.panels > 0 && canvas.chart.series.size() > 1 ? layout_panels(canvas)
                                                                       : layout_cartesian(canvas);
    case Type::pie:
    case Type::doughnut:
      return layout_pie(canvas);
    case Type::polar_area:
      return layout_polar_area(canvas);
    case Type::radar:
      return layout_radar(canvas);
    case Type::slope:
      return layout_slope(canvas);
    case Type::dumbbell:
      return layout_dumbbell(canvas);
    case Type::pyramid:
      return layout_pyramid(canvas);
    case Type::bullet:
      return layout_bullet(canvas);
    case Type::share:
      return layout_share(canvas);
    case Type::waffle:
      return layout_waffle(canvas);
    case Type::sparkline:
      return layout_sparkline(canvas);
  }
}

bool names_begin_with_digits(const Chart& chart) {
  const auto digits = std::count_if(chart.labels.begin(), chart.labels.end(), [](const std::string& label) {
    return label.empty() || (label.front() >= '0' && label.front() <= '9');
  });
  return 2 * digits >= static_cast<std::ptrdiff_t>(chart.labels.size());
}

void draw_heading(Canvas& canvas, const RenderOptions& options) {
  const Chart& chart = canvas.chart;
  const std::string title =
      options.title.empty() ? chart.title : clean_label(options.title, longest_sentence);
  add_heading(canvas, title, chart.finding.empty() ? finding_of(chart) : chart.finding);
}

}  // namespace

bool draws_horizontally(const Chart& chart, int width) {
  const bool cartesian = chart.type == Type::bar || chart.type == Type::line || chart.type == Type::scatter ||
                         chart.type == Type::bubble;
  if (!cartesian) return false;
  if (chart.horizontal || chart.orientation_given || chart.type != Type::bar) return chart.horizontal;
  const bool mixed = std::any_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
    return series.mark && *series.mark != Mark::bars;
  });
  if (mixed || chart.panels > 0 || chart.index.type != ScaleType::category) return false;
  if (chart.labels.empty() || chart.labels.size() > most_rows || names_begin_with_digits(chart)) return false;
  const double step =
      (std::clamp(width, narrowest, widest) - value_axis_width) / static_cast<double>(chart.labels.size());
  return !names_fit_below(chart, step, 2);
}

Scene lay_out(const Chart& chart, const RenderOptions& options, const std::string& message) {
  Canvas canvas = {chart, static_cast<double>(std::clamp(options.height, 0, 2000)), {}, edge};
  const bool in_text = chart.type == Type::sparkline;
  canvas.scene.width = std::clamp(options.width, in_text ? narrowest_sparkline : narrowest, widest);
  if (options.heading && !in_text) draw_heading(canvas, options);
  if (!message.empty()) {
    draw_message(canvas, message);
  } else if (in_text) {
    layout_sparkline(canvas);
  } else if (!has_values(chart)) {
    draw_message(canvas, reason_for_nothing(chart));
  } else {
    draw_chart(canvas);
    leave_legend_beside(canvas);
  }
  add_note(canvas, clean_label(options.source, longest_sentence));
  canvas.scene.height = std::ceil(canvas.top + edge);
  return std::move(canvas.scene);
}

}  // namespace nianbao::chart
