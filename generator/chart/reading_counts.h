#pragma once

#include <cstddef>

#include "chart/reading.h"

/// How many data sets, labels and values there are, and how many there may be.
namespace nianbao::chart {

/// Reports more than a picture can show.
void report_too_much(std::size_t series, std::size_t categories, const Node& datasets, Problems& problems);
/// The same before anything is copied; whether it was too much.
bool too_much(const Node& labels, const Node& datasets, Problems& problems);
/// Values and labels of one data set that are not equally many.
void check_count(const Node& data, const Chart& chart, std::size_t labels, Problems& problems);
/// Kinds that take so many labels, or data sets.
void check_slope(const Node& labels, const Chart& chart, Problems& problems);
void check_series_count(const Node& datasets, const Chart& chart, Problems& problems);

}  // namespace nianbao::chart
