#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The one tokenizer. Every character of folded text begins a token: itself and the two characters after it,
/// fewer at the end of a line. So every string of up to three characters stands at the beginning of some
/// token, and every longer one is a chain of tokens that overlap. There is no dictionary: nothing that stands
/// on a page is lost.
namespace nianbao::search {

/// One to three characters in one number that sorts like them; a missing character is 0.
using Token = std::uint64_t;

constexpr Token make_token(char32_t first, char32_t second = 0, char32_t third = 0) {
  return (Token{first} << 42) | (Token{second} << 21) | third;
}
constexpr char32_t first_of(Token token) { return static_cast<char32_t>(token >> 42); }
constexpr char32_t second_of(Token token) { return static_cast<char32_t>((token >> 21) & 0x1FFFFF); }
constexpr char32_t third_of(Token token) { return static_cast<char32_t>(token & 0x1FFFFF); }
constexpr Token pair_of(Token token) { return make_token(first_of(token), second_of(token)); }
constexpr std::size_t length_of(Token token) { return 1u + (second_of(token) != 0) + (third_of(token) != 0); }

/// Tokens in slices that sort like them: all of one pair in one slice, each slice small enough to be worked
/// on by itself.
constexpr std::uint32_t slice_of(Token token) {
  const char32_t first = first_of(token);
  return first < 0x80 ? first : 0x7C + (first >> 5);
}

/// The token that begins at `line[at]`; `line` is folded and holds no line break.
Token token_at(std::u32string_view line, std::size_t at);

/// First number behind all tokens that begin with this one.
Token end_of_prefix(Token token);

/// What can be looked up for one word of a query.
struct WordPlan {
  std::vector<Token> tokens;
  std::vector<std::size_t> places;  ///< where in the word each token stands
  bool prefix = false;              ///< a word shorter than a token: every token that begins with it
  bool exact =
      false;  ///< the tokens alone prove that the word stands there; otherwise the text must be looked at
};

/// All tokens of a word of up to eight characters; of a longer one every second, and its last.
WordPlan plan_word(std::u32string_view word);

/// The tokens of a plan, as their numbers, in the order in which they are looked up: those whose lists cost
/// least first; one whose characters all stand in tokens before it is left out.
std::vector<std::size_t> reading_order(const WordPlan& plan, const std::vector<std::size_t>& costs);

}  // namespace nianbao::search
