#include "chart/text_measure.h"

#include <algorithm>

#include "chart/text_width_table.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr double bold_factor =
    1.07;  ///< bold Latin is wider; bold Chinese is not, but the margin does no harm

constexpr int whole_em = 1000;  ///< the table counts in thousandths

bool is_common_han(char32_t character) { return character >= 0x4E00 && character <= 0x9FFF; }

int thousandths(char32_t character) {
  if (character < direct_widths.size()) return direct_widths[character];
  if (is_common_han(character)) return whole_em;
  const auto after = std::upper_bound(width_ranges.begin(), width_ranges.end(), character,
                                      [](char32_t c, const WidthRange& range) { return c < range.first; });
  if (after == width_ranges.begin()) return whole_em;
  const WidthRange& range = *(after - 1);
  return character <= range.last ? range.width : whole_em;
}

}  // namespace

double character_width(char32_t character) { return thousandths(character) / double{whole_em}; }

double text_width(std::string_view utf8, double size, bool bold) {
  int width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    width += byte < 0x80 ? (++i, direct_widths[byte]) : thousandths(text::next_code_point(utf8, i));
  }
  return width / double{whole_em} * size * (bold ? bold_factor : 1);
}

double block_height(int lines, double size) { return size * (ascent + descent + (lines - 1) * line_height); }

}  // namespace nianbao::chart
