#include "chart/line_breaking.h"

#include <algorithm>

#include "chart/text_measure.h"
#include "chart/text_pieces.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr std::string_view ellipsis = "…";

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

/// Lines filled one after the other, for text that has to be cut.
std::vector<std::size_t> greedy_starts(const std::vector<Piece>& pieces, double max_width, int lines) {
  std::vector<std::size_t> starts = {0};
  for (int line = 1; line < lines; ++line) starts.push_back(fill_line(pieces, starts.back(), max_width));
  return starts;
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

/// Puts the lines together that begin at `starts`; the last is cut when not all fits.
void set_lines(Wrapped& result, std::string_view text, const std::vector<Piece>& pieces,
               const std::vector<std::size_t>& starts, double em, double max_width) {
  for (std::size_t line = 0; line < starts.size(); ++line) {
    const bool last = line + 1 == starts.size();
    const std::size_t first = starts[line], end = last ? pieces.size() : starts[line + 1];
    double used = line_width(pieces, first, end);
    if (line > 0) result.text += '\n';
    if (last && result.cut) {
      result.text += cut_line(text, pieces[first].begin, em, max_width, used);
    } else {
      result.text.append(text, pieces[first].begin, pieces[end - 1].end - pieces[first].begin);
    }
    result.width = std::max(result.width, used);
  }
  result.lines = static_cast<int>(starts.size());
}

}  // namespace

Fit fit(std::string_view utf8, double size, double max_width, int max_lines) {
  const std::string_view text = text::trim(utf8);
  if (text.empty() || text_width(text, size) <= max_width) return {true, 1};
  bool torn = false;
  const auto pieces = split(text, text_width("一", size), max_width, torn);
  if (torn) return {};
  const int lines = count_lines(pieces, max_width, max_lines);
  return {lines <= max_lines, lines};
}

Wrapped wrap(std::string_view utf8, double size, double max_width, int max_lines, bool bold) {
  const std::string_view text = text::trim(utf8);
  const double whole = text_width(text, size, bold);
  if (whole <= max_width || text.empty()) return {std::string(text), 1, whole, false, false};
  const double em = text_width("一", size, bold);
  Wrapped result;
  const auto pieces = split(text, em, max_width, result.split);
  const int wanted = count_lines(pieces, max_width, max_lines);
  result.cut = wanted > max_lines;
  const auto starts = result.cut ? greedy_starts(pieces, max_width, max_lines)
                                 : balanced_starts(pieces, em, max_width, static_cast<std::size_t>(wanted));
  set_lines(result, text, pieces, starts, em, max_width);
  return result;
}

}  // namespace nianbao::chart
