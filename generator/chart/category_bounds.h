#pragma once

#include "chart/chart.h"

namespace nianbao::chart {

/// Leaves only the categories between `min` and `max` of the index axis. For a chart of two axes whose series
/// are equally long.
void keep_categories_in_bounds(Chart& chart);

}  // namespace nianbao::chart
