#pragma once

#include <cmark-gfm.h>

#include "markdown/line_index.h"

namespace nianbao::markdown {

/// Where the nodes of the parser's tree stand in the author's text. Asked in reading order.
class Places {
 public:
  explicit Places(LineIndex& lines) : lines_(lines) {}

  /// Begins a paragraph, heading or cell: `of_inline` is about its contents from now on.
  void enter_text_block(cmark_node* block);

  Position of_block(cmark_node* block);
  /// The parser counts the columns of a block's further lines from the indentation of its first, and gives
  /// bare addresses no place at all (0.29.0.gfm.6) or a wrong one (0.29.0.gfm.13); both are made good here.
  Position of_inline(cmark_node* node);

 private:
  bool stands_in_brackets(std::string_view address, int line, int byte_column);
  Position of_bare_address(std::string_view literal);
  Position remember(int line, int byte_column);

  LineIndex& lines_;
  cmark_node* block_ = nullptr;
  int line_ = 0;  ///< where the search for the next bare address begins
  int byte_column_ = 1;
};

}  // namespace nianbao::markdown
