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

TEST_CASE("a word is looked up by every second token and the last") {
  struct Row {
    std::u32string word;
    std::vector<Token> tokens;
    bool prefix, exact;
  };
  const auto t = [](const char32_t* s) { return token_at(s, 0); };
  const std::vector<Row> rows = {
      {U"焊", {t(U"焊")}, true, true},
      {U"焊接", {t(U"焊接")}, true, true},
      {U"bim", {t(U"bim")}, false, true},
      {U"abcd", {t(U"abc"), t(U"bcd")}, false, false},
      {U"abcde", {t(U"abc"), t(U"cde")}, false, false},
      {U"abcdef", {t(U"abc"), t(U"cde"), t(U"def")}, false, false},
      {U"abcdefg", {t(U"abc"), t(U"cde"), t(U"efg")}, false, false},
  };
  for (const Row& row : rows) {
    const WordPlan plan = plan_word(row.word);
    CHECK(plan.tokens == row.tokens);
    CHECK(plan.prefix == row.prefix);
    CHECK(plan.exact == row.exact);
  }
}
