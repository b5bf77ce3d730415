#include <algorithm>

#include "markdown/prepare.h"

namespace nianbao::markdown {
namespace {

constexpr std::ptrdiff_t most_columns = 64;

bool is_wide_delimiter_row(std::string_view line) {
  if (line.find_first_not_of("|-: \t>\r") != std::string_view::npos) return false;
  return std::count(line.begin(), line.end(), '|') > most_columns + 1;
}

/// `rest` begins behind "[^".
bool is_footnote_label(std::string_view rest) {
  const std::size_t end = rest.find_first_of("[] \t\r\n");
  return end != std::string_view::npos && end > 0 && rest[end] == ']';
}

}  // namespace

std::string refuse_wide_tables(std::string_view text, std::string_view joiner) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (is_wide_delimiter_row(line)) result += joiner;
    result += line;
    if (end < text.size()) result += '\n';
    begin = end + 1;
  }
  return result;
}

std::string refuse_broken_footnotes(std::string_view text, std::string_view joiner) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^")) {
    result.append(text, 0, at + 1);
    text.remove_prefix(at + 1);
    if (!is_footnote_label(text.substr(1))) result += joiner;
  }
  return result.append(text);
}

}  // namespace nianbao::markdown
