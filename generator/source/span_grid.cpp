#include "source/span_grid.h"

#include <algorithm>

namespace nianbao::source {

SpanGrid::Row SpanGrid::lay(const std::vector<Span>& written) {
  const std::size_t width = covered_below_.size();
  Row row;
  row.cells.resize(width);
  std::vector<int> below(width, 0);
  std::size_t next = 0;
  for (std::size_t i = 0; i < width;) {
    if (covered_below_[i] > 0) {
      below[i] = covered_below_[i] - 1;
      ++i;
      continue;
    }
    ++row.expected;
    const Span span = next < written.size() ? written[next] : Span{};
    if (next < written.size()) row.cells[i] = next++;
    const std::size_t end = i + static_cast<std::size_t>(span.columns);
    for (; i < std::min(end, width) && covered_below_[i] == 0; ++i) below[i] = span.rows - 1;
    row.fits = row.fits && i == end;
  }
  row.fits = row.fits && row.expected == written.size();
  covered_below_ = std::move(below);
  return row;
}

bool SpanGrid::is_open() const {
  return std::any_of(covered_below_.begin(), covered_below_.end(), [](int rows) { return rows > 0; });
}

}  // namespace nianbao::source
