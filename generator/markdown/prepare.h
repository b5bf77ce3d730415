#pragma once

#include <string>
#include <string_view>

/// Makes a Chinese text readable for a parser of CommonMark, whose rules were made for scripts that separate
/// words by spaces. Marks are put into the text before it is parsed and taken out of everything that the
/// parser hands back.
namespace nianbao::markdown {

struct PreparedText {
  std::string text;
  /// Joins a run of `*` to the punctuation beside it: counts as a letter for the parser. A private-use
  /// character that the text does not contain (a text that contains all 6400 of them loses U+F0000).
  std::string joiner;
};

/// Always UTF-8: invalid bytes become U+FFFD.
PreparedText prepare(std::string_view text);

/// What the author wrote, of a piece of the prepared text.
std::string original(std::string_view piece, const PreparedText& prepared);

// --- the steps ---

/// In `**强调。**后文` the second run closes nothing by CommonMark's rules of flanking (section 6.2), because
/// it follows punctuation and a letter follows it. Where a run of `*` or `~` touches a Chinese character,
/// `joiner` is put between the run and the punctuation that hinders it.
std::string join_emphasis(std::string_view text, std::string_view joiner);

/// GFM lets a bare address run to the next space, and Chinese has none: 见http://example.cn，详情.
/// `address_end` is put before the first character that is not ASCII, and after 2048 bytes (the parser's time
/// grows with the square of it).
/// A joiner follows it: that tells it from the author's spaces, which never touch a joiner.
std::string end_bare_addresses(std::string_view text, std::string_view joiner);

/// A delimiter row of more than 64 columns is none: each row of a table is filled up to its columns, so that
/// a few bytes could grow to any size.
std::string refuse_wide_tables(std::string_view text, std::string_view joiner);

/// "[^" that is not followed by a label and "]" on the same line begins no footnote. The parser would take it
/// for one and lose part of its text when it runs over several lines.
std::string refuse_broken_footnotes(std::string_view text, std::string_view joiner);

}  // namespace nianbao::markdown
