#pragma once

#include <optional>
#include <string_view>

/// Moments are days since 1970-01-01, which may have fractions.
namespace nianbao::chart {

/// "2023", "2023-09", "2023/9/1", "2023-09-01", "2023-09-01T08:30", "2023年", "2023年9月", "2023年9月1日";
/// nothing for what is no date of the years 1 to 9999. What is left out is the first.
std::optional<double> moment_in(std::string_view text);

/// Of milliseconds since 1970-01-01, as JavaScript counts.
double moment_of_milliseconds(double milliseconds);

}  // namespace nianbao::chart
