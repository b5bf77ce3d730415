#include "search/token.h"

#include <catch2/catch.hpp>

using namespace nianbao::search;

TEST_CASE("every character begins a token") {
  const std::u32string_view line = U"焊接ab";
  CHECK(token_at(line, 0) == make_token(U'焊', U'接', U'a'));
  CHECK(token_at(line, 2) == make_token(U'a', U'b'));
  CHECK(token_at(line, 3) == make_token(U'b'));
}

TEST_CASE("tokens sort like their characters, and a prefix ends where its tokens end") {
  CHECK(make_token(U'焊') < make_token(U'焊', U'a'));
  CHECK(make_token(U'焊', U'a') < make_token(U'焊', U'a', U'a'));
  for (const Token prefix : {make_token(U'焊'), make_token(U'焊', U'接'), make_token(U'焊', U'接', U'专')}) {
    CHECK(prefix < end_of_prefix(prefix));
  }
  CHECK(make_token(U'焊', 0x10FFFF, 0x10FFFF) < end_of_prefix(make_token(U'焊')));
  CHECK(make_token(U'焊', U'接', 0x10FFFF) < end_of_prefix(make_token(U'焊', U'接')));
  CHECK(make_token(U'焊', U'接' + 1) == end_of_prefix(make_token(U'焊', U'接')));
}

TEST_CASE("a short word can be looked up by all its tokens, a long one by every second and the last") {
  struct Row {
    std::u32string word;
    std::vector<std::size_t> places;
    bool prefix, exact;
  };
  const std::vector<Row> rows = {
      {U"焊", {0}, true, true},
      {U"焊接", {0}, true, true},
      {U"bim", {0}, false, true},
      {U"abcd", {0, 1}, false, false},
      {U"abcdefgh", {0, 1, 2, 3, 4, 5}, false, false},
      {U"abcdefghi", {0, 2, 4, 6}, false, false},
      {U"abcdefghij", {0, 2, 4, 6, 7}, false, false},
  };
  for (const Row& row : rows) {
    const WordPlan plan = plan_word(row.word);
    CHECK(plan.places == row.places);
    for (std::size_t i = 0; i < plan.tokens.size(); ++i)
      CHECK(plan.tokens[i] == token_at(row.word, plan.places[i]));
    CHECK(plan.prefix == row.prefix);
    CHECK(plan.exact == row.exact);
  }
}

TEST_CASE("tokens are read in the order of their costs, but for those whose characters others have") {
  using Order = std::vector<std::size_t>;
  const WordPlan plan = plan_word(U"abcdef");
  CHECK(reading_order(plan, {5, 1, 9, 2}) == Order{1, 3, 0});
  CHECK(reading_order(plan, {1, 9, 9, 1}) == Order{0, 3});
  CHECK(reading_order(plan, {7, 7, 7, 7}) == Order{0, 1, 2, 3});
  CHECK(reading_order(plan, {4, 2, 1, 3}) == Order{2, 1, 3, 0});
  CHECK(reading_order(plan_word(U"焊"), {3}) == Order{0});
}
