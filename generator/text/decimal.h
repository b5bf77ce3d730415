#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::text {

/// An exact decimal number as a report prints it: 95.8 and 95.80 are equal in value and different in digits.
/// value = units * 10^-scale. Figures never pass through a binary double on their way to a page;
/// `approximate` exists for geometry only.
struct Decimal {
  std::int64_t units = 0;
  int scale = 0;  ///< digits after the point, 0 to 15

  /// Reads "1533", "-3", "+2.1", "95.80", "1,234.5", full-width digits too; nothing around the number.
  /// Grouping commas stand before every third digit or nowhere. Empty when the text is not such a number or
  /// has more than 15 digits.
  static std::optional<Decimal> parse(std::string_view text);

  double approximate() const;  ///< nearest double, for drawing
  std::string str() const;     ///< "95.80": no grouping, all `scale` digits

  /// The same value with `new_scale` digits (0 to 15), rounding half away from zero.
  Decimal rounded(int new_scale) const;
};

/// Compares the values: 95.8 == 95.80.
bool same_value(const Decimal& a, const Decimal& b);
bool operator<(const Decimal& a, const Decimal& b);
/// Exact up to 18 digits; a longer result loses decimals (rounded half away from zero), and stops at 18
/// nines.
Decimal operator+(const Decimal& a, const Decimal& b);
Decimal operator-(const Decimal& a, const Decimal& b);

/// numerator / denominator * 100 to `scale` digits (0 to 6), rounded half away from zero; empty when the
/// denominator is zero or the result has more than 18 digits.
std::optional<Decimal> percentage(const Decimal& numerator, const Decimal& denominator, int scale);

/// The middle one of the values; of an even number of them half the sum of the two in the middle, exactly.
/// There must be one.
Decimal median(std::vector<Decimal> values);

/// A value and what it counts for.
struct Weighted {
  Decimal value, weight;
};
/// Σ value × weight ÷ Σ weight to `scale` digits (0 to 6), rounded half away from zero; empty when the
/// weights sum to nothing, one is negative, or the result has more than 18 digits.
std::optional<Decimal> weighted_mean(std::span<const Weighted> values, int scale);

}  // namespace nianbao::text
