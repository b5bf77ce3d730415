#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

namespace nianbao::text {
namespace {

/// Length of the well-formed sequence at `offset` (Unicode Standard, table 3-7); 0 when it is not
/// well-formed.
std::size_t sequence_length(std::string_view bytes, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return offset + i < bytes.size() ? static_cast<unsigned char>(bytes[offset + i]) : 0u;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!continues(1) || !continues(2)) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::array<std::string_view, 4> wide_spaces = {"\u3000", "\u00A0", "\u200B", "\uFEFF"};

/// Bytes of the white space a text begins with; 0 when it begins with something else.
std::size_t space_in_front(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.front()) < 0x80) return is_ascii_space(text.front()) ? 1 : 0;
  for (const std::string_view space : wide_spaces)
    if (text.starts_with(space)) return space.size();
  return 0;
}

std::size_t space_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.back()) < 0x80) return is_ascii_space(text.back()) ? 1 : 0;
  for (const std::string_view space : wide_spaces)
    if (text.ends_with(space)) return space.size();
  return 0;
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return ++offset, first;
  // Han, which most texts are written in, in one go.
  if (first >= 0xE4 && first <= 0xE9 && utf8.size() - offset > 2 && (byte(1) & 0xC0u) == 0x80u &&
      (byte(2) & 0xC0u) == 0x80u) {
    const char32_t han = (first & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return offset += 3, han;
  }
  const std::size_t length = sequence_length(utf8, offset);
  if (length == 0) {
    ++offset;
    return 0xFFFD;
  }
  char32_t result = byte(0);
  if (length > 1) result &= (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) result = (result << 6) | (byte(i) & 0x3Fu);
  offset += length;
  return result;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t first_invalid_utf8(std::string_view bytes) {
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const std::size_t length = sequence_length(bytes, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  return count;
}

int display_width(char32_t c) {
  if (c < 0x20) return 0;
  if (c < 0x300) return 1;
  const auto code = static_cast<UChar32>(c);
  const auto category = u_charType(code);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int display_width(std::string_view utf8) {
  int width = 0;
  for (std::size_t i = 0; i < utf8.size();) width += display_width(next_code_point(utf8, i));
  return width;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

bool is_punctuation(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_ispunct(code) || (U_GET_GC_MASK(code) & U_GC_S_MASK) != 0;
}

std::string ellipsis(std::string_view utf8, std::size_t code_points) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < code_points && offset < utf8.size(); ++i) next_code_point(utf8, offset);
  std::string out(utf8.substr(0, offset));
  if (offset < utf8.size()) out += "…";
  return out;
}

std::string_view trim(std::string_view text) {
  while (const std::size_t bytes = space_in_front(text)) text.remove_prefix(bytes);
  while (const std::size_t bytes = space_at_end(text)) text.remove_suffix(bytes);
  return text;
}

}  // namespace nianbao::text
