#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "search/number_map.h"
#include "search/page_record.h"
#include "search/posting_list.h"
#include "search/token.h"

namespace nianbao::search {

enum Field : std::uint32_t { text_field, context_field, title_field };
inline constexpr std::uint32_t token_fields = 3;

/// The tokens of some pages in order, and where they stand.
class CollectedTokens {
 public:
  const std::vector<Token>& tokens() const { return tokens_; }
  /// Appends what stands under token number `place` of tokens().
  void append_to(TokenPostings& postings, std::size_t place) const;

 private:
  friend class TokenCollector;

  std::vector<Token> tokens_;
  std::vector<std::uint32_t> begins_;  ///< of each token and field in uses_, and the end of the last
  std::vector<std::uint32_t> uses_;    ///< page * 256 + how often, or edges of titles
};

/// Gathers the tokens of pages, which must come in growing order of their numbers.
class TokenCollector {
 public:
  void add(const Page& page, std::uint32_t number);
  CollectedTokens finish();

 private:
  struct Use {
    std::uint32_t list = 0;  ///< number of the token * token_fields + field
    std::uint32_t page_and_detail = 0;
  };

  void add(Field field, std::u32string_view folded);
  std::uint32_t& detail_of(Token token, Field field);
  std::vector<std::uint32_t> ranks() const;

  NumberMap numbers_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> last_;  ///< for each list: number of its last use, plus 1
  std::vector<Use> uses_;
  std::uint32_t page_ = 0;
};

}  // namespace nianbao::search
