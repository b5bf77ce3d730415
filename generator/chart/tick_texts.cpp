#include "chart/tick_texts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/numbers.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

/// Large numbers are shortened as a reader of the language would say them.
struct Magnitude {
  double from;
  int exponent;
  std::string_view suffix;
};
constexpr std::array<Magnitude, 2> chinese_magnitudes = {{{1e8, 8, " 亿"}, {1e5, 4, " 万"}}};
constexpr std::array<Magnitude, 2> english_magnitudes = {{{1e10, 9, " bn"}, {1e7, 6, " m"}}};
constexpr double scientific_from = 1e15;
constexpr int most_decimals = 9;

Magnitude magnitude_of(const Chart& chart, double largest) {
  if (largest >= scientific_from) return {0, 0, ""};
  for (const Magnitude& magnitude : in_chinese(chart) ? chinese_magnitudes : english_magnitudes) {
    if (largest >= magnitude.from) return magnitude;
  }
  return {0, 0, ""};
}

int decimals_of(const Steps& steps) { return std::clamp(-steps.exponent, 0, most_decimals); }

/// As Intl.NumberFormat would write it with the options the axis names.
std::string formatted(const NumberFormat& format, double value, int decimals) {
  if (std::fabs(value) >= scientific_from) return format.prefix + plain_number(value) + format.suffix;
  if (format.percent) value *= 100, decimals = std::max(decimals - 2, 0);
  decimals = std::max(decimals, format.least_decimals.value_or(0));
  decimals = std::clamp(std::min(decimals, format.most_decimals.value_or(most_decimals)), 0, most_decimals);
  std::string text = fixed_number(value, decimals);
  if (format.grouping == false) std::erase(text, ',');
  return format.prefix + text + (format.percent ? "%" : "") + format.suffix;
}

}  // namespace

std::vector<std::string> tick_texts(const Chart& chart, const Axis& axis, const Steps& steps,
                                    std::int64_t stride) {
  std::vector<std::string> texts;
  const bool plain = axis.format == NumberFormat{} && !axis.precision;
  const double largest = std::max(std::fabs(steps.value(steps.first)), std::fabs(steps.value(steps.last)));
  const Magnitude magnitude = plain ? magnitude_of(chart, largest) : Magnitude{0, 0, ""};
  for (std::int64_t i = steps.first; i <= steps.last; i += stride) {
    if (plain) {
      texts.push_back(scaled_number(i * steps.mantissa, steps.exponent - magnitude.exponent));
      if (i != 0) texts.back() += magnitude.suffix;
    } else {
      texts.push_back(formatted(axis.format, steps.value(i), axis.precision.value_or(decimals_of(steps))));
    }
  }
  return texts;
}

std::string tick_text(const Axis& axis, double value) {
  if (axis.format == NumberFormat{}) return plain_number(value);
  return formatted(axis.format, value, value == std::floor(value) ? 0 : most_decimals);
}

}  // namespace nianbao::chart
