#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::text {

/// Decodes the code point at `offset` and moves `offset` behind it; an invalid byte gives U+FFFD and moves by
/// one.
char32_t next_code_point(std::string_view utf8, std::size_t& offset);

/// A surrogate, or a number above U+10FFFF, becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// Offset of the first invalid byte; npos when all of it is UTF-8.
std::size_t first_invalid_utf8(std::string_view bytes);

std::size_t count_code_points(std::string_view utf8);

/// Width in half-width cells: 2 for CJK and full-width forms, 0 for combining marks, 1 for the rest.
/// Source: Unicode Standard Annex #11 (East Asian Width), through ICU.
int display_width(char32_t code_point);
int display_width(std::string_view utf8);

bool is_han(char32_t code_point);
/// Punctuation (Unicode category P or S), Chinese included.
bool is_punctuation(char32_t code_point);

/// GB 18030 bytes as UTF-8; empty when they are not GB 18030.
std::optional<std::string> from_gb18030(std::string_view bytes);

/// NFKC with lower case: full-width letters and digits become half-width (ABC -> abc, １ -> 1).
std::string fold(std::string_view utf8);

/// Cuts to at most `code_points`, with "…" when something was cut.
std::string ellipsis(std::string_view utf8, std::size_t code_points);

/// Without white space at both ends: ASCII, ideographic, no-break and zero-width spaces (which come along
/// from web pages).
std::string_view trim(std::string_view text);

/// Steps from one word to the other in code points, for "did you mean": a letter put in, left out, replaced,
/// or two neighbours swapped (optimal string alignment). Of longer words the first 80 code points count.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, the first of equals; empty when none is near enough: as many steps as a
/// third of its length (at least 1, but never all of it), or a name that contains it.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace nianbao::text
