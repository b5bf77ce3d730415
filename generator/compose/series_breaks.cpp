#include "compose/series_breaks.h"

#include <algorithm>

namespace nianbao::compose {

bool mark_break(model::ChartBlock& chart, int year, const std::string& mark) {
  const auto behind = std::find_if(chart.labels.begin(), chart.labels.end(),
                                   [&](const std::string& label) { return label >= std::to_string(year); });
  if (behind == chart.labels.begin() || behind == chart.labels.end()) return false;
  const bool is_marked = std::any_of(chart.breaks.begin(), chart.breaks.end(),
                                     [&](const model::ChartBreak& other) { return other.before == *behind; });
  if (!is_marked) chart.breaks.push_back({*behind, mark});
  return true;
}

std::string words_of_break(const text::Strings& strings, const model::SeriesBreak& change) {
  const std::string year = std::to_string(change.year);
  return change.text.empty() ? strings.format("break_of_base", {year})
                             : strings.format("break_from", {year, change.text});
}

}  // namespace nianbao::compose
