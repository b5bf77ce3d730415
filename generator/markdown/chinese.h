#pragma once

#include <string_view>

/// What counts as Chinese where Markdown's rules were made for scripts that separate words by spaces.
namespace nianbao::markdown {

/// Han, kana, hangul and their punctuation, full-width forms included.
bool is_cjk(char32_t c);
/// Punctuation that Chinese shares with other scripts: “ ” ‘ ’ … — ·
bool is_shared_punctuation(char32_t c);

/// A line break in the source between these two characters prints nothing.
bool joins_without_space(char32_t before, char32_t after);

/// The last code point; 0 when there is none.
char32_t last_code_point(std::string_view utf8);
/// The first code point; 0 when there is none.
char32_t first_code_point(std::string_view utf8);

}  // namespace nianbao::markdown
