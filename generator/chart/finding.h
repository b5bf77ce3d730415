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

/// "由 2023 年 61.0% 升至 2025 年 65.2%": first and last known value, and what rises above or falls below
/// both.
std::string direction_sentence(const Chart& chart, const Series& series);

/// "变化最大的是A：2013 年 1 项，2021 年 215 项", from the first and last category only.
std::string change_sentence(const Chart& chart);

/// The values are levels (rates, money, scores), which are high or low, rather than counts, which are many or
/// few.
bool are_levels(const Chart& chart);

/// Whether the categories are years in ascending order.
bool runs_over_years(const Chart& chart);

}  // namespace nianbao::chart
