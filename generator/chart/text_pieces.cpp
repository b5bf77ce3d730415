#include "chart/text_pieces.h"

#include "chart/text_measure.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr std::u32string_view never_at_start = U"，。、；：？！）》〉」』】〕”’…—％%℃‰°,.;:?!)]}・·ー々～";
constexpr std::u32string_view never_at_end = U"（《〈「『【〔“‘([{¥￥$#";
constexpr char32_t ordinal = U'第';  ///< 第3: belongs to the number behind it
constexpr std::u32string_view opening_brackets = U"（《〈「『【〔“‘([";
constexpr std::u32string_view closing_brackets = U"）》〉」』】〕”’)]";
constexpr std::u32string_view pauses = U"，、；。：,;:—-/ ";

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || c == '%'; }
bool is_wide(char32_t c) { return c >= 0x2E80; }
/// Whether one of the sets above holds a character; none holds one of the many that write words.
bool contains(std::u32string_view set, char32_t c) {
  const bool writes_words = c >= 0x3100 && c < 0xFE00;
  return !writes_words && set.find(c) != std::u32string_view::npos;
}
bool opens(char32_t c) { return c == ordinal || contains(never_at_end, c); }

/// Whether a line may end behind `a` and the next begin with `b`; `before` stands before `a`.
bool may_break_between(char32_t before, char32_t a, char32_t b) {
  if (b == ' ' || character_width(b) == 0 || contains(never_at_start, b) || opens(a)) return false;
  if (a == ' ') return !(is_digit(before) && is_wide(b));
  if (is_digit(a) && is_wide(b)) return opens(b);
  if (a == '-' || a == '/' || a == U'–' || a == U'—' || a == U'·') return !is_digit(b);
  return is_wide(a) || is_wide(b);
}

/// Brackets are best kept whole, and a line that ends in a comma reads better than one that ends in mid-name.
double break_cost(char32_t previous, char32_t c, int depth) {
  const double inside = depth > 0 ? 3 : 0;
  if (contains(opening_brackets, c)) return inside - 4;
  return inside - (contains(pauses, previous) ? 1 : 0);
}

}  // namespace

std::vector<Piece> split(std::string_view text, double em, double max_width, bool& torn) {
  std::vector<Piece> pieces;
  pieces.reserve(text.size() / 2);
  char32_t before = 0, previous = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    const double width = character_width(c) * em;
    const bool overlong = !pieces.empty() && width > 0 && c != ' ' &&
                          pieces.back().width + pieces.back().gap + width > max_width;
    const bool breaks = pieces.empty() || may_break_between(before, previous, c);
    if (breaks || overlong) pieces.push_back({begin, begin, 0, 0, break_cost(previous, c, depth)});
    depth += contains(opening_brackets, c) ? 1 : contains(closing_brackets, c) && depth > 0 ? -1 : 0;
    torn = torn || (overlong && !breaks);
    Piece& piece = pieces.back();
    if (c == ' ') {
      piece.gap += width;
    } else {
      piece.width += piece.gap + width;
      piece.gap = 0;
      piece.end = i;
    }
    before = previous;
    previous = c;
  }
  return pieces;
}

double line_width(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
  double width = 0;
  for (std::size_t i = first; i < end; ++i) width += pieces[i].width + (i + 1 < end ? pieces[i].gap : 0);
  return width;
}

}  // namespace nianbao::chart
