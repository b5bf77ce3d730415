#pragma once

#include <string>
#include <vector>

#include "chart/chart.h"

/// Sentences about values, by kind of chart. All take a cleaned chart.
namespace nianbao::chart {

/// Dispatches by type; the public `finding` cleans first.
std::string finding_of(const Chart& chart);

/// One value with the words that name it.
struct Named {
  std::string name;
  double value = 0;
  std::string text;  ///< with unit
};

/// "A最多（202 人），B最少（41 人）".
std::string extremes_sentence(const Chart& chart, const std::vector<Named>& values, bool some_unknown);

/// The same for all known values of a chart.
std::string extremes(const Chart& chart);

/// "A最多（158 人），占 43.1%", of the first series, when its values are the parts of a whole; else extremes.
std::string parts_sentence(const Chart& chart);

/// Piled-up bars by their sums, and the series that is the largest part of each; one pile alone is a whole
/// with the series as its parts.
std::string piles_sentence(const Chart& chart);

/// "由 2023 年 61.0% 升至 2025 年 65.2%": first and last known value, and what rises above or falls below
/// both.
std::string direction_sentence(const Chart& chart, const Series& series);

/// "变化最大的是A：2013 年 1 项，2021 年 215 项", from the first and last category only.
std::string change_sentence(const Chart& chart);

/// "变化最大的是…" (or, when the series are no years, "差距最大的是…"), of a chart whose series are the ends:
/// from the first series to the last.
std::string gap_sentence(const Chart& chart);

/// The largest group of a pyramid (`extremes`), the sums of both sides and the second's share, where exact.
std::string pyramid_sentence(const Chart& chart, const std::string& extremes);

/// "高于全市中位数的有 3 项（共 5 项）：…": bars of a bullet chart against the marks.
std::string comparison_sentence(const Chart& chart);

/// How many points there are, between which ends; from eight points on how they correlate.
std::string points_sentence(const Chart& chart);

/// The values are levels (rates, money, scores), which are high or low, rather than counts, which are many or
/// few.
bool are_levels(const Chart& chart);

/// Whether the categories are years in ascending order.
bool runs_over_years(const Chart& chart);

}  // namespace nianbao::chart
