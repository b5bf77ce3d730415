#include "search/ranking.h"

#include <catch2/catch.hpp>

#include "corpus.h"
#include "search/heading_label.h"

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

TEST_CASE("a title that several words are, one behind the other, comes before one that goes on") {
  const std::vector<Entry> entries = {
      {"over.html", "Placement rate over the years", "", "", "2025", "chart",
       "placement rate, placement rate"},
      {"whole.html", "Placement rate", "", "", "2025", "indicator", "98"},
      {"other.html", "Rate of placement", "", "", "2025", "chart", "placement rate"},
      {"bim.html", "BIM技术", "", "", "2023", "indicator", ""},
      {"use.html", "BIM 技术应用", "", "", "2025", "chart", "BIM技术"},
  };
  CHECK(order_of(entries, "placement rate").front() == "whole.html");
  CHECK(order_of(entries, "rate placement").front() != "whole.html");
  CHECK(order_of(entries, "bim 技术").front() == "bim.html");
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
  REQUIRE(answer.results.size() == 3);
  CHECK(answer.results[0].url == "ab.html");
  CHECK(answer.results[0].loose);
  CHECK_FALSE(reader->ask("焊接 就业", 10).partial);
  CHECK(reader->ask("升学 木工", 10).results.at(0).url == "c.html");
  CHECK(reader->ask("木工 铁工", 10).results.empty());
}

TEST_CASE("the number in front of a heading is no part of what it begins with") {
  const std::vector<Entry> entries = {
      {"a.html", "论焊接技术之道", "", "", "2025", "", ""},
      {"b.html", "5.1 焊接专业", "", "", "2024", "", ""},
      {"c.html", "（二）焊接", "", "", "2023", "", ""},
  };
  CHECK(order_of(entries, "焊接") == Urls{"c.html", "b.html", "a.html"});
  for (const auto& [title, label] :
       std::initializer_list<std::pair<std::u32string_view, std::size_t>>{{U"5.1产教融合", 3},
                                                                          {U"5国际合作", 1},
                                                                          {U"(一)学校概况", 3},
                                                                          {U"一、案例背景", 2},
                                                                          {U"第三章学生", 3},
                                                                          {U"5.坚持教研", 2},
                                                                          {U"表2-11去向", 5},
                                                                          {U"表1 2025年专业", 3},
                                                                          {U"案例08焊花", 4},
                                                                          {U"2025年毕业生", 0},
                                                                          {U"3d打印", 0},
                                                                          {U"1+x证书", 0},
                                                                          {U"95.8%的学生", 0},
                                                                          {U"图4", 0},
                                                                          {U"5.1", 0},
                                                                          {U"", 0},
                                                                          {U"三对师徒", 0},
                                                                          {U"1.2.3、深入推进", 0}})
    CHECK(heading_label(title) == label);
}

TEST_CASE("chapters that tell of something come before tables that count it") {
  const std::vector<Entry> entries = {
      {"rows.html", "资源表", "", "", "2025", "table", ""},
      {"rows.html#1", "校企合作教材数量", "", "", "2025", "indicator", ""},
      {"rows.html#2", "校企合作课程数量", "", "", "2025", "indicator", ""},
      {"major.html", "校企合作", "", "", "2024", "major", ""},
      {"chapter.html", "校企合作育人", "", "", "2024", "chapter", ""},
  };
  CHECK(order_of(entries, "校企合作") == Urls{"major.html", "chapter.html", "rows.html#1"});
}

TEST_CASE("the title of a page comes before the same name of a row, the organisation before the context") {
  const std::vector<Entry> entries = {
      {"table.html", "表", "", "", "2025", "case", ""},
      {"table.html#1", "焊接", "表", "", "2025", "case", ""},
      {"page.html", "焊接", "", "", "2024", "case", ""},
      {"context.html", "页", "锦州", "", "2025", "case", ""},
      {"organisation.html", "页", "", "锦州", "2024", "case", ""},
  };
  CHECK(order_of(entries, "焊接") == Urls{"page.html", "table.html#1"});
  CHECK(order_of(entries, "锦州") == Urls{"organisation.html", "context.html"});
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
