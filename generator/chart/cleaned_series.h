#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "chart/specification.h"

namespace nianbao::chart {

/// The number within bounds; nothing when there is none or it is not finite.
std::optional<double> within(const std::optional<double>& number, double least, double most);

/// The colour if it is "#rrggbb" or "#rrggbbaa", else none: nothing else may get into a picture.
std::string safe_colour(const std::string& colour);

/// The series of a chart that are drawn, made complete: see `cleaned`. A fill towards a series that is hidden
/// goes to what that one is filled to, as Chart.js does.
std::vector<Series> cleaned_series(const Chart& chart, std::size_t categories);

}  // namespace nianbao::chart
