#pragma once

#include <string_view>

/// How much room text takes, from a table of advances (text_width_table.h). No kerning: it never amounts to a
/// pixel in Chinese, and the table errs on the wide side.
namespace nianbao::chart {

inline constexpr double ascent = 0.88;       ///< above the baseline, in em
inline constexpr double descent = 0.2;       ///< below it
inline constexpr double line_height = 1.3;   ///< from baseline to baseline
inline constexpr double middle_rise = 0.37;  ///< from the optical middle of a line down to its baseline

/// Advance in em.
double character_width(char32_t character);

/// Width of one line at a font size, in pixels.
double text_width(std::string_view utf8, double size, bool bold = false);

/// Height of a block of lines at a font size, in pixels.
double block_height(int lines, double size);

}  // namespace nianbao::chart
