#pragma once

#include <string>
#include <string_view>

namespace nianbao::chart {

/// Text broken into lines, separated by "\n".
struct Wrapped {
  std::string text;
  int lines = 0;
  double width = 0;    ///< of the widest line, in pixels
  bool cut = false;    ///< something was left out: the last line ends in "…"
  bool split = false;  ///< a word was longer than a line and had to be torn
};

/// Whether a label fits into lines without being cut or torn; how many it takes.
struct Fit {
  bool whole = false;
  int lines = 0;
};
Fit fit(std::string_view utf8, double size, double max_width, int max_lines);

/// Breaks a label into as few lines as `max_width` allows and makes those about equally long, so that no line
/// is left with a single character. Breaks between Chinese characters, after spaces and hyphens; never before
/// closing or after opening punctuation, nor between a number and what it counts (2023年, 45 人). A word too
/// long for a line is split. What does not fit in `max_lines` is cut. After the rules of Unicode Standard
/// Annex #14, reduced to labels.
Wrapped wrap(std::string_view utf8, double size, double max_width, int max_lines, bool bold = false);

}  // namespace nianbao::chart
