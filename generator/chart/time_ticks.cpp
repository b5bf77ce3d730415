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

/// So many hours, days, or months, from one tick to the next.
struct Stride {
  int hours = 0, days = 0, months = 0;
  std::string_view unit, widest;
};
constexpr std::array<Stride, 16> strides = {{{1, 0, 0, "hour", "09-01 08:00"},
                                             {3, 0, 0, "hour", "09-01 08:00"},
                                             {6, 0, 0, "hour", "09-01 08:00"},
                                             {12, 0, 0, "hour", "09-01 08:00"},
                                             {0, 1, 0, "day", "2023-09-01"},
                                             {0, 7, 0, "week", "2023-09-01"},
                                             {0, 14, 0, "week", "2023-09-01"},
                                             {0, 0, 1, "month", "2023-09"},
                                             {0, 0, 3, "quarter", "2023-09"},
                                             {0, 0, 6, "quarter", "2023-09"},
                                             {0, 0, 12, "year", "2023"},
                                             {0, 0, 24, "year", "2023"},
                                             {0, 0, 60, "year", "2023"},
                                             {0, 0, 120, "year", "2023"},
                                             {0, 0, 600, "year", "2023"},
                                             {0, 0, 1200, "year", "2023"}}};

year_month_day date_of(double days) {
  const double kept = std::fmax(first_day, std::fmin(last_day, days));
  return sys_days{std::chrono::days{static_cast<long>(std::floor(kept))}};
}

double days_of(year_month_day date) { return static_cast<double>(sys_days{date}.time_since_epoch().count()); }

double length_in_days(const Stride& stride) {
  return stride.hours / 24.0 + stride.days + stride.months * 30.44;
}

std::string text_of(double at, std::string_view unit) {
  const year_month_day date = date_of(at);
  const int y = static_cast<int>(date.year());
  const auto m = static_cast<unsigned>(date.month());
  if (unit == "year") return std::to_string(y);
  const auto d = static_cast<unsigned>(date.day());
  const auto hour = static_cast<int>(std::lround((at - std::floor(at)) * 24));
  if (unit == "hour") return fmt::format("{:02}-{:02} {:02}:00", m, d, hour);
  if (unit == "day" || unit == "week") return fmt::format("{}-{:02}-{:02}", y, m, d);
  return fmt::format("{}-{:02}", y, m);
}

std::size_t rank_of(std::string_view unit) {
  std::size_t i = 0;
  while (i + 1 < strides.size() && strides[i].unit != unit) ++i;
  return strides[i].unit == unit ? i : 0;
}

/// The first multiple of the stride on or after a moment; weeks begin on Mondays.
double first_tick(double from, const Stride& stride) {
  constexpr int monday = 4;  // 1970-01-05
  if (stride.hours > 0) return std::ceil(from * 24 / stride.hours - 1e-6) * stride.hours / 24;
  if (stride.days > 1) return std::ceil((from - monday) / stride.days) * stride.days + monday;
  if (stride.days == 1) return std::ceil(from);
  const year_month_day date = date_of(std::ceil(from));
  const int months =
      static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  const bool inside = static_cast<unsigned>(date.day()) > 1;
  const int rounded = (months + (inside ? 1 : 0) + stride.months - 1) / stride.months * stride.months;
  return days_of(year{rounded / 12} / month{static_cast<unsigned>(rounded % 12 + 1)} / day{1});
}

double next_tick(double at, const Stride& stride) {
  if (stride.hours > 0) return std::round(at * 24 + stride.hours) / 24;
  return stride.days > 0 ? at + stride.days : days_of(date_of(at) + std::chrono::months{stride.months});
}

}  // namespace

TimeTicks time_ticks(Interval extent, std::string_view unit, double length) {
  const double days = std::fmax(extent.high - extent.low, 1e-9);
  // Days are the finest unless the author asks for hours, or there are but a few.
  std::size_t chosen = rank_of(unit.empty() && days >= 2 ? "day" : unit);
  const auto fits = [&](const Stride& stride) {
    return length_in_days(stride) / days * length >= text_width(stride.widest, value_size) + air;
  };
  while (chosen + 1 < strides.size() && !fits(strides[chosen])) ++chosen;
  const Stride& stride = strides[chosen];
  TimeTicks made;
  double at = first_tick(extent.low, stride);
  while (at <= extent.high && at <= last_day && made.ticks.size() < 100) {
    if (at >= extent.low) {
      made.ticks.push_back(at);
      made.texts.push_back(text_of(at, stride.unit));
    }
    const double next = next_tick(at, stride);
    if (next <= at) break;
    at = next;
  }
  return made;
}

}  // namespace nianbao::chart
