#include "diagnostics/json_place.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace nianbao {
namespace {

constexpr auto none = std::string_view::npos;

std::size_t skip_white(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

/// Behind the string that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

/// Behind the value that begins at `at`.
std::size_t skip_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = skip_string(text, at);
    } else if (c == '{' || c == '[') {
      ++depth, ++at;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      --depth, ++at;
    } else if (depth == 0) {
      return std::min(text.find_first_of(",]} \t\r\n", at), text.size());
    } else {
      ++at;
      continue;
    }
    if (depth == 0) return at;
  }
  return at;
}

/// The string that begins at `at`, its escapes resolved.
std::string key_at(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view written = text.substr(at, end - at);
  if (written.find('\\') == none && written.size() >= 2)
    return std::string(written.substr(1, written.size() - 2));
  const auto parsed = nlohmann::json::parse(written, nullptr, false);
  return parsed.is_string() ? parsed.get<std::string>() : "";
}

/// Behind a comma and white space; none where the list ends.
std::size_t next_item(std::string_view text, std::size_t at) {
  at = skip_white(text, at);
  if (at >= text.size() || text[at] != ',') return none;
  return skip_white(text, at + 1);
}

std::size_t first_item(std::string_view text, std::size_t at) {
  at = skip_white(text, at + 1);
  return at >= text.size() || text[at] == ']' || text[at] == '}' ? none : at;
}

std::size_t member_place(std::string_view text, std::size_t object, const std::string& name) {
  std::size_t found = none;
  for (std::size_t at = first_item(text, object); at < text.size() && text[at] == '"';) {
    const std::size_t end = skip_string(text, at);
    std::size_t value = skip_white(text, end);
    if (value >= text.size() || text[value] != ':') return found;
    value = skip_white(text, value + 1);
    if (key_at(text, at, end) == name) found = value;
    at = next_item(text, skip_value(text, value));
  }
  return found;
}

std::size_t item_place(std::string_view text, std::size_t array, const std::string& name) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
  if (error != std::errc() || end != name.data() + name.size()) return none;
  std::size_t at = first_item(text, array);
  for (; index > 0 && at != none; --index) at = next_item(text, skip_value(text, at));
  return at;
}

/// The first part of a pointer, "~1" and "~0" resolved; taken off.
std::string take_part(std::string_view& pointer) {
  const std::string_view part = pointer.substr(1, pointer.find('/', 1) - 1);
  pointer.remove_prefix(1 + part.size());
  std::string name;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escape = part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1');
    name += !escape ? part[i] : part[++i] == '0' ? '~' : '/';
  }
  return name;
}

}  // namespace

std::size_t json_place(std::string_view text, std::string_view pointer) {
  std::size_t place = skip_white(text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  while (pointer.starts_with('/') && place < text.size()) {
    const std::string name = take_part(pointer);
    const std::size_t found = text[place] == '{'   ? member_place(text, place, name)
                              : text[place] == '[' ? item_place(text, place, name)
                                                   : none;
    if (found == none) break;
    place = found;
  }
  return place;
}

std::size_t json_depth(std::string_view text) {
  std::size_t depth = 0, deepest = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') at = skip_string(text, at) - 1;
    if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return deepest;
}

}  // namespace nianbao
