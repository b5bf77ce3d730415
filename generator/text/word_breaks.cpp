#include "text/word_breaks.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace nianbao::text {
namespace {

using Offsets = std::vector<std::size_t>;
using Create = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

/// Boundaries an ICU iterator finds, the end of the text among them.
Offsets boundaries(std::string_view utf8, Create create) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(create(icu::Locale::getChina(), status));
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no rules for breaking text");
  iterator->setText(&text, status);
  Offsets found;
  for (int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next())
    if (at > 0) found.push_back(static_cast<std::size_t>(at));
  utext_close(&text);
  return found;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A word the dictionary does not know comes out as single characters (聚 力): those stay together.
Offsets between_whole_words(const Offsets& ends, std::size_t size) {
  constexpr std::size_t one_character = 3;  // bytes of a Chinese character
  Offsets kept;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size() && ends[i] < size; ++i) {
    const std::size_t next = i + 1 < ends.size() ? ends[i + 1] : size;
    const bool alone = ends[i] - begin <= one_character, next_alone = next - ends[i] <= one_character;
    if (!(alone && next_alone) && !(next_alone && next == size)) kept.push_back(ends[i]);
    begin = ends[i];
  }
  return kept;
}

}  // namespace

std::vector<std::size_t> word_breaks(std::string_view utf8) {
  const Offsets words = boundaries(utf8, icu::BreakIterator::createWordInstance);
  const Offsets lines = boundaries(utf8, icu::BreakIterator::createLineInstance);
  Offsets both;
  std::set_intersection(words.begin(), words.end(), lines.begin(), lines.end(), std::back_inserter(both));
  both = between_whole_words(both, utf8.size());
  std::erase_if(both, [utf8](std::size_t at) {
    const char before = utf8[at - 1], after = utf8[at];
    return before == ' ' || is_digit(before) || (is_ascii(before) && is_ascii(after));
  });
  return both;
}

}  // namespace nianbao::text
