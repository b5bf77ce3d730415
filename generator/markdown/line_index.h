#pragma once

#include <string_view>
#include <vector>

#include "markdown/markdown.h"
#include "markdown/prepare.h"

namespace nianbao::markdown {

/// Turns the parser's places (line, byte in the line, both from 1) into places of the original text in code
/// points.
class LineIndex {
 public:
  /// `prepared` must outlive the index.
  LineIndex(const PreparedText& prepared, int first_line);

  /// Fast for places asked in reading order, however long a line is.
  Position position(int line, int byte_column);
  /// The line without its end; empty behind the last.
  std::string_view line(int line) const;

 private:
  const PreparedText& prepared_;
  int first_line_;
  std::vector<std::size_t> begins_;
  struct {
    int line = 0;
    std::size_t bytes = 0;
    int code_points = 0;
  } last_;
};

}  // namespace nianbao::markdown
