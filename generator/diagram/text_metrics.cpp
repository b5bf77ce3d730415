#include "diagram/text_metrics.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "text/utf8.h"

namespace nianbao::diagram {
namespace {

double character_width(char32_t c) {
  constexpr std::u32string_view narrow = U"iljtfrI.,:;'|!()[]{}/\\ -\"`", wide = U"mwMW@%";
  const int cells = text::display_width(c);
  if (cells != 1) return cells / 2.0;
  if (narrow.find(c) != std::u32string_view::npos) return 0.36;
  if (wide.find(c) != std::u32string_view::npos) return 0.94;
  // These are full-width in Chinese fonts.
  if (std::u32string_view(U"“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩→←↑↓×").find(c) != std::u32string_view::npos) return 1;
  return c >= 'A' && c <= 'Z' ? 0.72 : 0.6;
}

bool may_not_begin_line(char32_t c) {
  return std::u32string_view(U"，。、；：？！）》」』】”’…—·,.;:?!)]}%％℃").find(c) !=
         std::u32string_view::npos;
}
bool may_not_end_line(char32_t c) {
  return std::u32string_view(U"（《「『【“‘([{").find(c) != std::u32string_view::npos;
}

/// A piece that stays together, with the width of the space behind it.
struct Piece {
  std::string_view text;
  double width = 0;
  bool space_behind = false;
};

bool may_break(char32_t before, char32_t after) {
  if (may_not_begin_line(after) || may_not_end_line(before)) return false;
  return text::display_width(before) == 2 || text::display_width(after) == 2;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  char32_t previous = 0;
  const auto finish = [&](std::size_t end, bool space) {
    if (end > begin)
      pieces.push_back({text.substr(begin, end - begin), text_width(text.substr(begin, end - begin)), space});
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = text::next_code_point(text, i);
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space || (at > begin && may_break(previous, c))) {
      finish(at, space);
      begin = space ? i : at;
    }
    previous = c;
  }
  finish(text.size(), false);
  return pieces;
}

std::string joined(const std::vector<Piece>& pieces, double most, std::string_view line_break) {
  std::string result;
  double width = 0;
  bool space_waits = false;
  for (const Piece& piece : pieces) {
    const double space = space_waits ? character_width(' ') : 0;
    if (width > 0 && width + space + piece.width > most) {
      result += line_break;
      width = 0;
    } else if (space_waits) {
      result += ' ';
      width += space;
    }
    result += piece.text;
    width += piece.width;
    space_waits = piece.space_behind;
  }
  return result;
}

}  // namespace

double text_width(std::string_view utf8) {
  double width = 0;
  for (std::size_t i = 0; i < utf8.size();) width += character_width(text::next_code_point(utf8, i));
  return width;
}

std::string wrapped(std::string_view utf8, double most, std::string_view line_break) {
  const double width = text_width(utf8);
  const std::vector<Piece> pieces = pieces_of(utf8);
  const double lines = std::ceil(width / most);
  const double even = lines > 1 ? std::min(most, width / lines + 1) : most;
  return joined(pieces, even, line_break);
}

}  // namespace nianbao::diagram
