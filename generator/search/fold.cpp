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
  if (is_unchanged(c)) return emit(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return emit(lower_ascii(c - 0xFEE0));
  fold_by_unicode(c, emit);
}

/// Folds the characters of a text one after the other.
class Folder {
 public:
  /// Calls `put` for each folded character, `put_traditional` for each traditional one.
  template <typename Put, typename PutTraditional>
  void see(char32_t c, const Put& put, const PutTraditional& put_traditional) {
    if (is_han(c)) {
      space_ = false;
      put(last_ = simple_[c - first_han]);
      if (last_ != c) put_traditional(c);
    } else if (c == '\n') {
      put(last_ = '\n');
      space_ = false;
    } else if (is_space(c)) {
      space_ = true;
    } else if (!is_dropped(c)) {
      fold_character(c, [&](char32_t folded) {
        if (space_ && is_alphabetic(last_) && is_alphabetic(folded)) put(U' ');
        space_ = false;
        put(last_ = folded);
      });
    }
  }
  template <typename Put>
  void see(char32_t c, const Put& put) {
    see(c, put, [](char32_t) {});
  }

 private:
  std::span<const char16_t> simple_ = simplified_by_character();
  char32_t last_ = '\n';
  bool space_ = false;
};

/// text::next_code_point, with the most frequent cases in place.
char32_t next_character(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return ++at, first;
  // Han and full-width signs; behind E0 and ED not every byte can follow.
  if (first > 0xE0 && first <= 0xEF && first != 0xED && utf8.size() - at > 2 && (byte(1) & 0xC0u) == 0x80u &&
      (byte(2) & 0xC0u) == 0x80u) {
    const char32_t c = (first & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return at += 3, c;
  }
  return text::next_code_point(utf8, at);
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string out(utf8.size(), U'\0');
  std::size_t end = 0;
  for (std::size_t offset = 0; offset < utf8.size();) out[end++] = next_character(utf8, offset);
  out.resize(end);
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
  Folder folder;
  for (const char32_t character : text) folder.see(character, [&](char32_t c) { out += c; });
  return out;
}

void append_folded(std::string_view utf8, std::u32string& out, std::set<char32_t>& traditional) {
  Folder folder;
  std::size_t end = out.size();
  out.resize(end + utf8.size() + 1);  // a few signs come to more characters than they have bytes
  const auto put = [&](char32_t c) {
    if (end == out.size()) out.resize(2 * end);
    out[end++] = c;
  };
  const auto put_traditional = [&](char32_t c) { traditional.insert(c); };
  for (std::size_t at = 0; at < utf8.size();) folder.see(next_character(utf8, at), put, put_traditional);
  out.resize(end);
}

FoldedText fold_with_origin(std::u32string_view text) {
  FoldedText out;
  Folder folder;
  for (std::size_t i = 0; i < text.size(); ++i) {
    folder.see(text[i], [&](char32_t c) {
      out.characters += c;
      out.origin.push_back(static_cast<std::uint32_t>(i));
    });
  }
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
