#include "chart/line_breaking.h"

#include <algorithm>
#include <vector>

#include "chart/text_measure.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr std::u32string_view never_at_start = U"，。、；：？！）》〉」』】〕”’…—％%℃‰°,.;:?!)]}・·ー々～";
constexpr std::u32string_view never_at_end = U"（《〈「『【〔“‘([{¥￥$#第";
constexpr std::string_view ellipsis = "…";

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || c == '%'; }
bool is_wide(char32_t c) { return c >= 0x2E80; }
bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool may_break_between(char32_t a, char32_t b) {
  if (b == ' ' || character_width(b) == 0 || contains(never_at_start, b) || contains(never_at_end, a)) return false;
  if (a == ' ') return true;
  if (is_digit(a) && is_wide(b)) return contains(never_at_end, b);
  if (a == '-' || a == '/' || a == U'–' || a == U'—' || a == U'·') return !is_digit(b);
  return is_wide(a) || is_wide(b);
}

/// A stretch of text that stays on one line; `gap` is the space behind it, dropped at a line's end.
struct Piece {
  std::size_t begin = 0, end = 0;
  double width = 0, gap = 0;
};

std::vector<Piece> split(std::string_view text, double em, double max_width, bool& torn) {
  std::vector<Piece> pieces;
  char32_t previous = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    const double width = character_width(c) * em;
    const bool overlong = !pieces.empty() && width > 0 && pieces.back().width + width > max_width && c != ' ';
    const bool breaks = pieces.empty() || may_break_between(previous, c);
    if (breaks || overlong) pieces.push_back({begin, begin, 0, 0});
    torn = torn || (overlong && !breaks);
    Piece& piece = pieces.back();
    if (c == ' ') {
      piece.gap += width;
    } else {
      piece.width += piece.gap + width;
      piece.gap = 0;
      piece.end = i;
    }
    previous = c;
  }
  return pieces;
}

/// Index of the piece behind the line that starts at `first`.
std::size_t fill_line(const std::vector<Piece>& pieces, std::size_t first, double max_width) {
  double width = pieces[first].width;
  std::size_t i = first + 1;
  for (; i < pieces.size(); ++i) {
    const double longer = width + pieces[i - 1].gap + pieces[i].width;
    if (longer > max_width) break;
    width = longer;
  }
  return i;
}

int count_lines(const std::vector<Piece>& pieces, double max_width, int limit) {
  int lines = 0;
  for (std::size_t i = 0; i < pieces.size() && lines <= limit; ++lines) i = fill_line(pieces, i, max_width);
  return lines;
}

/// The narrowest width that needs no more lines than `max_width` does.
double balanced_width(const std::vector<Piece>& pieces, double max_width, int lines) {
  double low = 0, high = max_width;
  for (const Piece& piece : pieces) low = std::max(low, std::min(piece.width, max_width));
  for (int step = 0; step < 7; ++step) {
    const double middle = (low + high) / 2;
    (count_lines(pieces, middle, lines) <= lines ? high : low) = middle;
  }
  return high;
}

double line_width(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
  double width = 0;
  for (std::size_t i = first; i < end; ++i) width += pieces[i].width + (i + 1 < end ? pieces[i].gap : 0);
  return width;
}

/// As much of the text from `begin` as fits before "…".
std::string cut_line(std::string_view text, std::size_t begin, double em, double max_width, double& width) {
  const double room = max_width - character_width(U'…') * em;
  std::size_t end = begin;
  width = 0;
  for (std::size_t i = begin; i < text.size(); end = i) {
    const double next = character_width(text::next_code_point(text, i)) * em;
    if (width + next > room) break;
    width += next;
  }
  width += character_width(U'…') * em;
  return std::string(text.substr(begin, end - begin)).append(ellipsis);
}

}  // namespace

Wrapped wrap(std::string_view utf8, double size, double max_width, int max_lines, bool bold) {
  const std::string_view text = text::trim(utf8);
  const double whole = text_width(text, size, bold);
  if (whole <= max_width || text.empty()) return {std::string(text), 1, whole, false, false};
  const double em = text_width("一", size, bold);
  Wrapped result;
  const auto pieces = split(text, em, max_width, result.split);
  const int wanted = count_lines(pieces, max_width, max_lines);
  result.cut = wanted > max_lines;
  const double width = result.cut ? max_width : balanced_width(pieces, max_width, wanted);
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t end = fill_line(pieces, first, width);
    double used = line_width(pieces, first, end);
    if (result.lines > 0) result.text += '\n';
    ++result.lines;
    if (result.cut && result.lines == max_lines) {
      result.text += cut_line(text, pieces[first].begin, em, max_width, used);
      end = pieces.size();
    } else {
      result.text.append(text, pieces[first].begin, pieces[end - 1].end - pieces[first].begin);
    }
    result.width = std::max(result.width, used);
    first = end;
  }
  return result;
}

}  // namespace nianbao::chart
