#include "chart/cleaned_series.h"

#include <algorithm>
#include <cmath>

#include "chart/cleaned.h"

namespace nianbao::chart {
namespace {

/// Chart.js's radius of points, for bubbles that name none.
constexpr double usual_radius = 3;
constexpr std::size_t most_dashes = 8;

bool is_finite(const std::vector<std::optional<double>>& values, std::size_t i) {
  return i < values.size() && values[i] && std::isfinite(*values[i]);
}

State state_of(const Series& series, std::size_t i) {
  if (i < series.states.size() && series.states[i] != State::number) return series.states[i];
  return is_finite(series.values, i) ? State::number : State::missing;
}

std::vector<double> cleaned_dash(const std::vector<double>& dash) {
  std::vector<double> lengths;
  for (const double length : dash) {
    if (std::isfinite(length) && length > 0 && lengths.size() < most_dashes)
      lengths.push_back(std::min(length, 100.0));
  }
  return lengths.size() == dash.size() ? lengths : std::vector<double>{};
}

Look cleaned(const Look& look) {
  Look clean = look;
  for (std::string& colour : clean.fills) colour = safe_colour(colour);
  for (std::string& colour : clean.strokes) colour = safe_colour(colour);
  clean.border_width = within(look.border_width, 0, 20);
  clean.dash = cleaned_dash(look.dash);
  clean.tension = within(look.tension, 0, 1).value_or(0);
  for (std::string& colour : clean.point_fills) colour = safe_colour(colour);
  for (double& radius : clean.point_radii) radius = within(radius, 0, largest_point).value_or(usual_radius);
  clean.border_radius = within(look.border_radius, 0, 100);
  clean.bar_percentage = within(look.bar_percentage, 0, 1).value_or(0.9);
  clean.category_percentage = within(look.category_percentage, 0, 1).value_or(0.8);
  clean.bar_thickness = within(look.bar_thickness, 1, 400);
  clean.most_bar_thickness = within(look.most_bar_thickness, 1, 400);
  clean.least_bar_length = within(look.least_bar_length, 0, 100);
  if (look.base) clean.base = drawable(*look.base);
  clean.fill.value = drawable(look.fill.value);
  clean.cutout = within(look.cutout, 0, 0.95);
  clean.circumference = within(look.circumference, 0, 360);
  clean.rotation = within(look.rotation, -360, 360);
  clean.weight = within(look.weight, 0, 100).value_or(1);
  return clean;
}

void clean_values(const Series& series, Series& clean, std::size_t categories) {
  clean.values.resize(categories);
  clean.bases.resize(categories);
  clean.printed.resize(categories);
  clean.states.resize(categories);
  for (std::size_t i = 0; i < categories; ++i) {
    State& state = clean.states[i] = state_of(series, i);
    const bool drawn = state == State::number || state == State::approximate;
    const bool known = is_finite(series.values, i);
    if (drawn && known) clean.values[i] = drawable(*series.values[i]);
    if (drawn && !known) state = State::missing;
    if (clean.values[i] && is_finite(series.bases, i)) clean.bases[i] = drawable(*series.bases[i]);
    if (i < series.printed.size()) clean.printed[i] = clean_label(series.printed[i]);
  }
}

/// A value whose place is not known is nowhere: a gap where another value stands, so that no axis reaches for
/// it.
void clean_positions(const Series& series, Series& clean) {
  const auto known = std::find_if(series.positions.begin(), series.positions.end(),
                                  [](double place) { return std::isfinite(place); });
  const double elsewhere = known == series.positions.end() ? 0 : drawable(*known);
  for (std::size_t i = 0; i < clean.values.size(); ++i) {
    const bool placed = i < series.positions.size() && std::isfinite(series.positions[i]);
    const bool counted = series.positions.empty();
    clean.positions.push_back(counted  ? static_cast<double>(i)
                              : placed ? drawable(series.positions[i])
                                       : elsewhere);
    if (counted || placed || !clean.values[i]) continue;
    clean.values[i].reset();
    clean.bases[i].reset();
    clean.states[i] = State::missing;
  }
}

void clean_radii(const Series& series, Series& clean) {
  for (std::size_t i = 0; i < clean.values.size(); ++i) {
    const double radius = i < series.radii.size() ? series.radii[i] : usual_radius;
    clean.radii.push_back(within(radius, 0, largest_bubble).value_or(0));
  }
}

Series cleaned(const Chart& chart, const Series& series, std::size_t categories) {
  Series clean;
  clean.label = clean_label(series.label);
  clean.stack = series.stack;
  clean.mark = series.mark;
  clean.axis = series.axis < chart.value_axes.size() ? series.axis : 0;
  clean.order = series.order;
  clean.hue = series.hue;
  if (clean.hue) *clean.hue %= most_series;
  clean.look = cleaned(series.look);
  clean_values(series, clean, categories);
  if (chart.index.type != ScaleType::category) clean_positions(series, clean);
  if (chart.type == Type::bubble || !series.radii.empty()) clean_radii(series, clean);
  return clean;
}

Fill shown_fill(const std::vector<Series>& all, Fill fill) {
  for (std::size_t steps = 0; fill.to == Fill::To::series; ++steps) {
    if (fill.series >= all.size() || steps == all.size()) return {};
    if (!all[fill.series].hidden) return fill;
    fill = all[fill.series].look.fill;
  }
  return fill;
}

}  // namespace

std::optional<double> within(const std::optional<double>& number, double least, double most) {
  if (!number || !std::isfinite(*number)) return {};
  return std::clamp(*number, least, most);
}

std::string safe_colour(const std::string& colour) {
  const bool long_enough = colour.size() == 7 || colour.size() == 9;
  const bool hexadecimal = colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  return long_enough && colour.front() == '#' && hexadecimal ? colour : "";
}

std::vector<Series> cleaned_series(const Chart& chart, std::size_t categories) {
  std::vector<Series> shown;
  std::vector<std::size_t> places;
  const auto hidden = [](const Series& series) { return series.hidden; };
  const bool some_hidden = std::any_of(chart.series.begin(), chart.series.end(), hidden);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    places.push_back(shown.size());
    if (chart.series[s].hidden) continue;
    shown.push_back(cleaned(chart, chart.series[s], categories));
    if (some_hidden && !shown.back().hue) shown.back().hue = s;
  }
  for (Series& series : shown) {
    Fill& fill = series.look.fill = shown_fill(chart.series, series.look.fill);
    if (fill.to == Fill::To::series) fill.series = places[fill.series];
  }
  return shown;
}

}  // namespace nianbao::chart
