#include <algorithm>
#include <cmath>

#include "chart/cleaned.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr double largest = 1e300;
constexpr double smallest = 1e-280;

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_white(char32_t c) {
  return c <= 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/// Not allowed in XML, or able to turn the order of the rest of the page around.
bool is_dropped(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Whether a text holds nothing that cleaning changes, as nearly all do.
bool is_clean(std::string_view text) {
  bool space = true;  // none may stand at the beginning, nor two together
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c == 0xFFFD || is_dropped(c) || (is_white(c) && (c != ' ' || space))) return false;
    space = c == ' ';
  }
  return text.empty() || !space;
}

}  // namespace

double drawable(double value) {
  if (!std::isfinite(value)) return std::isnan(value) ? 0 : std::copysign(largest, value);
  if (std::fabs(value) < smallest) return 0;
  return std::clamp(value, -largest, largest);
}

std::string clean_label(std::string_view text, std::size_t longest) {
  if (text.size() <= longest && is_plain(text) && text::trim(text).size() == text.size())
    return std::string(text);
  if (text.size() <= longest && is_clean(text)) return std::string(text);
  std::string out;
  std::size_t taken = 0;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (is_dropped(c)) continue;
    if (is_white(c)) {
      space = !out.empty();
      continue;
    }
    if (taken >= longest) return out + "…";
    if (space) out += ' ', ++taken;
    space = false;
    text::append_utf8(out, c);
    ++taken;
  }
  return out;
}

}  // namespace nianbao::chart
