#include "chart/scale.h"

#include <algorithm>
#include <cmath>

namespace nianbao::chart {
namespace {

constexpr double closest =
    1e-9;  ///< interval relative to its ends, below which steps would drown in rounding
constexpr double tolerance = 1e-9;

Interval usable(Interval interval) {
  auto [low, high] = interval;
  if (low > high) std::swap(low, high);
  const double magnitude = std::max(std::fabs(low), std::fabs(high));
  if (magnitude == 0) return {0, 1};
  if (high - low >= magnitude * closest) return {low, high};
  return {low - magnitude * 0.05, high + magnitude * 0.05};
}

/// The next larger of the steps 1, 2, 5, 10, 20, 50 …
void enlarge(Steps& steps) {
  steps.mantissa = steps.mantissa == 1 ? 2 : steps.mantissa == 2 ? 5 : 1;
  if (steps.mantissa == 1) ++steps.exponent;
}

void cover(Steps& steps, double low, double high) {
  steps.first = static_cast<std::int64_t>(std::floor(low / steps.width() + tolerance));
  steps.last =
      std::max(steps.first + 1, static_cast<std::int64_t>(std::ceil(high / steps.width() - tolerance)));
}

}  // namespace

double Steps::value(std::int64_t i) const {
  const double units = static_cast<double>(i) * static_cast<double>(mantissa);
  return exponent < 0 ? units / std::pow(10.0, -exponent) : units * std::pow(10.0, exponent);
}

Steps nice_steps(Interval interval, int most, bool whole) {
  most = std::max(most, 2);  // an interval around zero has a step on either side
  const auto [low, high] = usable(interval);
  const double raw = (high - low) / most;
  Steps steps;
  steps.exponent = static_cast<int>(std::floor(std::log10(raw)));
  if (whole && steps.exponent < 0) steps.exponent = 0;
  cover(steps, low, high);
  while (steps.last - steps.first > most) {
    enlarge(steps);
    cover(steps, low, high);
  }
  return steps;
}

Steps steps_within(const Steps& steps, Interval interval) {
  Steps inside = steps;
  inside.first =
      std::max(steps.first, static_cast<std::int64_t>(std::ceil(interval.low / steps.width() - tolerance)));
  inside.last =
      std::min(steps.last, static_cast<std::int64_t>(std::floor(interval.high / steps.width() + tolerance)));
  return inside;
}

std::optional<Steps> steps_of_width(Interval interval, double width, int most) {
  if (!(width > 0) || !std::isfinite(width)) return {};
  Steps steps;
  steps.exponent = static_cast<int>(std::floor(std::log10(width))) - 5;
  const double scale = std::pow(10.0, -steps.exponent);
  steps.mantissa = std::llround(width * scale);
  if (steps.mantissa <= 0 || std::fabs(static_cast<double>(steps.mantissa) - width * scale) > 1e-3) return {};
  while (steps.mantissa % 10 == 0) steps.mantissa /= 10, ++steps.exponent;
  if ((interval.high - interval.low) / width > most) return {};
  if (std::max(std::fabs(interval.low), std::fabs(interval.high)) / width > 1e9) return {};
  cover(steps, interval.low, interval.high);
  return steps;
}

double LinearScale::share_of(double value) const {
  if (logarithmic) {
    const double low = std::log10(domain.low), high = std::log10(domain.high);
    return high > low && value > 0 ? (std::log10(value) - low) / (high - low) : 0;
  }
  const double extent = domain.high - domain.low;
  return extent > 0 ? (value - domain.low) / extent : 0;
}

double LinearScale::operator()(double value) const {
  return from + std::clamp(share_of(value), 0.0, 1.0) * (to - from);
}

bool LinearScale::holds(double value) const {
  constexpr double slack = 1e-9;
  const double share = share_of(value);
  return share >= -slack && share <= 1 + slack && !(logarithmic && value <= 0);
}

double LinearScale::beyond(double value) const {
  constexpr double farthest = 1e6;  // keeps what is cut off far away from the limits of a double
  return from + std::clamp(share_of(value), -farthest, farthest) * (to - from);
}

BandScale::BandScale(std::size_t count, double from, double to, double padding) {
  const double length = std::max(to - from, 0.0);
  step = length / static_cast<double>(std::max<std::size_t>(count, 1));
  if (step >= 16) step = std::floor(step);
  start = from + (length - step * static_cast<double>(std::max<std::size_t>(count, 1))) / 2;
  if (step >= 16) start = std::floor(start);
  bandwidth = step * (1 - padding);
  this->count = count;
}

}  // namespace nianbao::chart
