#include "text/escape.h"

#include <array>

namespace nianbao::text {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

bool is_unreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

constexpr std::array<std::string_view, 256> make_replacements() {
  std::array<std::string_view, 256> table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}

constexpr bool is_forbidden_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/// Which bytes do not stay as they are: replaced, or left out.
constexpr std::array<bool, 256> make_changes(const std::array<std::string_view, 256>& replacements) {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c)
    table[c] = !replacements[c].empty() || is_forbidden_control(static_cast<unsigned char>(c));
  return table;
}

}  // namespace

void append_html(std::string& out, std::string_view raw) {
  static constexpr auto replacements = make_replacements();
  static constexpr auto changes = make_changes(replacements);
  std::size_t copied = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const auto c = static_cast<unsigned char>(raw[i]);
    if (!changes[c]) continue;
    out.append(raw, copied, i - copied);
    out.append(replacements[c]);
    copied = i + 1;
  }
  out.append(raw, copied, raw.size() - copied);
}

std::string html(std::string_view raw) {
  std::string out;
  out.reserve(raw.size() + raw.size() / 8);
  append_html(out, raw);
  return out;
}

std::string json_in_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    switch (json[i]) {
      case '<':
        out += "\\u003c";
        continue;
      case '>':
        out += "\\u003e";
        continue;
      case '&':
        out += "\\u0026";
        continue;
      default:
        break;
    }
    const std::string_view three = json.substr(i, 3);
    if (three == "\u2028" || three == "\u2029") {
      out += three == "\u2028" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
  return out;
}

std::string url_path(std::string_view path) {
  std::string out;
  for (const char character : path) {
    const auto c = static_cast<unsigned char>(character);
    if (is_unreserved(c)) {
      out += character;
    } else {
      out += '%';
      out += hex[c >> 4];
      out += hex[c & 15];
    }
  }
  return out;
}

}  // namespace nianbao::text
