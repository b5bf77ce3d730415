#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::chart {

/// A stretch of text that stays on one line; `gap` is the space behind it, dropped at a line's end.
struct Piece {
  std::size_t begin = 0, end = 0;
  double width = 0, gap = 0;
  double break_cost =
      0;  ///< of beginning a line with it, in squared em; less than nothing where it reads well
};

/// Cuts a label at its break opportunities. A word wider than `max_width` is torn, which `torn` then says.
std::vector<Piece> split(std::string_view text, double em, double max_width, bool& torn);

/// Width of the pieces [first, end) on one line.
double line_width(const std::vector<Piece>& pieces, std::size_t first, std::size_t end);

/// Where the lines begin so that they are about equally long and break well: least squares over all ways to
/// fill `lines` lines, none wider than `max_width` (after Knuth and Plass, "Breaking paragraphs into lines",
/// 1981).
std::vector<std::size_t> balanced_starts(const std::vector<Piece>& pieces, double em, double max_width,
                                         std::size_t lines);

}  // namespace nianbao::chart
