#include "chart/cleaned.h"

#include <algorithm>
#include <cmath>

#include "chart/category_bounds.h"
#include "chart/cleaned_series.h"

namespace nianbao::chart {
namespace {

constexpr int most_decimals = 15, most_ticks = 100;
constexpr double largest_grace = 1e12;
constexpr std::size_t most_notes = 40;  ///< annotations, and breaks

std::size_t category_count(const Chart& chart) {
  std::size_t count = chart.labels.size();
  for (const Series& series : chart.series) count = std::max(count, series.values.size());
  return count;
}

std::optional<double> cleaned_bound(const std::optional<double>& bound) {
  if (!bound || !std::isfinite(*bound)) return {};
  return drawable(*bound);
}

NumberFormat cleaned(const NumberFormat& format) {
  NumberFormat clean = format;
  for (auto* decimals : {&clean.least_decimals, &clean.most_decimals}) {
    if (*decimals) *decimals = std::clamp(**decimals, 0, most_decimals);
  }
  clean.prefix = clean_label(format.prefix);
  clean.suffix = clean_label(format.suffix);
  return clean;
}

Axis cleaned(const Axis& axis) {
  Axis clean = axis;
  clean.title = clean_label(axis.title);
  for (auto* bound : {&clean.minimum, &clean.maximum, &clean.suggested_minimum, &clean.suggested_maximum})
    *bound = cleaned_bound(*bound);
  const bool one_place = axis.type == ScaleType::category && clean.minimum && clean.minimum == clean.maximum;
  if (clean.minimum && clean.maximum && !(*clean.minimum < *clean.maximum) && !one_place)
    clean.minimum.reset(), clean.maximum.reset();
  if (axis.type == ScaleType::logarithmic) {
    for (auto* bound : {&clean.minimum, &clean.maximum})
      if (*bound && **bound <= 0) bound->reset();
  }
  clean.grace = within(axis.grace, 0, largest_grace);
  if (!axis.step_size || !std::isfinite(*axis.step_size) || *axis.step_size <= 0) clean.step_size.reset();
  if (axis.most_ticks) clean.most_ticks = std::clamp(*axis.most_ticks, 2, most_ticks);
  if (axis.tick_count) clean.tick_count = std::clamp(*axis.tick_count, 2, most_ticks);
  if (axis.precision) clean.precision = std::clamp(*axis.precision, 0, most_decimals);
  clean.format = cleaned(axis.format);
  return clean;
}

/// Nothing when it says nowhere: its places are of the index axis, of a value axis, or of both.
std::optional<Annotation> cleaned(const Annotation& annotation, std::size_t axes) {
  Annotation clean = annotation;
  for (auto* place : {&clean.index_low, &clean.index_high, &clean.value_low, &clean.value_high})
    *place = cleaned_bound(*place);
  if (!clean.index_low && !clean.index_high && !clean.value_low && !clean.value_high) return {};
  if (clean.axis >= axes) clean.axis = 0;
  clean.text = clean_label(annotation.text);
  clean.colour = safe_colour(annotation.colour);
  return clean;
}

void clean_notes(const Chart& chart, Chart& clean) {
  for (const Annotation& annotation : chart.annotations) {
    const auto kept = cleaned(annotation, clean.value_axes.size());
    if (kept && clean.annotations.size() < most_notes) clean.annotations.push_back(*kept);
  }
  for (const Break& broken : chart.breaks) {
    if (std::isfinite(broken.before) && clean.breaks.size() < most_notes)
      clean.breaks.push_back({drawable(broken.before), clean_label(broken.text)});
  }
}

}  // namespace

bool has_too_much(const Chart& chart) {
  const std::size_t categories = category_count(chart);
  return categories > most_categories || chart.series.size() > most_series ||
         categories * chart.series.size() > most_values;
}

Chart cleaned(const Chart& chart) {
  Chart clean;
  clean.type = chart.type;
  clean.horizontal = chart.horizontal;
  clean.show_legend = chart.show_legend;
  clean.legend_reversed = chart.legend_reversed;
  clean.legend_position = chart.legend_position;
  clean.aspect_ratio = within(chart.aspect_ratio, 0.2, 10);
  clean.cutout = within(chart.cutout, 0, 0.95);
  clean.rotation = within(chart.rotation, -360, 360).value_or(0);
  clean.circumference = within(chart.circumference, 0, 360).value_or(360);
  clean.panels = std::clamp(chart.panels, 0, most_panels);
  clean.percent = chart.percent;
  clean.orientation_given = chart.orientation_given;
  clean.lang = chart.lang;
  clean.title = clean_label(chart.title, longest_sentence);
  clean.unit = clean_label(chart.unit);
  clean.category_name = clean_label(chart.category_name);
  clean.finding = clean_label(chart.finding, longest_sentence);
  clean.index = cleaned(chart.index);
  clean.value_axes.clear();
  for (const Axis& axis : chart.value_axes) clean.value_axes.push_back(cleaned(axis));
  if (clean.value_axes.empty()) clean.value_axes.push_back(make_axis("y", ScaleType::linear, true));
  const std::size_t categories = category_count(chart);
  clean.labels.reserve(categories);
  for (std::size_t i = 0; i < categories; ++i)
    clean.labels.push_back(i < chart.labels.size() ? clean_label(chart.labels[i]) : "");
  clean.series = cleaned_series(chart, categories);
  clean_notes(chart, clean);
  const bool has_two_axes = chart.type == Type::bar || chart.type == Type::line ||
                            chart.type == Type::scatter || chart.type == Type::bubble;
  if (has_two_axes) keep_categories_in_bounds(clean);
  return clean;
}

}  // namespace nianbao::chart
