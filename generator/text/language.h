#pragma once

#include <string_view>

namespace nianbao::text {

/// Whether most of the words are Chinese: two characters count for one word. Numbers and signs count for
/// nothing.
bool reads_as_chinese(std::string_view utf8);

/// Whether there is a word in any language, so that saying which one makes sense.
bool has_words(std::string_view utf8);

}  // namespace nianbao::text
