#pragma once

#include <string>
#include <string_view>

namespace nianbao::diagram {

/// Width of a line of text in em, for a sans-serif font: 1 for a Chinese character, rounded up a little for
/// Latin ones, because a label may stand in any font of the reader's.
double text_width(std::string_view utf8);

/// Breaks a text into lines of at most `most` em (a longer word stays whole): between Chinese characters, at
/// spaces, never before closing punctuation nor behind opening punctuation. The lines are of similar length.
std::string wrapped(std::string_view utf8, double most, std::string_view line_break);

}  // namespace nianbao::diagram
