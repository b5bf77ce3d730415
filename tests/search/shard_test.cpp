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
    const char32_t first = pick();  // one after the other: arguments have no order
    const char32_t second = random() % 8 == 0 ? 0 : pick();
    const char32_t third = second == 0 || random() % 8 == 0 ? 0 : pick();
    const Token token = make_token(first, second, third);
    tokens[token] = make_postings(random);
  }
  return tokens;
}

/// What a prefix stands on: the postings of its tokens, without the ends of titles that it does not reach.
TokenPostings united(const std::map<Token, TokenPostings>& tokens, Token prefix) {
  PostingsUnion all(page_count);
  for (auto [token, postings] : tokens) {
    if (token < prefix || token >= end_of_prefix(prefix)) continue;
    if (token != prefix) keep_begins(postings.title);
    all.add(postings);
  }
  return all.all();
}

/// Every `divided`th pair of several tokens is divided, none for 0; and the character, if it is not 0.
std::string write(const std::map<Token, TokenPostings>& tokens, std::size_t divided = 0,
                  Token divided_character = 0) {
  std::vector<WrittenPair> pairs;
  std::vector<std::uint32_t> sizes;
  std::size_t before = 0;
  const auto close = [&] {
    if (divided > 0 && !pairs.empty() && pairs.back().thirds.size() > 1 && pairs.size() % divided == 0) {
      write_postings(pairs.back().together, united(tokens, pairs.back().pair), page_count);
      pairs.back().sizes = sizes;
    }
    sizes.clear(), before = 0;
  };
  for (const auto& [token, postings] : tokens) {
    if (pairs.empty() || pairs.back().pair != pair_of(token)) {
      close();
      pairs.push_back({pair_of(token), {}, {}, {}, {}});
    }
    pairs.back().thirds.push_back(third_of(token));
    write_postings(pairs.back().lists, postings, page_count);
    sizes.push_back(static_cast<std::uint32_t>(pairs.back().lists.size() - before));
    before = pairs.back().lists.size();
  }
  close();
  for (WrittenPair& pair : pairs) {
    if (pair.pair != divided_character) continue;
    pair.sizes = {static_cast<std::uint32_t>(pair.lists.size())};
    write_postings(pair.together, united(tokens, pair.pair), page_count);
  }
  return write_shard(pairs).letters;
}

}  // namespace

TEST_CASE("a shard gives back every token's postings, and nothing for others") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto tokens = make_tokens(seed, 60);
    Shard shard(write(tokens, seed % 3), page_count);
    for (const auto& [token, postings] : tokens) REQUIRE(shard.find(token) == postings);
    std::map<Token, std::size_t> followers;
    shard.see_followers(U'焊', [&](Token token, std::size_t pages) { followers[token] = pages; });
    for (const auto& [token, pages] : followers)
      CHECK(pages == tokens.at(token).text.size() + tokens.at(token).title.size());
    CHECK(shard.find(make_token(U'焊', U'接', U'z')) == TokenPostings{});
    CHECK(shard.find(make_token(U'z')) == TokenPostings{});
  }
}

TEST_CASE("a prefix unites the postings of its tokens") {
  const auto tokens = make_tokens(3, 200);
  Shard shard(write(tokens), page_count);
  for (const Token prefix : {make_token(U'焊'), make_token(U'焊', U'接'), make_token(U'a', U'1')}) {
    PostingsUnion found(page_count);
    shard.add_prefix(prefix, found);
    CHECK(found.all() == united(tokens, prefix));
  }
}

TEST_CASE("a divided pair tells where it stands without the lists of its tokens") {
  const auto tokens = make_tokens(3, 200);
  const Token character = make_token(U'焊');
  Shard whole(write(tokens), page_count), divided(write(tokens, 1), page_count);
  std::size_t whole_bits = 0, divided_bits = 0;
  for (const auto& [token, postings] : tokens) {
    const Token pair = pair_of(token);
    whole_bits += whole.bits_of(pair);
    divided_bits += divided.bits_of(pair);
    PostingsUnion of_pair(page_count);
    divided.add_prefix(pair, of_pair);
    if (second_of(pair) != 0) CHECK(of_pair.all() == united(tokens, pair));
  }
  CHECK(divided_bits < whole_bits);
  PostingsUnion of_character(page_count);
  divided.add_prefix(character, of_character);
  const auto pages_of = [](const PostingList& list) {
    std::vector<std::uint32_t> pages;
    for (const Posting& posting : list) pages.push_back(posting.page);
    return pages;
  };
  CHECK(pages_of(of_character.all().text) == pages_of(united(tokens, character).text));
  CHECK(of_character.all().title == united(tokens, character).title);
}

TEST_CASE("a divided character tells where it stands without any list of its pairs") {
  const auto tokens = make_tokens(3, 200);
  const Token character = make_token(U'焊'), pair = make_token(U'焊', U'接');
  Shard whole(write(tokens), page_count), divided(write(tokens, 0, character), page_count);
  PostingsUnion found(page_count), of_pair(page_count), of_other(page_count);
  CHECK(divided.add_prefix(character, found));
  CHECK(found.all() == united(tokens, character));
  CHECK_FALSE(whole.add_prefix(character, found));
  CHECK(divided.add_prefix(pair, of_pair));
  CHECK(of_pair.all() == united(tokens, pair));
  CHECK_FALSE(divided.add_prefix(make_token(U'a'), of_other));
  CHECK(of_other.all() == united(tokens, make_token(U'a')));
  for (const auto& [token, postings] : tokens) CHECK(divided.find(token) == postings);
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
  const std::string letters = write(make_tokens(5, 40), 2);
  for (std::size_t length = 0; length < letters.size(); length += 2) {
    const auto read_all = [&] {
      Shard shard(std::string_view(letters).substr(0, length), page_count);
      PostingsUnion all(page_count);
      for (const char32_t c : std::u32string(U"焊接专业ab1%𠮷")) shard.add_prefix(make_token(c), all);
    };
    CHECK_THROWS_AS(read_all(), FormatError);
  }
}
