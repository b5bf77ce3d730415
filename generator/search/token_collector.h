#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "search/number_map.h"
#include "search/page_record.h"
#include "search/token.h"

namespace nianbao::search {

enum Field : std::uint32_t { text_field, context_field, title_field };
inline constexpr std::uint32_t token_fields = 3;
inline constexpr std::uint32_t detail_bits = 8;
inline constexpr std::uint32_t largest_detail = (1u << detail_bits) - 1;

/// The tokens of some pages in order, and where they stand.
class CollectedTokens {
 public:
  std::size_t size() const { return order_.size(); }
  Token token(std::size_t place) const { return order_[place].token; }
  /// Growing: page << detail_bits | how often, or edges of titles.
  std::span<const std::uint32_t> uses(std::size_t place, std::size_t field) const {
    const std::size_t list = order_[place].number * token_fields + field;
    return std::span(uses_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

 private:
  friend class TokenCollector;

  struct Numbered {
    Token token = 0;
    std::uint32_t number = 0;
  };

  std::vector<Numbered> order_;
  std::vector<std::uint32_t> begins_;  ///< of each token and field in uses_, and the end of the last
  std::vector<std::uint32_t> uses_;
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
  std::vector<CollectedTokens::Numbered> in_order() const;

  NumberMap numbers_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> last_;  ///< for each list: number of its last use, plus 1
  std::vector<Use> uses_;
  std::uint32_t page_ = 0;
};

}  // namespace nianbao::search
