#include <span>

#include "chart/text_pieces.h"

namespace nianbao::chart {
namespace {

constexpr double impossible = 1e18;

/// The best way found so far to end a line before a piece.
struct Way {
  double cost = impossible;
  std::size_t from = 0;  ///< where the last line of that way begins
};

/// Tries all lines that begin at `first`, after a way that costs `so_far`.
void try_lines(const std::vector<Piece>& pieces, std::size_t first, double so_far, double em, double target,
               double max_width, std::span<Way> next) {
  const double start = so_far + (first > 0 ? pieces[first].break_cost : 0);
  double width = pieces[first].width;
  for (std::size_t end = first + 1;; ++end) {
    const double off = (width - target) / em, total = start + off * off;
    if (total < next[end].cost) next[end] = {total, first};
    if (end == pieces.size()) return;
    width += pieces[end - 1].gap + pieces[end].width;
    if (width > max_width) return;
  }
}

}  // namespace

std::vector<std::size_t> balanced_starts(const std::vector<Piece>& pieces, double em, double max_width,
                                         std::size_t lines) {
  const std::size_t count = pieces.size();
  const double target = line_width(pieces, 0, count) / static_cast<double>(lines);
  std::vector<Way> table((lines + 1) * (count + 1));
  const auto ways = [&](std::size_t line) { return std::span(table).subspan(line * (count + 1), count + 1); };
  ways(0)[0].cost = 0;
  for (std::size_t line = 0; line < lines; ++line) {
    for (std::size_t first = 0; first < count; ++first) {
      const double so_far = ways(line)[first].cost;
      if (so_far < impossible) try_lines(pieces, first, so_far, em, target, max_width, ways(line + 1));
    }
  }
  std::vector<std::size_t> starts(lines);
  std::size_t end = count;
  for (std::size_t line = lines; line > 0; --line) starts[line - 1] = end = ways(line)[end].from;
  return starts;
}

}  // namespace nianbao::chart
