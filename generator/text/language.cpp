#include "text/language.h"

#include "text/utf8.h"

namespace nianbao::text {
namespace {

struct Words {
  int characters = 0;  ///< Chinese ones
  int latin = 0;       ///< runs of two and more letters
};

bool is_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'\u00C0' && c <= U'\u024F');
}

Words count_words(std::string_view utf8) {
  Words words;
  int letters = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    words.characters += is_han(c);
    letters = is_latin(c) ? letters + 1 : 0;
    words.latin += letters == 2;
  }
  return words;
}

}  // namespace

bool reads_as_chinese(std::string_view utf8) {
  const Words words = count_words(utf8);
  return words.characters > 0 && words.characters >= 2 * words.latin;
}

bool has_words(std::string_view utf8) {
  const Words words = count_words(utf8);
  return words.characters > 0 || words.latin > 0;
}

}  // namespace nianbao::text
