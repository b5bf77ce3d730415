#include <algorithm>

#include "chart/finding.h"
#include "chart/parts.h"
#include "chart/shares.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

Series pile_at(const Chart& chart, std::size_t category) {
  Series pile;
  for (const Series& series : chart.series) {
    pile.values.push_back(series.values[category]);
    pile.printed.push_back(series.printed[category]);
    pile.states.push_back(series.states[category]);
  }
  return pile;
}

/// The chart with one series: the only pile's values, or the sum of each. No series where a sum is not exact.
Chart with_one_series(const Chart& chart) {
  Chart sums;
  sums.lang = chart.lang;
  sums.unit = chart.unit;
  Series row;
  const auto add = [&](std::string text, double value) {
    row.values.push_back(value);
    row.printed.push_back(std::move(text));
    row.states.push_back(State::number);
  };
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const Series pile = pile_at(chart, i);
    std::string sum = sum_text(pile);
    if (!has_shares(chart, pile) || sum.empty()) return sums;
    add(std::move(sum), sum_of(pile));
  }
  sums.labels = chart.labels;
  sums.series.push_back(std::move(row));
  return sums;
}

/// Place of the only largest part of a pile; nothing where a part is unknown or below zero.
std::optional<std::size_t> largest_part(const Series& pile) {
  for (const auto& value : pile.values) {
    if (!value || *value < 0) return {};
  }
  const auto largest = std::max_element(pile.values.begin(), pile.values.end());
  if (std::count(pile.values.begin(), pile.values.end(), *largest) > 1) return {};
  return static_cast<std::size_t>(largest - pile.values.begin());
}

/// "各项均以中级为最多", when one series is the largest part of every pile.
std::string dominance(const Chart& chart) {
  const auto first = largest_part(pile_at(chart, 0));
  if (!first || chart.series[*first].label.empty()) return "";
  for (std::size_t i = 1; i < chart.labels.size(); ++i) {
    if (largest_part(pile_at(chart, i)) != first) return "";
  }
  const std::string& name = chart.series[*first].label;
  if (!in_chinese(chart)) return name + " is the largest part throughout";
  const std::string_view each = runs_over_years(chart) ? "各年均以" : "各项均以";
  return joined(joined(each, name), are_levels(chart) ? "为最高" : "为最多");
}

}  // namespace

std::string piles_sentence(const Chart& chart) {
  if (chart.labels.size() == 1) return parts_sentence(with_parts_as_categories(chart));
  const Chart sums = with_one_series(chart);
  std::string text;
  if (!sums.series.empty() && runs_over_years(chart)) {
    Series total = sums.series.front();
    total.label = words(chart).total;
    text = direction_sentence(sums, total);
  } else if (!sums.series.empty()) {
    text = extremes(sums);
  }
  const std::string largest = dominance(chart);
  if (!text.empty() && !largest.empty()) text += words(chart).sentence_break;
  return text + largest;
}

}  // namespace nianbao::chart
