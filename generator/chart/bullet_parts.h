#pragma once

#include <cstddef>
#include <vector>

#include "chart/chart.h"

namespace nianbao::chart {

inline constexpr std::size_t no_series = static_cast<std::size_t>(-1);

/// Places of the series of a bullet chart by what they are: the first without ranges is the bar, others are
/// marks to compare it with; the first with ranges lies behind.
struct BulletParts {
  std::size_t bar = no_series, range = no_series;
  std::vector<std::size_t> marks;
};

BulletParts bullet_parts(const Chart& chart);

}  // namespace nianbao::chart
