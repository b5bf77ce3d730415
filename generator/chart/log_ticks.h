#pragma once

#include <optional>
#include <vector>

#include "chart/scale.h"

namespace nianbao::chart {

/// A domain of positive numbers and its round ticks: powers of ten, and 2 and 5 times those where there are
/// fewer than three decades.
struct LogTicks {
  Interval domain;
  std::vector<double> ticks;
};

/// `extent` counts as far as it is positive. Without bounds of the author the domain ends at digits followed
/// by zeros, as Chart.js 4's does.
LogTicks log_ticks(Interval extent, std::optional<double> minimum, std::optional<double> maximum);

}  // namespace nianbao::chart
