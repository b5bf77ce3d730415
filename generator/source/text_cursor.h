#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::source {

/// Line and column of places in a text that are asked for in order: each step costs what lies between the two
/// places, where counting from the beginning would make a long file quadratic. Going back starts at the
/// beginning again.
class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : text_(text) {}

  void move_to(std::size_t offset);    ///< a byte offset; the end of the text at most
  void move_to(int line, int column);  ///< counted as `Place` counts; the end of the line at most

  std::size_t offset() const { return offset_; }
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  void step();
  void restart();

  std::string_view text_;
  std::size_t offset_ = 0;
  int line_ = 1, column_ = 1;
};

}  // namespace nianbao::source
