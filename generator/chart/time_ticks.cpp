#include "chart/time_ticks.h"

#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

#include "chart/canvas.h"
#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr double air = 16;                                 ///< between two texts
constexpr double first_day = -719162, last_day = 2932896;  ///< years 1 to 9999

/// So many days, or months, from one tick to the next.
struct Stride {
  int days = 0, months = 0;
  std::string_view unit, widest;
};
constexpr std::array<Stride, 12> strides = {{{1, 0, "day", "2023-09-01"},
                                             {7, 0, "day", "2023-09-01"},
                                             {14, 0, "day", "2023-09-01"},
                                             {0, 1, "month", "2023-09"},
                                             {0, 3, "quarter", "2023-09"},
                                             {0, 6, "quarter", "2023-09"},
                                             {0, 12, "year", "2023"},
                                             {0, 24, "year", "2023"},
                                             {0, 60, "year", "2023"},
                                             {0, 120, "year", "2023"},
                                             {0, 600, "year", "2023"},
                                             {0, 1200, "year", "2023"}}};

year_month_day date_of(double days) {
  const double kept = std::fmax(first_day, std::fmin(last_day, days));
  return sys_days{std::chrono::days{static_cast<long>(std::floor(kept))}};
}

double days_of(year_month_day date) { return static_cast<double>(sys_days{date}.time_since_epoch().count()); }

double length_in_days(const Stride& stride) { return stride.days + stride.months * 30.44; }

std::string text_of(year_month_day date, std::string_view unit) {
  const int y = static_cast<int>(date.year());
  const auto m = static_cast<unsigned>(date.month());
  if (unit == "year") return std::to_string(y);
  if (unit == "day") return fmt::format("{}-{:02}-{:02}", y, m, static_cast<unsigned>(date.day()));
  return fmt::format("{}-{:02}", y, m);
}

std::size_t rank_of(std::string_view unit) {
  std::size_t i = 0;
  while (i + 1 < strides.size() && strides[i].unit != unit) ++i;
  return unit.empty() || strides[i].unit != unit ? 0 : i;
}

/// The first multiple of the stride on or after a day.
year_month_day first_tick(double from, const Stride& stride) {
  const year_month_day date = date_of(std::ceil(from));
  if (stride.days > 0) return date;
  const int months =
      static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  const bool inside = static_cast<unsigned>(date.day()) > 1;
  const int rounded = (months + (inside ? 1 : 0) + stride.months - 1) / stride.months * stride.months;
  return year{rounded / 12} / month{static_cast<unsigned>(rounded % 12 + 1)} / day{1};
}

}  // namespace

TimeTicks time_ticks(Interval extent, std::string_view unit, double length) {
  const double days = std::fmax(extent.high - extent.low, 1e-9);
  std::size_t chosen = rank_of(unit);
  const auto fits = [&](const Stride& stride) {
    return length_in_days(stride) / days * length >= text_width(stride.widest, value_size) + air;
  };
  while (chosen + 1 < strides.size() && !fits(strides[chosen])) ++chosen;
  const Stride& stride = strides[chosen];
  TimeTicks made;
  year_month_day date = first_tick(extent.low, stride);
  for (double at = days_of(date); at <= extent.high && at <= last_day && made.ticks.size() < 100;
       at = days_of(date)) {
    if (at >= extent.low) {
      made.ticks.push_back(at);
      made.texts.push_back(text_of(date, stride.unit));
    }
    date = stride.days > 0 ? date_of(at + stride.days) : date + std::chrono::months{stride.months};
    if (days_of(date) <= at) break;
  }
  return made;
}

}  // namespace nianbao::chart
