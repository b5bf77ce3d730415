#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as text, the same in every locale.
namespace nianbao::chart {

/// A length as a whole number of steps, so many to a pixel, rounding half away from zero. What is not finite
/// becomes 0: a picture never holds "nan", whatever went wrong before.
std::int64_t rounded_steps(double value, int steps);

/// Writes `count` steps of 10 or 100 to a pixel as a decimal number, with no trailing zeros; answers where it
/// ends. Takes no more than `longest_steps`.
char* write_steps(char* to, std::int64_t count, int steps);
inline constexpr std::size_t longest_steps = 24;

/// A number with at most two decimals, for what is not a place: widths of lines, opacities.
void append_measure(std::string& out, double value);

/// units * 10^exponent, exactly: (25, -1) is "2.5", (3, 4) is "30,000". Very long numbers are written as
/// "3e299".
std::string scaled_number(std::int64_t units, int exponent);

/// The shortest text that reads back as `value`, with thousands grouped from five digits on.
std::string plain_number(double value);

/// `value` with a fixed number of decimals, rounding half away from zero.
std::string fixed_number(double value, int decimals);

/// The finite number a text is, as JavaScript's Number() reads decimal ones: white space around it, no
/// grouping, no unit.
std::optional<double> number_in(std::string_view text);

/// Digits after the point in a printed number; 0 when there is none.
int decimals_of(const std::string& printed);

}  // namespace nianbao::chart
