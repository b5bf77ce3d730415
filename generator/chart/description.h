#pragma once

#include <string>

#include "chart/chart.h"

namespace nianbao::chart {

/// The picture in words, for <desc>: the finding, then the values (the first sixty). For a cleaned chart.
std::string description_of(const Chart& chart);

}  // namespace nianbao::chart
