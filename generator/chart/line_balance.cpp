#include "chart/text_pieces.h"

namespace nianbao::chart {
namespace {

constexpr double impossible = 1e18;

/// The best ways found so far to end a line at each piece.
struct Ways {
  std::vector<double> cost;
  std::vector<std::size_t> from;  ///< where the last line of that way begins

  explicit Ways(std::size_t count) : cost(count + 1, impossible), from(count + 1, 0) {}
};

/// Tries all lines that begin at `first`, after a way that costs `so_far`.
void try_lines(const std::vector<Piece>& pieces, std::size_t first, double so_far, double em, double target,
               double max_width, Ways& next) {
  const double start = so_far + (first > 0 ? pieces[first].break_cost : 0);
  double width = pieces[first].width;
  for (std::size_t end = first + 1;; ++end) {
    const double off = (width - target) / em, total = start + off * off;
    if (total < next.cost[end]) next.cost[end] = total, next.from[end] = first;
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
  std::vector<Ways> ways(1, Ways(count));
  ways.front().cost[0] = 0;
  for (std::size_t line = 0; line < lines; ++line) {
    Ways next(count);
    for (std::size_t first = 0; first < count; ++first) {
      const double so_far = ways.back().cost[first];
      if (so_far < impossible) try_lines(pieces, first, so_far, em, target, max_width, next);
    }
    ways.push_back(std::move(next));
  }
  std::vector<std::size_t> starts(lines);
  std::size_t end = count;
  for (std::size_t line = lines; line > 0; --line) starts[line - 1] = end = ways[line].from[end];
  return starts;
}

}  // namespace nianbao::chart
