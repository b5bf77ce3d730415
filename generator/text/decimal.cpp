#include "text/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/utf8.h"

namespace nianbao::text {
namespace {

/// Fifteen digits leave room for sums and for bringing two numbers to one scale.
constexpr int max_digits = 15;
constexpr std::int64_t largest_units = 999'999'999'999'999'999;

__extension__ using Wide = __int128;
constexpr Wide largest_dividend = static_cast<Wide>(largest_units) * largest_units;

std::int64_t power_of_ten(int exponent) {
  std::int64_t result = 1;
  while (exponent-- > 0) result *= 10;
  return result;
}

/// Full-width digits and signs, and the mathematical minus, as ASCII; other characters unchanged.
std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == U'\u2212') c = '-';
    append_utf8(out, c);
  }
  return out;
}

/// Removes grouping commas when they stand after every third digit of the whole part.
bool ungroup(std::string& digits) {
  const std::size_t point = digits.find('.');
  const std::size_t end = point == std::string::npos ? digits.size() : point;
  if (digits.find(',') == std::string::npos) return true;
  if (end % 4 == 0) return false;  // the first group would hold no digit, or four
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool is_comma = digits[i] == ',';
    const bool comma_due = i < end && (end - i) % 4 == 0;
    if (is_comma != comma_due) return false;
    if (!is_comma) out += digits[i];
  }
  digits = out;
  return true;
}

struct Aligned {
  Wide a, b;
};

Aligned align(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale, b.scale);
  return {static_cast<Wide>(a.units) * power_of_ten(scale - a.scale),
          static_cast<Wide>(b.units) * power_of_ten(scale - b.scale)};
}

Wide absolute(Wide value) { return value < 0 ? -value : value; }

/// |numerator| is at most 10^36, so that doubling it stays within 127 bits.
Wide divide_half_away(Wide numerator, Wide denominator) {
  const bool negative = (numerator < 0) != (denominator < 0);
  numerator = absolute(numerator);
  denominator = absolute(denominator);
  const Wide quotient = (2 * numerator + denominator) / (2 * denominator);
  return negative ? -quotient : quotient;
}

/// Gives up decimals, then the value itself, where it does not fit: sums of real figures always do.
Decimal fitting(Wide units, int scale) {
  while (absolute(units) > largest_units && scale > 0) {
    units = divide_half_away(units, 10);
    --scale;
  }
  const Wide limit = units < 0 ? -Wide(largest_units) : Wide(largest_units);
  return {static_cast<std::int64_t>(absolute(units) > largest_units ? limit : units), scale};
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::string digits = half_width(text);
  bool negative = false;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
    negative = digits[0] == '-';
    digits.erase(0, 1);
  }
  if (!ungroup(digits)) return std::nullopt;
  Decimal result;
  bool seen_point = false;
  int count = 0;
  for (const char c : digits) {
    if (c == '.' && !seen_point && count > 0) {
      seen_point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++count > max_digits) return std::nullopt;
    result.units = result.units * 10 + (c - '0');
    result.scale += seen_point ? 1 : 0;
  }
  if (count == 0 || digits.back() == '.') return std::nullopt;
  if (negative) result.units = -result.units;
  return result;
}

double Decimal::approximate() const {
  return static_cast<double>(units) / static_cast<double>(power_of_ten(scale));
}

std::string Decimal::str() const {
  std::string digits = std::to_string(units < 0 ? -units : units);
  if (digits.size() <= static_cast<std::size_t>(scale)) {
    digits.insert(0, static_cast<std::size_t>(scale) + 1 - digits.size(), '0');
  }
  if (scale > 0) digits.insert(digits.size() - static_cast<std::size_t>(scale), ".");
  return units < 0 ? "-" + digits : digits;
}

Decimal Decimal::rounded(int new_scale) const {
  if (new_scale >= scale)
    return fitting(static_cast<Wide>(units) * power_of_ten(new_scale - scale), new_scale);
  return {static_cast<std::int64_t>(divide_half_away(units, power_of_ten(scale - new_scale))), new_scale};
}

bool same_value(const Decimal& a, const Decimal& b) {
  const auto [x, y] = align(a, b);
  return x == y;
}

bool operator<(const Decimal& a, const Decimal& b) {
  const auto [x, y] = align(a, b);
  return x < y;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const auto [x, y] = align(a, b);
  return fitting(x + y, std::max(a.scale, b.scale));
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + Decimal{-b.units, b.scale}; }

std::optional<Decimal> percentage(const Decimal& numerator, const Decimal& denominator, int scale) {
  const auto [a, b] = align(numerator, denominator);
  if (b == 0) return std::nullopt;
  const Wide factor = static_cast<Wide>(100) * power_of_ten(scale);
  if (absolute(a) > largest_dividend / factor) return std::nullopt;
  const Wide units = divide_half_away(a * factor, b);
  if (absolute(units) > largest_units) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(units), scale};
}

Decimal median(std::vector<Decimal> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  const Decimal sum = values[middle - 1] + values[middle];
  if (sum.units % 2 == 0) return {sum.units / 2, sum.scale};
  return fitting(static_cast<Wide>(sum.units) * 5, sum.scale + 1);
}

std::optional<Decimal> weighted_mean(std::span<const Weighted> values, int scale) {
  int value_scale = 0, weight_scale = 0;
  for (const Weighted& one : values) {
    value_scale = std::max(value_scale, one.value.scale);
    weight_scale = std::max(weight_scale, one.weight.scale);
  }
  Wide sum = 0, weights = 0;
  for (const Weighted& one : values) {
    if (one.weight.units < 0) return std::nullopt;
    const Wide weight = static_cast<Wide>(one.weight.units) * power_of_ten(weight_scale - one.weight.scale);
    const Wide value = static_cast<Wide>(one.value.units) * power_of_ten(value_scale - one.value.scale);
    if (absolute(value) > largest_units || weight > largest_units) return std::nullopt;
    sum += value * weight;
    weights += weight;
    if (absolute(sum) > largest_dividend || weights > largest_dividend) return std::nullopt;
  }
  if (weights == 0) return std::nullopt;
  // sum has value_scale + weight_scale digits, the weights weight_scale: the quotient has value_scale.
  if (scale >= value_scale) {
    const Wide factor = power_of_ten(scale - value_scale);
    if (absolute(sum) > largest_dividend / factor) return std::nullopt;
    sum *= factor;
  } else {
    weights *= power_of_ten(value_scale - scale);
  }
  const Wide units = divide_half_away(sum, weights);
  if (absolute(units) > largest_units) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(units), scale};
}

}  // namespace nianbao::text
