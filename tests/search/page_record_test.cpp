#include "search/page_record.h"

#include <catch2/catch.hpp>

#include "search/bits.h"
#include "search/fold.h"

using namespace nianbao::search;

namespace {

Entry entry(std::string url, std::string year, std::string title = "t", std::string text = "x") {
  return {std::move(url), std::move(title), "c", "o", std::move(year), "chapter", std::move(text)};
}

}  // namespace

TEST_CASE("entries become pages, the latest year first, then by city, school, kinds and address") {
  const auto pages = pages_of({entry("b.html#2", "2023"), entry("a.html", "2022"), entry("b.html", "2023"),
                               entry("c.html", "2023"), entry("b.html-x", "2024"), entry("d.html", ""),
                               entry("a.html#z", "2021")});
  std::vector<std::string> urls;
  for (const Page& page : pages)
    urls.push_back(page.url + " " + page.origin.year + " " + std::to_string(page.entries.size()));
  CHECK(urls == std::vector<std::string>{"b.html-x 2024 1", "b.html 2023 2", "c.html 2023 1", "a.html 2022 2",
                                         "d.html  1"});
}

TEST_CASE("a record gives the entries back") {
  const auto pages = pages_of({entry("a.html", "2023", "标题"), entry("a.html#b", "2023", "标题", "一\n二"),
                               entry("a.html#c", "", "", "")});
  const PageRecord record = read_record(write_record(pages.at(0)));
  CHECK(record.url == U"a.html");
  REQUIRE(record.entries.size() == 3);
  CHECK(record.entries[0].anchor.empty());
  CHECK(record.entries[1].anchor == U"#b");
  CHECK(record.entries[1].title == U"标题");
  CHECK(record.entries[1].text == U"一\n二");
  CHECK(record.entries[2].year.empty());
  CHECK(record.entries[2].organisation == U"o");
}

TEST_CASE("control characters cannot break a record") {
  const auto pages = pages_of({entry("a\x1F.html", "2023", "t\x1E\n\x10", "x\x1F\ty\nz")});
  const PageRecord record = read_record(write_record(pages.at(0)));
  CHECK(record.entries.at(0).title == U"t   ");
  CHECK(record.entries.at(0).text == U"x  y\nz");
}

TEST_CASE("what is no record is refused") {
  for (const std::u32string text : {U"", U"a.html", U"a.html\x1E",
                                    U"a.html\x1E"
                                    U"1\x1F"
                                    U"2",
                                    U"a\x1E\x1F\x1F\x1F\x1F\x1F\x1F\x1F"}) {
    CHECK_THROWS_AS(read_record(text), FormatError);
  }
}
