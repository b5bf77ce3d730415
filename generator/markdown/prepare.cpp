#include "markdown/prepare.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace nianbao::markdown {
namespace {

constexpr char32_t private_use_first = 0xE000, private_use_last = 0xF8FF, supplementary_private_use = 0xF0000;

char32_t unused_private_character(std::string_view text) {
  std::vector<bool> used(private_use_last - private_use_first + 1);
  constexpr std::string_view lead_bytes = "\xEE\xEF";
  for (std::size_t i = text.find_first_of(lead_bytes); i < text.size();
       i = text.find_first_of(lead_bytes, i)) {
    const char32_t c = text::next_code_point(text, i);
    if (c >= private_use_first && c <= private_use_last) used[c - private_use_first] = true;
  }
  const auto unused = std::find(used.begin(), used.end(), false);
  if (unused == used.end()) return supplementary_private_use;
  return private_use_first + static_cast<char32_t>(unused - used.begin());
}

std::string with_replacement_characters(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) text::append_utf8(result, text::next_code_point(text, i));
  return result;
}

}  // namespace

PreparedText prepare(std::string_view text) {
  if (text::first_invalid_utf8(text) != std::string_view::npos)
    return prepare(with_replacement_characters(text));
  PreparedText result;
  text::append_utf8(result.joiner, unused_private_character(text));
  result.text = end_bare_addresses(text, result.joiner);
  result.text = join_emphasis(result.text, result.joiner);
  result.text = refuse_wide_tables(result.text, result.joiner);
  result.text = refuse_broken_footnotes(result.text, result.joiner);
  return result;
}

std::string original(std::string_view piece, const PreparedText& prepared) {
  std::string result;
  result.reserve(piece.size());
  for (std::size_t at = piece.find(prepared.joiner); at != std::string_view::npos;
       at = piece.find(prepared.joiner)) {
    const std::size_t kept = at > 0 && piece[at - 1] == ' ' ? at - 1 : at;
    result.append(piece, 0, kept);
    piece.remove_prefix(at + prepared.joiner.size());
    if (piece.starts_with(' ')) piece.remove_prefix(1);
  }
  return result.append(piece);
}

}  // namespace nianbao::markdown
