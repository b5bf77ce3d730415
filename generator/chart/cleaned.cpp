#include "chart/cleaned.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr double largest = 1e300;
constexpr double smallest = 1e-280;

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_white(char32_t c) {
  return c <= 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/// Not allowed in XML, or able to turn the order of the rest of the page around.
bool is_dropped(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

State state_of(const Series& series, std::size_t i) {
  if (i < series.states.size() && series.states[i] != State::number) return series.states[i];
  const bool known = i < series.values.size() && series.values[i] && std::isfinite(*series.values[i]);
  return known ? State::number : State::missing;
}

Series cleaned(const Series& series, std::size_t categories) {
  Series clean;
  clean.label = clean_label(series.label);
  clean.stack = series.stack;
  clean.mark = series.mark;
  clean.axis = series.axis;
  clean.order = series.order;
  clean.hue = series.hue;
  clean.look = series.look;
  clean.values.resize(categories);
  clean.printed.resize(categories);
  clean.states.resize(categories);
  for (std::size_t i = 0; i < categories; ++i) {
    State& state = clean.states[i] = state_of(series, i);
    const bool drawn = state == State::number || state == State::approximate;
    const bool known = i < series.values.size() && series.values[i] && std::isfinite(*series.values[i]);
    if (drawn && known) clean.values[i] = drawable(*series.values[i]);
    if (drawn && !known) state = State::missing;
    if (i < series.printed.size()) clean.printed[i] = clean_label(series.printed[i]);
  }
  return clean;
}

std::size_t category_count(const Chart& chart) {
  std::size_t count = chart.labels.size();
  for (const Series& series : chart.series) count = std::max(count, series.values.size());
  return count;
}

std::optional<double> cleaned_bound(const std::optional<double>& bound) {
  if (!bound || !std::isfinite(*bound)) return {};
  return drawable(*bound);
}

Axis cleaned(const Axis& axis) {
  Axis clean = axis;
  clean.title = clean_label(axis.title);
  for (auto* bound : {&clean.minimum, &clean.maximum, &clean.suggested_minimum, &clean.suggested_maximum})
    *bound = cleaned_bound(*bound);
  if (clean.minimum && clean.maximum && !(*clean.minimum < *clean.maximum))
    clean.minimum.reset(), clean.maximum.reset();
  return clean;
}

}  // namespace

double drawable(double value) {
  if (!std::isfinite(value)) return std::isnan(value) ? 0 : std::copysign(largest, value);
  if (std::fabs(value) < smallest) return 0;
  return std::clamp(value, -largest, largest);
}

std::string clean_label(std::string_view text, std::size_t longest) {
  if (text.size() <= longest && is_plain(text) && text::trim(text).size() == text.size())
    return std::string(text);
  std::string out;
  std::size_t taken = 0;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (is_dropped(c)) continue;
    if (is_white(c)) {
      space = !out.empty();
      continue;
    }
    if (taken >= longest) return out + "…";
    if (space) out += ' ', ++taken;
    space = false;
    text::append_utf8(out, c);
    ++taken;
  }
  return out;
}

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
  clean.aspect_ratio = chart.aspect_ratio;
  clean.cutout = chart.cutout;
  clean.rotation = chart.rotation;
  clean.circumference = chart.circumference;
  clean.panels = chart.panels;
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
  clean.series.reserve(chart.series.size());
  for (const Series& series : chart.series) clean.series.push_back(cleaned(series, categories));
  return clean;
}

}  // namespace nianbao::chart
