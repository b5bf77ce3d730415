#include "chart/text_measure.h"

#include <algorithm>

#include "chart/text_width_table.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr double bold_factor =
    1.07;  ///< bold Latin is wider; bold Chinese is not, but the margin does no harm

bool is_common_han(char32_t character) { return character >= 0x4E00 && character <= 0x9FFF; }

}  // namespace

double character_width(char32_t character) {
  if (character < direct_widths.size()) return direct_widths[character] / 1000.0;
  if (is_common_han(character)) return 1;
  const auto after = std::upper_bound(width_ranges.begin(), width_ranges.end(), character,
                                      [](char32_t c, const WidthRange& range) { return c < range.first; });
  if (after == width_ranges.begin()) return 1;
  const WidthRange& range = *(after - 1);
  return character <= range.last ? range.width / 1000.0 : 1;
}

double text_width(std::string_view utf8, double size, bool bold) {
  double em = 0;
  for (std::size_t i = 0; i < utf8.size();) em += character_width(text::next_code_point(utf8, i));
  return em * size * (bold ? bold_factor : 1);
}

double block_height(int lines, double size) { return size * (ascent + descent + (lines - 1) * line_height); }

}  // namespace nianbao::chart
