#include <algorithm>

#include "markdown/prepare.h"

namespace nianbao::markdown {
namespace {

constexpr std::size_t longest_address = 2048;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// The next "www." or "://" from `from`.
std::size_t find_address(std::string_view text, std::size_t from) {
  for (std::size_t i = text.find_first_of(":w", from); i != std::string_view::npos;
       i = text.find_first_of(":w", i + 1)) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("://") || rest.starts_with("www.")) return i;
  }
  return std::string_view::npos;
}

/// Written as a link already: the destination of a link or of a reference definition, an address in angle
/// brackets.
bool is_destination(std::string_view before) {
  return before.ends_with("](") || before.ends_with("]: ") || before.ends_with('<');
}

/// Stands by itself and is not, say, a parameter of another address.
bool is_bare(std::string_view before) {
  return before.empty() || !is_ascii(before.back()) ||
         std::string_view(" \t\n\r*_~(").find(before.back()) != std::string_view::npos;
}

/// Behind the last ASCII character that may belong to the address.
std::size_t end_of_run(std::string_view text, std::size_t begin) {
  constexpr std::string_view ends = " \t\n\r\v\f<]";
  while (begin < text.size() && is_ascii(text[begin]) && ends.find(text[begin]) == std::string_view::npos)
    ++begin;
  return begin;
}

/// Runs of `*` at the end belong to the text around the address.
std::size_t without_emphasis(std::string_view text, std::size_t end) {
  while (end > 0 && (text[end - 1] == '*' || text[end - 1] == '~')) --end;
  return end;
}

}  // namespace

std::string end_bare_addresses(std::string_view text, std::string_view joiner) {
  std::string result;
  result.reserve(text.size());
  std::size_t copied = 0;
  const auto put_end_at = [&](std::size_t at) {
    result.append(text, copied, at - copied);
    result += ' ';
    result += joiner;
    copied = at;
  };
  std::size_t end = 0;
  for (std::size_t at = find_address(text, 0); at != std::string_view::npos; at = find_address(text, end)) {
    std::size_t begin = at;
    while (text[at] == ':' && begin > end && is_letter(text[begin - 1])) --begin;
    const std::string_view before = text.substr(0, begin);
    end = std::max(end_of_run(text, at), at + 1);
    if (is_destination(before)) continue;
    for (std::size_t cut = begin + longest_address; cut < end; cut += longest_address) put_end_at(cut);
    if (is_bare(before) && end < text.size() && !is_ascii(text[end])) put_end_at(without_emphasis(text, end));
  }
  return result.append(text, copied);
}

}  // namespace nianbao::markdown
