#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace nianbao::source {

/// How many rows and columns a written cell spans.
struct Span {
  int rows = 1, columns = 1;
};

/// Lays rows of spanning cells into the columns of a table, as HTML does: cells that a span covers are not
/// written.
class SpanGrid {
 public:
  explicit SpanGrid(std::size_t width) : covered_below_(width, 0) {}

  struct Row {
    /// For each column the index of the written cell that begins there; none where a span covers it.
    std::vector<std::optional<std::size_t>> cells;
    std::size_t expected = 0;  ///< how many cells should have been written
    bool fits = true;          ///< as many as expected, and no span leaves the table or runs into another
  };
  Row lay(const std::vector<Span>& written);

  /// Whether a cell reaches further down than the rows laid so far.
  bool is_open() const;

 private:
  std::vector<int> covered_below_;  ///< for each column, how many further rows a span covers
};

}  // namespace nianbao::source
