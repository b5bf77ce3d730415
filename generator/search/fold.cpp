#include "search/fold.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "search/han.h"
#include "text/utf8.h"

namespace nianbao::search {
namespace {

bool is_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_dropped(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x300 && c <= 0x36F);
}

/// The commonest signs of Chinese text are their own folded form.
bool is_unchanged(char32_t c) {
  return c == 0x3001 || c == 0x3002 || (c >= 0x3008 && c <= 0x3011) || c == 0x2014 ||
         (c >= 0x2018 && c <= 0x201D);
}

/// Letters and digits of alphabets, between which a space means something.
bool is_alphabetic(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000);
}

char32_t lower_ascii(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 0x20 : c; }

template <typename Emit>
void fold_by_unicode(char32_t c, const Emit& emit) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return emit(c);
  icu::UnicodeString apart = nfkd->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(apart.char32At(i));
    if (part < 0x300 || part > 0x36F) kept.append(static_cast<UChar32>(part));
  }
  const icu::UnicodeString whole = nfc->normalize(kept, status);
  for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(u_tolower(whole.char32At(i)));
    if (!is_space(part) && !is_dropped(part)) emit(part);
  }
}

template <typename Emit>
void fold_character(char32_t c, const Emit& emit) {
  if (c < 0x80) return emit(lower_ascii(c));
  if (is_han(c)) return emit(simplified(c));
  if (is_unchanged(c)) return emit(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return emit(lower_ascii(c - 0xFEE0));
  fold_by_unicode(c, emit);
}

/// `put(folded, index)` for each folded character of `text`.
template <typename Put>
void fold_text(std::u32string_view text, const Put& put) {
  char32_t last = '\n';
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      put(last = '\n', i);
      space = false;
    } else if (is_space(text[i])) {
      space = true;
    } else if (!is_dropped(text[i])) {
      fold_character(text[i], [&](char32_t c) {
        if (space && is_alphabetic(last) && is_alphabetic(c)) put(' ', i);
        space = false;
        put(last = c, i);
      });
    }
  }
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size() / 2);
  for (std::size_t offset = 0; offset < utf8.size();) out += text::next_code_point(utf8, offset);
  return out;
}

std::string utf8(std::u32string_view characters) {
  std::string out;
  out.reserve(characters.size() * 3);
  for (const char32_t c : characters) text::append_utf8(out, c);
  return out;
}

std::u32string fold(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  fold_text(text, [&](char32_t c, std::size_t) { out += c; });
  return out;
}

FoldedText fold_with_origin(std::u32string_view text) {
  FoldedText out;
  fold_text(text, [&](char32_t c, std::size_t index) {
    out.characters += c;
    out.origin.push_back(static_cast<std::uint32_t>(index));
  });
  return out;
}

std::vector<std::u32string> query_words(std::string_view query) {
  const std::u32string characters = code_points(query);
  std::vector<std::u32string> words;
  for (std::size_t i = 0; i < characters.size() && words.size() < most_words;) {
    std::size_t end = i;
    while (end < characters.size() && !is_space(characters[end])) ++end;
    std::u32string word = fold(std::u32string_view(characters).substr(i, end - i)).substr(0, longest_word);
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
    i = end + 1;
  }
  return words;
}

}  // namespace nianbao::search
