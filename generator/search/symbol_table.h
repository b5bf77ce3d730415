#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/bits.h"

/// Texts as codes of printable ASCII. A table of characters and frequent strings ("symbols") belongs to the
/// whole index; a symbol is one letter of the alphabet, or two. So each page's text can be read by itself, no
/// host needs to compress, and a Chinese text takes about a third of its UTF-8.
namespace nianbao::search {

/// Digit of the letter that announces a character outside the table: four letters with its number follow.
inline constexpr std::uint32_t escape_digit = 0;
inline constexpr std::size_t longest_symbol = 64;  ///< characters

class SymbolTable {
 public:
  SymbolTable() = default;
  /// `symbols`: single characters, growing, then strings in the order of `in_levels`. `frequent`: which of
  /// them get a code of one letter; there is room for `short_codes_for(symbols.size())`.
  SymbolTable(std::vector<std::u32string> symbols, std::vector<std::uint32_t> frequent);

  static std::size_t short_codes_for(std::size_t symbols);

  const std::vector<std::u32string>& symbols() const { return symbols_; }
  std::string_view code(std::size_t symbol) const {
    return {codes_[symbol].letters.data(), codes_[symbol].length};
  }

  /// Throws FormatError.
  std::u32string decode(std::string_view codes) const;
  /// Of codes that are cut off somewhere, those that are whole.
  std::u32string decode_beginning(std::string_view codes) const;

  void write(BitWriter& out) const;
  /// Throws FormatError.
  static SymbolTable read(BitReader& in);

 private:
  std::vector<std::u32string> symbols_;
  std::vector<std::uint32_t> frequent_;
  std::vector<std::uint32_t> rest_;  ///< symbols with a code of two letters, in order

  struct Code {
    std::array<char, 2> letters{};
    std::uint8_t length = 0;
  };
  std::vector<Code> codes_;
};

/// Characters, growing, then strings in levels: those of a level are made of two symbols of the levels before
/// and grow by these, so that a level is written as one growing sequence. What cannot be made of two others
/// is left out.
std::vector<std::u32string> in_levels(std::vector<std::u32string> characters,
                                      std::vector<std::u32string> strings);

/// Finds the longest symbol at a place of a text: a trie in one array, in which each step looks at one slot
/// (double array; Aoe 1989).
class SymbolTree {
 public:
  struct Match {
    std::uint32_t symbol = 0;
    std::size_t length = 0;  ///< 0: no symbol fits
  };

  /// Of different texts; their numbers are those of the symbols.
  explicit SymbolTree(std::span<const std::u32string> symbols);
  Match longest(std::u32string_view text) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// What follows a slot by a character lies at `base` + the rank of the character, if it names the slot as
  /// its parent. The root is slot 0.
  struct Slot {
    std::uint32_t base = 0, parent = none;
    std::uint32_t symbol = none;  ///< that ends here
  };

  /// Of those in symbols, from 1; 0 for others, which nothing follows by.
  std::uint32_t rank(char32_t c) const;
  void number_characters(std::span<const std::u32string> symbols);
  std::uint32_t base_for(std::span<const std::uint32_t> ranks);

  std::vector<std::uint16_t> near_ranks_;                      ///< by character
  std::vector<std::pair<char32_t, std::uint32_t>> far_ranks_;  ///< of characters above them, growing
  std::uint32_t last_rank_ = 0;
  std::vector<Slot> slots_;
  std::uint32_t first_free_ = 1;
};

/// Writes texts in the codes of a table.
class SymbolEncoder {
 public:
  explicit SymbolEncoder(const SymbolTable& table);
  std::string encode(std::u32string_view text) const;

 private:
  const SymbolTable& table_;
  SymbolTree tree_;
};

}  // namespace nianbao::search
