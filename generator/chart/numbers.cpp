#include "chart/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr int longest_plain = 15;  ///< digits before scientific notation takes over
constexpr double coordinate_limit = 1e7;

std::string group_thousands(std::string digits) {
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  if (point - begin < 5) return digits;
  for (std::size_t i = point - 3; i > begin; i = i > 3 ? i - 3 : 0) digits.insert(i, 1, ',');
  return digits;
}

template <typename... Format>
std::string written(double value, Format... format) {
  std::array<char, 400> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format...).ptr;
  return {buffer.data(), end};
}

/// The shortest text that reads back, of a value that has two decimals at most and is not large: such
/// decimals are what most reports print, and much quicker to find than those of any number.
std::optional<std::string> with_few_decimals(double value) {
  constexpr double largest = 1e9;
  if (std::fabs(value) >= largest) return {};
  const std::int64_t hundredths = rounded_steps(value, 100);
  if (static_cast<double>(hundredths) / 100 != value) return {};
  std::array<char, longest_steps> text;
  return std::string(text.data(), write_steps(text.data(), hundredths, 100));
}

}  // namespace

std::int64_t rounded_steps(double value, int steps) {
  if (!std::isfinite(value)) return 0;
  const double scaled = std::clamp(value, -coordinate_limit, coordinate_limit) * steps;
  return static_cast<std::int64_t>(scaled + std::copysign(0.5, scaled));
}

char* write_steps(char* to, std::int64_t count, int steps) {
  if (count < 0) *to++ = '-', count = -count;
  const bool tenths = steps == 10;
  const std::int64_t whole = tenths ? count / 10 : count / 100;
  const auto rest = static_cast<char>(tenths ? count % 10 * 10 : count % 100);
  to = std::to_chars(to, to + longest_steps, whole).ptr;
  if (rest == 0) return to;
  *to++ = '.';
  *to++ = static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) *to++ = static_cast<char>('0' + rest % 10);
  return to;
}

void append_measure(std::string& out, double value) {
  std::array<char, longest_steps> text;
  out.append(text.data(), write_steps(text.data(), rounded_steps(value, 100), 100));
}

std::string scaled_number(std::int64_t units, int exponent) {
  if (units == 0) return "0";
  while (units % 10 == 0) units /= 10, ++exponent;
  std::string digits = std::to_string(std::llabs(units));
  const std::string sign = units < 0 ? "-" : "";
  const int integer_digits = static_cast<int>(digits.size()) + exponent;
  if (integer_digits > longest_plain || exponent < -longest_plain) {
    return sign + digits + "e" + std::to_string(exponent);
  }
  if (exponent >= 0) return group_thousands(sign + digits.append(static_cast<std::size_t>(exponent), '0'));
  if (integer_digits <= 0) digits.insert(0, static_cast<std::size_t>(1 - integer_digits), '0');
  digits.insert(digits.size() - static_cast<std::size_t>(-exponent), 1, '.');
  return group_thousands(sign + digits);
}

std::string plain_number(double value) {
  if (value == 0) return "0";
  const double magnitude = std::fabs(value);
  if (magnitude >= 1e15 || magnitude < 1e-6) {
    std::string text = written(value, std::chars_format::scientific);
    if (const std::size_t plus = text.find('+'); plus != std::string::npos) text.erase(plus, 1);
    return text;
  }
  if (const auto text = with_few_decimals(value)) return group_thousands(*text);
  return group_thousands(written(value, std::chars_format::fixed));
}

std::string fixed_number(double value, int decimals) {
  if (!std::isfinite(value)) return "0";
  const double factor = std::pow(10.0, decimals);
  const double scaled = value * factor;
  const double nudge =
      std::fabs(scaled) < 1e15 ? std::round(scaled + std::copysign(1e-9, value)) / factor : value;
  std::string text = written(nudge == 0 ? 0.0 : nudge, std::chars_format::fixed, decimals);
  return group_thousands(std::move(text));
}

std::optional<double> number_in(std::string_view text) {
  text = text::trim(text);
  if (text.starts_with("+-")) return {};
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return {};
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return number;
}

int decimals_of(const std::string& printed) {
  const std::size_t point = printed.find('.');
  if (point == std::string::npos) return 0;
  std::size_t end = point + 1;
  while (end < printed.size() && printed[end] >= '0' && printed[end] <= '9') ++end;
  return static_cast<int>(std::min<std::size_t>(end - point - 1, 9));
}

}  // namespace nianbao::chart
