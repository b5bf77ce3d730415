#include "text/word_breaks.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "text/utf8.h"

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

/// Chinese characters in a piece, its punctuation apart.
int count_characters(std::string_view piece) {
  int count = 0;
  for (std::size_t at = 0; at < piece.size();) count += is_han(next_code_point(piece, at));
  return count;
}

/// A word the dictionary does not know comes out as single characters (聚 力): those stay together.
Offsets between_whole_words(const Offsets& ends, std::string_view utf8) {
  const auto alone = [utf8](std::size_t begin, std::size_t end) {
    return count_characters(utf8.substr(begin, end - begin)) == 1;
  };
  Offsets kept;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size() && ends[i] < utf8.size(); ++i) {
    const std::size_t next = i + 1 < ends.size() ? ends[i + 1] : utf8.size();
    const bool next_alone = alone(ends[i], next);
    const bool torn = next_alone && (next == utf8.size() || alone(begin, ends[i]));
    if (!torn) kept.push_back(ends[i]);
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
  both = between_whole_words(both, utf8);
  std::erase_if(both, [utf8](std::size_t at) {
    const char before = utf8[at - 1], after = utf8[at];
    return before == ' ' || is_digit(before) || (is_ascii(before) && is_ascii(after));
  });
  return both;
}

}  // namespace nianbao::text
