#pragma once

#include <string>
#include <string_view>

namespace nianbao::markdown {

/// A text in which emphasis beside Chinese characters and punctuation is made readable for a CommonMark
/// parser.
///
/// CommonMark decides by spaces and punctuation whether a run of `*` opens or closes ("left-flanking" and
/// "right-flanking", section 6.2). Chinese has no spaces, so in `**强调。**后文` the second run closes
/// nothing. Where a run touches a Chinese character, `joiner` – a private-use character that the text does
/// not contain, and that counts as a letter – is put between the run and the punctuation that hinders it. The
/// joiner has no other effect and is taken out of everything that the parser hands back.
struct JoinedText {
  std::string text;
  char32_t joiner = 0;  ///< 0: nothing was put in
  std::string joiner_utf8;
};

JoinedText join_emphasis(std::string_view text);

/// Takes the joiner out.
std::string without_joiner(std::string_view text, const JoinedText& joined);

}  // namespace nianbao::markdown
