#include "chart/finding.h"

#include <algorithm>

#include "chart/cleaned.h"
#include "chart/numbers.h"
#include "chart/parts.h"
#include "chart/shares.h"
#include "chart/stacking.h"
#include "chart/wording.h"
#include "chart/years.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t most_described_lines = 3;

/// A value's name among several series: the year first, whichever of the two it is.
std::string full_name(const Chart& chart, const std::string& category, const std::string& series) {
  const std::string name = in_sentence(chart, category), of = in_sentence(chart, series);
  if (series.empty() || name.empty()) return name + of;
  if (!in_chinese(chart)) return of + ", " + name;
  return year_of(series) && !year_of(category) ? joined(of, name) : joined(name, of);
}

/// Every known value, named by its category, its series, or both.
std::vector<Named> named_values(const Chart& chart, bool& some_unknown) {
  std::vector<Named> named;
  named.reserve(chart.series.size() * chart.labels.size());
  for (const Series& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (!series.values[i]) {
        some_unknown = true;
        continue;
      }
      const bool alone = chart.series.size() == 1;
      std::string name = full_name(chart, chart.labels[i], alone ? "" : series.label);
      named.push_back({std::move(name), *series.values[i], value_with_unit(chart, series, i)});
    }
  }
  return named;
}

std::string share_sentence(const Chart& chart, const std::string& name, const std::string& value,
                           const std::string& share) {
  if (in_chinese(chart))
    return joined(name, are_levels(chart) ? "最高（" : "最多（") + value + "），占 " + share;
  return name + " is the largest (" + value + "), at " + share + " of the total";
}

/// Values that are ranges are neither many nor few.
bool has_ranges(const Chart& chart) {
  return std::any_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
    return std::any_of(series.bases.begin(), series.bases.end(),
                       [](const auto& base) { return base.has_value(); });
  });
}

std::string finding_of_bars(const Chart& chart) {
  if (has_ranges(chart)) return "";
  if (pile_up(chart).piled) return piles_sentence(chart);
  if (chart.series.size() == 1 && runs_over_years(chart))
    return direction_sentence(chart, chart.series.front());
  return extremes(chart);
}

/// The last category, when every series has a value there.
std::string finding_at_the_end(const Chart& chart) {
  std::vector<Named> values;
  const std::size_t last = chart.labels.size() - 1;
  for (const Series& series : chart.series) {
    if (!series.values[last]) return "";
    values.push_back({series.label, *series.values[last], value_with_unit(chart, series, last)});
  }
  const std::string sentence = extremes_sentence(chart, values, false);
  if (sentence.empty() || chart.labels[last].empty()) return sentence;
  const std::string when = in_sentence(chart, chart.labels[last]);
  return in_chinese(chart) ? when + "，" + sentence : when + ": " + sentence;
}

/// Dates and numbers follow each other; names of other kinds do not, so nothing rises from one to the next.
bool follow_each_other(const Chart& chart) {
  return chart.index.type != ScaleType::category ||
         std::all_of(chart.labels.begin(), chart.labels.end(), [](const std::string& label) {
           return label.empty() || label.find_first_of("0123456789") != std::string::npos;
         });
}

std::string finding_of_lines(const Chart& chart) {
  if (!follow_each_other(chart)) return extremes(chart);
  if (chart.series.size() > most_described_lines) return finding_at_the_end(chart);
  std::string text;
  for (const Series& series : chart.series) {
    const std::string sentence = direction_sentence(chart, series);
    if (!text.empty() && !sentence.empty()) text += words(chart).sentence_break;
    text += sentence;
  }
  return text;
}

/// What is measured on the first axis; values of another unit do not compare with it.
Chart on_first_axis(const Chart& chart) {
  Chart first = chart;
  std::erase_if(first.series, [](const Series& series) { return series.axis != 0; });
  first.value_axes.resize(1);
  return first;
}

bool can_be_described(const Chart& chart) { return !chart.labels.empty() && !chart.series.empty(); }

}  // namespace

std::string extremes(const Chart& chart) {
  bool some_unknown = false;
  const std::vector<Named> values = named_values(chart, some_unknown);
  return extremes_sentence(chart, values, some_unknown);
}

std::string parts_sentence(const Chart& chart) {
  const Series& series = chart.series.front();
  if (!has_shares(chart, series) || series.values.size() < 2) return extremes(chart);
  const auto largest = std::max_element(series.values.begin(), series.values.end());
  const bool tied = std::count(series.values.begin(), series.values.end(), *largest) > 1;
  if (tied) return extremes(chart);
  const auto i = static_cast<std::size_t>(largest - series.values.begin());
  return share_sentence(chart, in_sentence(chart, chart.labels[i]), value_with_unit(chart, series, i),
                        share_text(**largest, sum_of(series)));
}

std::string finding_of(const Chart& chart) {
  if (chart.value_axes.size() > 1) return finding_of(on_first_axis(chart));
  if (!can_be_described(chart)) return "";
  switch (chart.type) {
    case Type::bar:
      return finding_of_bars(chart);
    case Type::line:
      return finding_of_lines(chart);
    case Type::pie:
    case Type::doughnut:
      return parts_sentence(chart);
    case Type::polar_area:
      return extremes(chart);
    case Type::radar:
      return chart.series.size() == 1 ? extremes(chart) : "";
    case Type::slope:
      return change_sentence(chart);
    case Type::dumbbell:
      return gap_sentence(chart);
    case Type::share:
    case Type::waffle:
      return parts_sentence(parts_are_series(chart) ? with_parts_as_categories(chart) : chart);
    case Type::sparkline:
      return finding_of_lines(chart);
    case Type::pyramid:
      return pyramid_sentence(chart, extremes(chart));
    case Type::bullet:
      return comparison_sentence(chart);
    case Type::scatter:
    case Type::bubble:
      return points_sentence(chart);
  }
  return "";
}

std::string finding(const Chart& chart) { return has_too_much(chart) ? "" : finding_of(cleaned(chart)); }

}  // namespace nianbao::chart
