#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/page_record.h"
#include "search/token.h"

namespace nianbao::search {

enum Field : std::uint32_t { text_field, context_field, title_field };
inline constexpr std::uint32_t token_fields = 3;
inline constexpr std::uint32_t detail_bits = 8;
inline constexpr std::uint32_t largest_detail = (1u << detail_bits) - 1;

class CharacterRanks;

/// The tokens of some pages in order, and where they stand.
class CollectedTokens {
 public:
  std::size_t size() const { return tokens_.size(); }
  Token token(std::size_t place) const { return tokens_[place]; }
  /// Growing: page << detail_bits | how often, or edges of titles.
  std::span<const std::uint32_t> uses(std::size_t place, std::size_t field) const {
    const std::size_t list = place * token_fields + field;
    return std::span(uses_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

 private:
  friend class TokenCollector;

  std::vector<Token> tokens_;
  std::vector<std::uint32_t> begins_;  ///< of each token and field in uses_, and the end of the last
  std::vector<std::uint32_t> uses_;
};

/// Gathers the tokens of pages, which must come in growing order of their numbers.
class TokenCollector {
 public:
  void add(const Page& page, std::uint32_t number);
  CollectedTokens finish() const;

 private:
  /// Folded texts of one field, one behind the other, and of which page they are.
  struct Texts {
    std::u32string characters;
    std::vector<std::pair<std::uint32_t, std::size_t>> pages;  ///< number, and where its last text ends
  };

  void add(Field field, std::string_view text, std::uint32_t page);
  template <typename Uses>
  CollectedTokens tokens(const CharacterRanks& ranks, Uses uses) const;

  std::array<Texts, token_fields> fields_;
};

}  // namespace nianbao::search
