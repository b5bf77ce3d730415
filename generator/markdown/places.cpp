#include "markdown/places.h"

namespace nianbao::markdown {
namespace {

/// The parser counts a link's line where the link ends, and its column where it begins.
int first_line_of(cmark_node* node) {
  cmark_node* child = cmark_node_first_child(node);
  const int child_line = child == nullptr ? 0 : cmark_node_get_start_line(child);
  return child_line > 0 ? child_line : cmark_node_get_start_line(node);
}

int bytes_before_text(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t>");
  return begin == std::string_view::npos ? 0 : static_cast<int>(begin);
}

}  // namespace

void Places::enter_text_block(cmark_node* block) {
  block_ = block;
  line_ = cmark_node_get_start_line(block);
  byte_column_ = cmark_node_get_start_column(block);
}

Position Places::of_block(cmark_node* block) {
  return lines_.position(cmark_node_get_start_line(block), cmark_node_get_start_column(block));
}

Position Places::of_inline(cmark_node* node) {
  if (cmark_node_get_start_line(node) == 0) {
    cmark_node* child = cmark_node_first_child(node);
    const char* literal = child == nullptr ? nullptr : cmark_node_get_literal(child);
    return of_bare_address(literal == nullptr ? "" : literal);
  }
  const int line = first_line_of(node), column = cmark_node_get_start_column(node);
  if (block_ == nullptr || line == cmark_node_get_start_line(block_)) return remember(line, column);
  const int assumed_indentation = cmark_node_get_start_column(block_) - 1;
  return remember(line, column - assumed_indentation + bytes_before_text(lines_.line(line)));
}

Position Places::of_bare_address(std::string_view literal) {
  if (block_ == nullptr) return {};
  // What follows may have been written with entities.
  const std::string_view key = literal.substr(
      0, literal.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/._@-+"));
  for (const int last = cmark_node_get_end_line(block_); line_ <= last; ++line_, byte_column_ = 1) {
    const std::size_t found = lines_.line(line_).find(key, static_cast<std::size_t>(byte_column_ - 1));
    if (found != std::string_view::npos) return remember(line_, static_cast<int>(found) + 1);
  }
  return of_block(block_);
}

Position Places::remember(int line, int byte_column) {
  line_ = line;
  byte_column_ = byte_column + 1;
  return lines_.position(line, byte_column);
}

}  // namespace nianbao::markdown
