#include "search/ranking.h"

#include <catch2/catch.hpp>

#include "corpus.h"

using namespace nianbao::search;

namespace {

std::vector<std::string> order_of(const std::vector<Entry>& entries, std::string_view query) {
  std::vector<std::string> urls;
  for (const Result& result : open_index(build_index(entries))->query(query, 100)) urls.push_back(result.url);
  return urls;
}

using Urls = std::vector<std::string>;

}  // namespace

TEST_CASE("a whole title comes before its beginning, title before context, context before text") {
  const std::vector<Entry> entries = {
      {"text.html", "就业", "", "", "2024", "", "焊接"},
      {"context.html", "就业", "焊接", "", "2024", "", ""},
      {"inside.html", "论焊接之道", "", "", "2024", "", ""},
      {"begins.html", "焊接专业", "", "", "2024", "", ""},
      {"whole.html", "焊接", "", "", "2020", "", ""},
      {"none.html", "木工", "", "", "2024", "", ""},
  };
  CHECK(order_of(entries, "焊接") ==
        Urls{"whole.html", "begins.html", "inside.html", "context.html", "text.html"});
}

TEST_CASE("more often comes first, among equals the latest year, then the address") {
  const std::vector<Entry> entries = {
      {"b.html", "", "", "", "2023", "", "焊接"},       {"a.html", "", "", "", "2023", "", "焊接"},
      {"c.html", "", "", "", "2025", "", "焊接"},       {"d.html", "", "", "", "", "", "焊接"},
      {"e.html", "", "", "", "2020", "", "焊接，焊接"},
  };
  CHECK(order_of(entries, "焊接") == Urls{"e.html", "c.html", "a.html", "b.html", "d.html"});
}

TEST_CASE("words that stand together come first") {
  const std::vector<Entry> entries = {
      {"apart.html", "", "", "", "2025", "", "焊接很好。\n就业也好。"},
      {"apart.html#2", "", "", "", "2025", "", "无关"},
      {"far.html", "", "", "", "2025", "", "焊接"},
      {"far.html#2", "", "", "", "2025", "", "就业"},
      {"near.html", "", "", "", "2020", "", "焊接专业就业"},
  };
  CHECK(order_of(entries, "焊接 就业") == Urls{"near.html", "apart.html", "far.html"});
}

TEST_CASE("when no page has all the words, those with most of them are found") {
  const std::vector<Entry> entries = {
      {"ab.html", "", "", "", "", "", "焊接与就业"},
      {"a.html", "", "", "", "", "", "焊接"},
      {"c.html", "", "", "", "", "", "升学"},
  };
  const auto reader = open_index(build_index(entries));
  const Answer answer = reader->ask("焊接 就业 升学", 10);
  CHECK(answer.partial);
  REQUIRE(answer.results.size() == 1);
  CHECK(answer.results[0].url == "ab.html");
  CHECK_FALSE(reader->ask("焊接 就业", 10).partial);
  CHECK(reader->ask("升学 木工", 10).results.at(0).url == "c.html");
  CHECK(reader->ask("木工 铁工", 10).results.empty());
}

TEST_CASE("a rare word weighs more than a common one") {
  CHECK(rarity(1000, 1000) == 16);
  CHECK(rarity(1000, 500) == 32);
  CHECK(rarity(1024, 1) == 176);
  CHECK(rarity(1000, 0) == rarity(1000, 1));
  CHECK(rarity(0, 0) == 16);
  for (std::size_t hits = 2; hits < 1000; ++hits) CHECK(rarity(1000, hits) <= rarity(1000, hits - 1));
}

TEST_CASE("a page is found once, with its best entry") {
  const std::vector<Entry> entries = {
      {"a.html", "人才培养", "", "", "2024", "chapter", "总的情况"},
      {"a.html#1", "党建", "人才培养", "", "2024", "chapter", "焊接"},
      {"a.html#2", "焊接专业", "人才培养", "", "2024", "table", "焊接"},
  };
  const auto results = open_index(build_index(entries))->query("焊接", 10);
  REQUIRE(results.size() == 1);
  CHECK(results[0].url == "a.html#2");
  CHECK(results[0].title == "焊接专业");
  CHECK(results[0].context == "人才培养");
  CHECK(results[0].kind == "table");
}

TEST_CASE("fewer results are the first of more, and scores never rise") {
  const auto reader = open_index(build_index(make_corpus(5, {.pages = 120})));
  for (const char* query : {"焊接", "学校 技能", "双师型教师", "2"}) {
    const auto all = reader->query(query, 1000);
    for (const std::size_t limit : {0u, 1u, 7u, 10u, 23u}) {
      const auto some = reader->query(query, limit);
      REQUIRE(some.size() == std::min(limit, all.size()));
      for (std::size_t i = 0; i < some.size(); ++i) CHECK(some[i].url == all[i].url);
    }
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i].score <= all[i - 1].score);
  }
}
