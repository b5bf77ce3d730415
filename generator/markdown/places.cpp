#include "markdown/places.h"

#include <algorithm>

namespace nianbao::markdown {
namespace {

/// The parser counts a link's line where the link ends, and its column where it begins.
int first_line_of(cmark_node* node) {
  cmark_node* child = cmark_node_first_child(node);
  const int child_line = child == nullptr ? 0 : cmark_node_get_start_line(child);
  return child_line > 0 ? child_line : cmark_node_get_start_line(node);
}

/// Where a link's only text is its address, that text: a bare address, or one in brackets.
std::string_view address_as_text(cmark_node* node) {
  cmark_node* child = cmark_node_first_child(node);
  if (cmark_node_get_type(node) != CMARK_NODE_LINK || child == nullptr || cmark_node_next(child) != nullptr)
    return {};
  const char *literal = cmark_node_get_literal(child), *url = cmark_node_get_url(node);
  if (literal == nullptr || url == nullptr) return {};
  return std::string_view(url).ends_with(literal) ? literal : std::string_view();
}

/// The part of an address that stands in the source letter by letter: what follows may be written with
/// entities.
std::string_view plain_begin(std::string_view address) {
  return address.substr(
      0, address.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/._@-+"));
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
  const std::string_view address = address_as_text(node);
  if (cmark_node_get_start_line(node) == 0) return of_bare_address(address);
  const int line = first_line_of(node);
  int column = cmark_node_get_start_column(node);
  if (block_ != nullptr && line != cmark_node_get_start_line(block_))
    column += bytes_before_text(lines_.line(line)) - (cmark_node_get_start_column(block_) - 1);
  const bool is_bare = !address.empty() && !stands_in_brackets(address, line, column);
  return is_bare ? of_bare_address(address) : remember(line, column);
}

/// Whether "<address" or "[address" stands there, as it does where the parser's place is right.
bool Places::stands_in_brackets(std::string_view address, int line, int byte_column) {
  const std::string_view text = lines_.line(line);
  const auto begin = static_cast<std::size_t>(std::max(byte_column, 1));
  if (begin > text.size() || (text[begin - 1] != '<' && text[begin - 1] != '[')) return false;
  return text.substr(begin).starts_with(plain_begin(address));
}

Position Places::of_bare_address(std::string_view literal) {
  if (block_ == nullptr) return {};
  const std::string_view key = plain_begin(literal);
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
