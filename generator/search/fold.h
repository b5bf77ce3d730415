#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// How text is made comparable, the same when an index is built and when it is asked. Each character is
/// folded by itself, so that search.js, with another Unicode library, comes to the same result:
///   NFKD, combining marks U+0300–U+036F dropped, NFC, lower case;
///   traditional characters become simplified ones (han.h);
///   soft hyphens, zero-width characters and variation selectors dropped;
///   white space dropped, but for one space between two letters or digits of an alphabet ("industry 4.0");
///   a line break stays: nothing is found across it.
namespace nianbao::search {

std::u32string code_points(std::string_view utf8);
std::string utf8(std::u32string_view characters);

std::u32string fold(std::u32string_view text);
/// The same of UTF-8, behind what stands in `out` already. Each character that is traditional comes into
/// `traditional`, too.
void append_folded(std::string_view utf8, std::u32string& out, std::set<char32_t>& traditional);

/// Folded text that knows where it came from.
struct FoldedText {
  std::u32string characters;
  std::vector<std::uint32_t> origin;  ///< for each folded character: index of the character it came from
};

FoldedText fold_with_origin(std::u32string_view text);

/// The words of a query: folded, split at white space, without repetitions; at most `most_words`, each cut
/// after `longest_word` characters.
std::vector<std::u32string> query_words(std::string_view query);
inline constexpr std::size_t most_words = 12;
inline constexpr std::size_t longest_word = 64;

}  // namespace nianbao::search
