#include "markdown/chinese.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace nianbao::markdown {
namespace {

struct Range {
  char32_t first, last;
};

/// Blocks of the Unicode Standard whose characters stand without spaces between words.
constexpr std::array<Range, 12> cjk_blocks = {{
    {0x1100, 0x11FF},    // Hangul Jamo
    {0x2E80, 0x303F},    // radicals, description characters, CJK symbols and punctuation
    {0x3040, 0x312F},    // kana, bopomofo
    {0x3130, 0x318F},    // Hangul compatibility Jamo
    {0x3190, 0x9FFF},    // enclosed, compatibility, extension A, unified ideographs
    {0xA960, 0xA97F},    // Hangul Jamo extended A
    {0xAC00, 0xD7FF},    // Hangul syllables
    {0xF900, 0xFAFF},    // compatibility ideographs
    {0xFE10, 0xFE1F},    // vertical forms
    {0xFE30, 0xFE6F},    // compatibility forms, small forms
    {0xFF00, 0xFFEF},    // half-width and full-width forms
    {0x20000, 0x3FFFF},  // extensions B and later
}};

constexpr std::u32string_view shared_punctuation = U"“”‘’…—·";

}  // namespace

bool is_cjk(char32_t c) {
  if (c < cjk_blocks.front().first) return false;
  return std::any_of(cjk_blocks.begin(), cjk_blocks.end(),
                     [c](Range r) { return c >= r.first && c <= r.last; });
}

bool is_shared_punctuation(char32_t c) { return shared_punctuation.find(c) != std::u32string_view::npos; }

bool joins_without_space(char32_t before, char32_t after) {
  const bool cjk_before = is_cjk(before), cjk_after = is_cjk(after);
  return (cjk_before && cjk_after) || (cjk_before && is_shared_punctuation(after)) ||
         (is_shared_punctuation(before) && cjk_after);
}

char32_t last_code_point(std::string_view utf8) {
  if (utf8.empty()) return 0;
  std::size_t begin = utf8.size() - 1;
  while (begin > 0 && utf8.size() - begin < 4 && (static_cast<unsigned char>(utf8[begin]) & 0xC0u) == 0x80u)
    --begin;
  return text::next_code_point(utf8, begin);
}

char32_t first_code_point(std::string_view utf8) {
  std::size_t begin = 0;
  return utf8.empty() ? 0 : text::next_code_point(utf8, begin);
}

}  // namespace nianbao::markdown
