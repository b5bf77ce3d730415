#include "chart/index_text.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

#include "chart/numbers.h"

namespace nianbao::chart {
namespace {

constexpr double farthest_day = 10e6;  ///< within the years a calendar of 16 bits holds

std::string date_text(double days, const std::string& unit) {
  using namespace std::chrono;
  const auto hour = static_cast<int>(std::lround((days - std::floor(days)) * 24 * 60)) / 60 % 24;
  const auto whole = static_cast<int>(std::floor(std::clamp(days, -farthest_day, farthest_day)));
  const year_month_day date{sys_days{std::chrono::days{whole}}};
  const int year = static_cast<int>(date.year());
  const unsigned month = static_cast<unsigned>(date.month());
  if (unit == "year") return fmt::format("{:04}", year);
  if (unit == "month" || unit == "quarter") return fmt::format("{:04}-{:02}", year, month);
  const unsigned day = static_cast<unsigned>(date.day());
  if (unit == "hour") return fmt::format("{:04}-{:02}-{:02} {:02}:00", year, month, day, hour);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

std::string index_text(const Chart& chart, double position) {
  return chart.index.type == ScaleType::time ? date_text(position, chart.index.time_unit)
                                             : plain_number(position);
}

bool has_points(const Chart& chart) {
  return (chart.type == Type::scatter || chart.type == Type::bubble) &&
         chart.index.type != ScaleType::category;
}

std::string x_name(const Chart& chart) { return chart.index.title.empty() ? "x" : chart.index.title; }

std::string y_name(const Chart& chart) { return chart.values().title.empty() ? "y" : chart.values().title; }

}  // namespace nianbao::chart
