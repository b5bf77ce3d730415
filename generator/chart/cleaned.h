#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "chart/chart.h"

namespace nianbao::chart {

/// More than this cannot be told apart in a picture; it would say "too much to draw" instead.
inline constexpr std::size_t most_categories = 1000;
inline constexpr std::size_t most_series = 60;
inline constexpr std::size_t most_values = 6000;
/// Code points; the rest is cut.
inline constexpr std::size_t longest_label = 120;
inline constexpr std::size_t longest_sentence = 400;

inline constexpr double largest_point = 40, largest_bubble = 60;  ///< radii, in pixels
inline constexpr int most_panels = 6;                             ///< side by side

/// A finite number of a size that geometry can work with: sums of thousands of them stay finite.
double drawable(double value);

/// One line of valid UTF-8: white space collapsed, what XML forbids dropped, invalid bytes as U+FFFD, long
/// text cut.
std::string clean_label(std::string_view text, std::size_t longest = longest_label);

bool has_too_much(const Chart& chart);

/// The chart with everything the layout relies on: clean texts, a label for each category, and in each series
/// a value (or gap), a base (or none), a printed form and a state for each category. Values that are not
/// finite, withheld or not applicable are gaps. Where the index axis is not one of categories, `positions`
/// are as many and finite, and labels may be empty; where it is, there are none. `radii` are as many in
/// bubble charts. Looks are within what can be drawn, colours are "#rrggbb", "#rrggbbaa" or empty, axes
/// exist.
///
/// Hidden series are gone. The others then have their `hue`, so that no colour moves: neither layouts nor
/// sentences nor tables need to think of hidden series.
Chart cleaned(const Chart& chart);

}  // namespace nianbao::chart
