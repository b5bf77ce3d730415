#pragma once

#include <optional>
#include <string>

#include "chart/chart.h"

namespace nianbao::chart {

/// "38.2%", to one decimal, from a part and its whole; a part that is not all and not nothing never shows as
/// 100% or 0%.
std::string share_text(double part, double whole);

/// Whether the values of a series are the known, non-negative parts of a whole, and not percentages
/// themselves: only then may shares and a sum be stated.
bool has_shares(const Chart& chart, const Series& series);

/// Sum of the positive values.
double sum_of(const Series& series);

/// The sum with as many decimals as the values are printed with; empty when it would not be exact.
std::string sum_text(const Series& series);

/// The unit is a percentage or a share.
bool is_rate(const Chart& chart);

}  // namespace nianbao::chart
