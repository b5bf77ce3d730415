#pragma once

#include <string>

#include "chart/chart.h"

namespace nianbao::chart {

/// A place on an index axis that is not one of categories: a number, or a date down to the axis' unit.
std::string index_text(const Chart& chart, double position);

/// Whether every value has a place of its own: points of scatter and bubble charts.
bool has_points(const Chart& chart);

/// What the points' coordinates are called.
std::string x_name(const Chart& chart);
std::string y_name(const Chart& chart);

}  // namespace nianbao::chart
