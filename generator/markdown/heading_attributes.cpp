#include "markdown/heading_attributes.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace nianbao::markdown {
namespace {

bool is_id_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == ':';
}

bool read_attribute(std::string_view word, Heading& heading) {
  constexpr std::string_view number_key = "number=";
  if (word == ".unnumbered") {
    heading.unnumbered = true;
    return true;
  }
  if (word.starts_with('#')) {
    heading.id = word.substr(1);
    return !heading.id.empty() && std::all_of(heading.id.begin(), heading.id.end(), is_id_character);
  }
  if (!word.starts_with(number_key)) return false;
  word.remove_prefix(number_key.size());
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), heading.number);
  return error == std::errc() && end == word.data() + word.size() && heading.number > 0;
}

bool read_attributes(std::string_view words, Heading& heading) {
  bool any = false;
  for (words = text::trim(words); !words.empty(); words = text::trim(words)) {
    const std::string_view word = words.substr(0, words.find_first_of(" \t"));
    if (!read_attribute(word, heading)) return false;
    words.remove_prefix(word.size());
    any = true;
  }
  return any;
}

}  // namespace

void take_heading_attributes(std::string& text, Heading& heading) {
  const std::string_view trimmed = text::trim(text);
  const std::size_t open = text.rfind('{');
  if (open == std::string::npos || !trimmed.ends_with('}')) return;
  const std::size_t close = text.rfind('}');
  Heading read = heading;
  if (!read_attributes(std::string_view(text).substr(open + 1, close - open - 1), read)) return;
  heading = read;
  text.erase(open);
  text.erase(text.find_last_not_of(" \t") + 1);
}

}  // namespace nianbao::markdown
