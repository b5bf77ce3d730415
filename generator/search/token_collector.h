#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <set>
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

/// Where the uses of a token in one field begin; they go on to those of the next list.
struct TokenList {
  Token token;
  Field field;
  std::uint32_t begin;
};

/// The tokens of some pages, and where they stand.
class CollectedTokens {
 public:
  /// By token, then by field; none is empty.
  std::span<const TokenList> lists() const { return {lists_.get(), list_count_}; }
  /// Of one of these, growing: page << detail_bits | how often, or edges of titles.
  std::span<const std::uint32_t> uses(const TokenList& list) const {
    return {&uses_[list.begin], (&list)[1].begin - list.begin};
  }
  std::size_t use_count() const { return list_count_ == 0 ? 0 : lists_[list_count_].begin; }

 private:
  friend class TokenCollector;

  explicit CollectedTokens(std::size_t most_uses)
      : lists_(std::make_unique_for_overwrite<TokenList[]>(most_uses + 1)),
        uses_(std::make_unique_for_overwrite<std::uint32_t[]>(most_uses)) {}

  std::unique_ptr<TokenList[]> lists_;  ///< and behind the last one its end
  std::size_t list_count_ = 0;
  std::unique_ptr<std::uint32_t[]> uses_;
};

/// Gathers the tokens of pages, which must come in growing order of their numbers.
class TokenCollector {
 public:
  void add(const Page& page, std::uint32_t number);
  CollectedTokens finish() const;
  /// Characters of the texts that stand folded in the tokens.
  const std::set<char32_t>& traditional() const { return traditional_; }

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
  std::set<char32_t> traditional_;
};

}  // namespace nianbao::search
