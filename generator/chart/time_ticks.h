#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/scale.h"

namespace nianbao::chart {

/// Moments are days since 1970-01-01 (proleptic Gregorian calendar).
struct TimeTicks {
  std::vector<double> ticks;
  std::vector<std::string> texts;  ///< "2023", "2023-09", "2023-09-01", "09-01 08:00"
};

/// Beginnings of years, quarters, months, weeks (Mondays), days or hours inside `extent`, as many as find
/// room on `length` pixels. `unit` ("hour", "day", "week", "month", "quarter", "year") is the finest that may
/// be used; empty: by extent.
TimeTicks time_ticks(Interval extent, std::string_view unit, double length);

}  // namespace nianbao::chart
