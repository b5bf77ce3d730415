#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::text {

/// An exact decimal number as a report prints it: 95.8 and 95.80 are equal in value and different in digits.
/// value = units * 10^-scale. Figures never pass through a binary double on their way to a page;
/// `approximate` exists for geometry only.
struct Decimal {
  std::int64_t units = 0;
  int scale = 0;  ///< digits after the point, 0 to 15

  /// Reads "1533", "-3", "95.80", "1,234.5", full-width digits too; nothing around the number.
  /// Empty when the text is not such a number or does not fit.
  static std::optional<Decimal> parse(std::string_view text);

  double approximate() const;  ///< nearest double, for drawing
  std::string str() const;     ///< "95.80": no grouping, all `scale` digits

  /// The same value with `new_scale` digits, rounding half away from zero.
  Decimal rounded(int new_scale) const;
};

/// Compares the values: 95.8 == 95.80.
bool same_value(const Decimal& a, const Decimal& b);
bool operator<(const Decimal& a, const Decimal& b);
Decimal operator+(const Decimal& a, const Decimal& b);
Decimal operator-(const Decimal& a, const Decimal& b);

/// numerator / denominator * 100 to `scale` digits; empty when the denominator is zero.
std::optional<Decimal> percentage(const Decimal& numerator, const Decimal& denominator, int scale);

}  // namespace nianbao::text
