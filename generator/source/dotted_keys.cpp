#include "source/dotted_keys.h"

#include <algorithm>

namespace nianbao::source {
namespace {

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_quote(char c) { return c == '"' || c == '\''; }

/// No name is longer; a limit keeps a line of nothing but escaped quotes from being walked once for each of
/// them.
constexpr std::size_t longest_name = 200;

/// Where the name that begins at `i` ends: behind its quote on the same line, or behind its letters. A quote
/// that is not closed is a name by itself.
std::size_t end_of_name(std::string_view text, std::size_t i) {
  if (!is_quote(text[i])) {
    while (i < text.size() && is_bare(text[i])) ++i;
    return i;
  }
  const char quote = text[i];
  const std::size_t stop = std::min(text.size(), i + longest_name);
  for (std::size_t end = i + 1; end < stop && text[end] != '\n'; ++end) {
    if (text[end] == quote) return end + 1;
    if (quote == '"' && text[end] == '\\') ++end;
  }
  return i + 1;
}

}  // namespace

int longest_dotted_key(std::string_view text) {
  int longest = 0, dots = 0;
  bool behind_name = false;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_bare(c) || is_quote(c)) {
      if (behind_name) dots = 0;
      behind_name = true;
      i = end_of_name(text, i);
      continue;
    }
    if (c == '.') dots = behind_name ? dots + 1 : 0;
    if (c != '.' && c != ' ' && c != '\t') dots = 0;
    if (c != ' ' && c != '\t') behind_name = false;
    longest = std::max(longest, dots);
    ++i;
  }
  return longest;
}

}  // namespace nianbao::source
