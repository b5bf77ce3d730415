#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/scale.h"

namespace nianbao::chart {

/// Moments are days since 1970-01-01 (proleptic Gregorian calendar).
struct TimeTicks {
  std::vector<double> ticks;
  std::vector<std::string> texts;  ///< "2023", "2023-09", "2023-09-01"
};

/// First days of years, quarters, months or days inside `extent`, as many as find room on `length` pixels.
/// `unit` ("day", "month", "quarter", "year") is the finest that may be used; empty: by extent.
TimeTicks time_ticks(Interval extent, std::string_view unit, double length);

}  // namespace nianbao::chart
