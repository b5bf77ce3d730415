#include "search/shard.h"

#include <catch2/catch.hpp>
#include <random>

using namespace nianbao::search;

namespace {

constexpr std::uint32_t page_count = 500;

PostingList make_list(std::mt19937& random, std::uint32_t details) {
  PostingList list;
  const std::uint32_t share = 1 + random() % 400;
  for (std::uint32_t page = 0; page < page_count; ++page) {
    if (random() % share == 0) list.push_back({page, static_cast<std::uint8_t>(random() % details)});
  }
  return list;
}

TokenPostings make_postings(std::mt19937& random) {
  TokenPostings postings{make_list(random, 3), make_list(random, 1), make_list(random, 4)};
  if (random() % 2 == 0) postings.context.clear();
  if (random() % 2 == 0) postings.title.clear();
  return postings;
}

/// Random tokens of few characters, so that they share beginnings.
std::map<Token, TokenPostings> make_tokens(std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  const std::u32string characters = U"焊接专业ab1%𠮷";
  const auto pick = [&] { return characters[random() % characters.size()]; };
  std::map<Token, TokenPostings> tokens;
  for (int i = 0; i < count; ++i) {
    const char32_t second = random() % 8 == 0 ? 0 : pick();
    const Token token = make_token(pick(), second, second == 0 || random() % 8 == 0 ? 0 : pick());
    tokens[token] = make_postings(random);
  }
  return tokens;
}

std::string write(const std::map<Token, TokenPostings>& tokens) {
  std::vector<WrittenPair> pairs;
  for (const auto& [token, postings] : tokens) {
    if (pairs.empty() || pairs.back().pair != pair_of(token)) pairs.push_back({pair_of(token), {}, {}});
    pairs.back().thirds.push_back(third_of(token));
    write_postings(pairs.back().lists, postings, page_count);
  }
  return write_shard(pairs).letters;
}

}  // namespace

TEST_CASE("a shard gives back every token's postings, and nothing for others") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto tokens = make_tokens(seed, 60);
    Shard shard(write(tokens), page_count);
    for (const auto& [token, postings] : tokens) REQUIRE(shard.find(token) == postings);
    CHECK(shard.find(make_token(U'焊', U'接', U'z')) == TokenPostings{});
    CHECK(shard.find(make_token(U'z')) == TokenPostings{});
  }
}

TEST_CASE("a prefix unites the postings of its tokens") {
  const auto tokens = make_tokens(3, 200);
  Shard shard(write(tokens), page_count);
  for (const Token prefix : {make_token(U'焊'), make_token(U'焊', U'接'), make_token(U'a', U'1')}) {
    PostingsUnion expected(page_count), found(page_count);
    for (auto [token, postings] : tokens) {
      if (token < prefix || token >= end_of_prefix(prefix)) continue;
      for (Posting& posting : postings.title) {
        if (token != prefix) posting.detail &= begins_title;
      }
      expected.add(postings);
    }
    shard.add_prefix(prefix, found);
    CHECK(found.all() == expected.all());
  }
}

TEST_CASE("uses in a text add up to grades, edges of titles unite") {
  PostingsUnion all(10);
  all.add({{{1, 0}, {2, 0}, {3, 2}}, {{4, 0}}, {{5, begins_title}, {6, inside_title}}});
  all.add({{{1, 0}, {2, 1}}, {{4, 0}}, {{5, ends_title}}});
  const TokenPostings expected{
      {{1, 1}, {2, 1}, {3, 2}}, {{4, 0}}, {{5, begins_title | ends_title}, {6, inside_title}}};
  CHECK(all.all() == expected);
}

TEST_CASE("a shard that is cut off is refused, sooner or later") {
  const std::string letters = write(make_tokens(5, 40));
  for (std::size_t length = 0; length < letters.size(); length += 2) {
    const auto read_all = [&] {
      Shard shard(std::string_view(letters).substr(0, length), page_count);
      PostingsUnion all(page_count);
      for (const char32_t c : std::u32string(U"焊接专业ab1%𠮷")) shard.add_prefix(make_token(c), all);
    };
    CHECK_THROWS_AS(read_all(), FormatError);
  }
}
