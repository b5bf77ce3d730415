#include "chart/log_ticks.h"

#include <algorithm>
#include <cmath>

namespace nianbao::chart {
namespace {

constexpr int most_decades = 640;
constexpr std::size_t most_ticks = 12;

double power_of_ten(int exponent) { return std::pow(10.0, exponent); }
int exponent_of(double value) { return static_cast<int>(std::floor(std::log10(value) + 1e-12)); }

double rounded_down(double value) {
  const double unit = power_of_ten(exponent_of(value));
  return std::floor(value / unit + 1e-9) * unit;
}

double rounded_up(double value) {
  const double unit = power_of_ten(exponent_of(value));
  return std::ceil(value / unit - 1e-9) * unit;
}

}  // namespace

LogTicks log_ticks(Interval extent, std::optional<double> minimum, std::optional<double> maximum) {
  constexpr double least = 1e-280;
  if (!(extent.high > least)) extent = {1, 10};
  if (!(extent.low > least)) extent.low = std::min(1.0, extent.high / 10);
  LogTicks made;
  made.domain = {rounded_down(extent.low), rounded_up(extent.high)};
  if (minimum && *minimum > least) made.domain.low = *minimum;
  if (maximum && *maximum > least) made.domain.high = *maximum;
  if (!(made.domain.low < made.domain.high)) made.domain.high = made.domain.low * 10;
  const int first = exponent_of(made.domain.low), last = exponent_of(made.domain.high);
  const int stride = std::max(1, (last - first) / static_cast<int>(most_ticks) + 1);
  const bool finer = last - first < 3;
  for (int e = first, n = 0; e <= last && n < most_decades; e += stride, ++n) {
    for (const int digit : {1, 2, 5}) {
      const double tick = digit * power_of_ten(e);
      if (digit > 1 && !finer) break;
      if (tick >= made.domain.low * (1 - 1e-9) && tick <= made.domain.high * (1 + 1e-9))
        made.ticks.push_back(tick);
    }
  }
  return made;
}

}  // namespace nianbao::chart
