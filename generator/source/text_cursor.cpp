#include "source/text_cursor.h"

#include <algorithm>

#include "text/utf8.h"

namespace nianbao::source {

void TextCursor::move_to(std::size_t offset) {
  if (offset < offset_) restart();
  offset = std::min(offset, text_.size());
  while (offset_ < offset) step();
}

void TextCursor::move_to(int line, int column) {
  if (line < line_ || (line == line_ && column < column_)) restart();
  while (offset_ < text_.size() && line_ < line) step();
  while (offset_ < text_.size() && column_ < column && text_[offset_] != '\n') step();
}

void TextCursor::step() {
  if (text_[offset_] == '\n') {
    ++offset_;
    ++line_;
    column_ = 1;
  } else {
    text::next_code_point(text_, offset_);
    ++column_;
  }
}

void TextCursor::restart() {
  offset_ = 0;
  line_ = column_ = 1;
}

}  // namespace nianbao::source
