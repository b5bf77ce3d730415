#include "search/script_file.h"

#include <cstdint>

#include "search/bits.h"

namespace nianbao::search {
namespace {

constexpr std::string_view call = "nianbaoSearch(";
constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string head_of(std::string_view name) { return std::string(call) + '"' + std::string(name) + "\","; }

bool remove_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

}  // namespace

std::string postings_name(std::size_t number) { return "p/" + std::to_string(number); }
std::string texts_name(std::size_t number) { return "t/" + std::to_string(number); }
std::string facts_name(std::size_t number) { return "a/" + std::to_string(number); }
std::string directory_name(std::size_t number) { return "d/" + std::to_string(number); }
std::string names_name(std::size_t number) { return "n/" + std::to_string(number); }
std::string file_name(std::string_view name) { return std::string(name) + ".js"; }

std::string write_script(std::string_view name, std::string_view json) {
  std::string out = head_of(name);
  out.reserve(out.size() + json.size() + 3);
  out += json;
  out += ");\n";
  return out;
}

std::string_view read_script(std::string_view name, std::string_view bytes) {
  const std::string head = head_of(name);
  if (!bytes.starts_with(head)) throw FormatError("not a file of this index");
  bytes.remove_prefix(head.size());
  while (remove_suffix(bytes, "\n") || remove_suffix(bytes, "\r")) continue;
  if (!remove_suffix(bytes, ");")) throw FormatError("the file is cut off");
  return bytes;
}

std::string check_letters(std::uint32_t number) {
  std::string out;
  for (int shift = 18; shift >= 0; shift -= 6) out += base64url[(number >> shift) & 63];
  return out;
}

std::uint32_t check_number(std::string_view check) {
  std::uint32_t number = 0;
  for (const char c : check) number = number << 6 | static_cast<std::uint32_t>(base64url.find(c));
  return number;
}

std::string check_of(std::string_view letters) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const char c : letters) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return check_letters((hash ^ (hash >> 24)) & 0xFFFFFFu);
}

std::string write_letters(std::string_view name, std::string_view letters, std::string_view check) {
  std::string json;
  json.reserve(letters.size() + check.size() + 2);
  json += '"';
  json += check;
  json += letters;
  json += '"';
  return write_script(name, json);
}

std::string_view read_letters(std::string_view name, std::string_view bytes, std::string_view check) {
  std::string_view data = read_script(name, bytes);
  if (data.size() < 2 + check_length || data.front() != '"' || data.back() != '"')
    throw FormatError("the data are no string");
  data = data.substr(1, data.size() - 2);
  const std::string_view letters = data.substr(check_length);
  if (data.substr(0, check_length) != check) throw FormatError("the file is from another index");
  if (check_of(letters) != check) throw FormatError("the data are damaged");
  return letters;
}

}  // namespace nianbao::search
