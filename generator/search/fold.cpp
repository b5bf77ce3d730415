#include "search/fold.h"

#include <algorithm>
#include <array>
#include <memory>
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
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(utf8[at + i])}; };
  if (byte(0) < 0x80) return utf8[at++];
  if (utf8.size() - at > 2) {  // Han and full-width signs; behind E0 and ED not every byte can follow
    const std::uint32_t bytes = byte(0) << 16 | byte(1) << 8 | byte(2);
    if ((bytes & 0xF0C0C0u) == 0xE08080u && bytes >= 0xE18000u && byte(0) != 0xEDu) {
      at += 3;
      return (bytes & 0x0F0000u) >> 4 | (bytes & 0x3F00u) >> 2 | (bytes & 0x3Fu);
    }
  }
  return text::next_code_point(utf8, at);
}

/// Puts characters behind a text, some at once.
class Appender {
 public:
  explicit Appender(std::u32string& out) : out_(out) {}

  void put(char32_t c) {
    if (size_ == room_.size()) flush();
    room_[size_++] = c;
  }
  void flush() {
    out_.append(room_.data(), size_);
    size_ = 0;
  }

 private:
  std::u32string& out_;
  std::array<char32_t, 512> room_;
  std::size_t size_ = 0;
};

}  // namespace

std::u32string code_points(std::string_view utf8) {
  const auto room = std::make_unique_for_overwrite<char32_t[]>(utf8.size());  // no byte makes two characters
  char32_t* to = room.get();
  for (std::size_t at = 0; at < utf8.size();) *to++ = next_character(utf8, at);
  return {room.get(), to};
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
  Appender appender(out);
  const auto put = [&](char32_t c) { appender.put(c); };
  const auto put_traditional = [&](char32_t c) { traditional.insert(c); };
  for (std::size_t at = 0; at < utf8.size();) folder.see(next_character(utf8, at), put, put_traditional);
  appender.flush();
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
