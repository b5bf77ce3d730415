#include <catch2/catch.hpp>

#include "rendered.h"

using namespace nianbao::markdown;

namespace {

struct Case {
  std::string_view source;
  std::string_view text, id;
  bool unnumbered;
  int number;
};

const Case cases[] = {
    {"## 党建引领", "党建引领", "", false, 0},
    {"## 党建引领                 {#party}", "党建引领", "party", false, 0},
    {"## 党建引领 {#party .unnumbered}", "党建引领", "party", true, 0},
    {"## 党建引领{.unnumbered}", "党建引领", "", true, 0},
    {"## 党建引领 {number=5}", "党建引领", "", false, 5},
    {"## 党建引领 { .unnumbered #a_b-c.d number=12 } ##", "党建引领", "a_b-c.d", true, 12},
    {"## 党建**引领。**新 {#党建}", "党建引领。新", "党建", false, 0},
    {"## **党建** {#a}", "党建", "a", false, 0},
    {"## `code` {#a}", "code", "a", false, 0},
    {"## {#a}", "", "a", false, 0},
    {"党建\n引领 {#a}\n---", "党建引领", "a", false, 0},
    // anything else in braces is text
    {"## 集合 {1, 2}", "集合 {1, 2}", "", false, 0},
    {"## 甲 {}", "甲 {}", "", false, 0},
    {"## 甲 {#}", "甲 {#}", "", false, 0},
    {"## 甲 {#a b}", "甲 {#a b}", "", false, 0},
    {"## 甲 {.other}", "甲 {.other}", "", false, 0},
    {"## 甲 {number=0}", "甲 {number=0}", "", false, 0},
    {"## 甲 {number=x}", "甲 {number=x}", "", false, 0},
    {"## 甲 {number=99999999999}", "甲 {number=99999999999}", "", false, 0},
    {"## 甲 {#a} 乙", "甲 {#a} 乙", "", false, 0},
    {"## 甲 `{#a}`", "甲 {#a}", "", false, 0},
    {"## 甲 {#a\"b}", "甲 {#a\"b}", "", false, 0},
};

}  // namespace

TEST_CASE("heading attributes are taken off, and only they") {
  for (const Case& c : cases) {
    INFO(c.source);
    const auto document = Document::parse(c.source);
    REQUIRE(document.headings().size() == 1);
    const Heading& heading = document.headings()[0];
    CHECK(heading.text == c.text);
    CHECK(heading.id == c.id);
    CHECK(heading.unnumbered == c.unnumbered);
    CHECK(heading.number == c.number);
    CHECK(document.render()[0].text == c.text);
  }
}

TEST_CASE("headings are handed out with level, place and inline HTML") {
  const auto document =
      Document::parse("# 一\n\n文\n\n### 三 *斜* {#c}\n", {.fence_kinds = {}, .first_line = 8});
  REQUIRE(document.headings().size() == 2);
  CHECK(document.headings()[1].level == 3);
  CHECK(document.headings()[1].position.line == 12);
  CHECK(document.headings()[1].position.column == 1);
  const auto segments = document.render();
  REQUIRE(segments.size() == 3);
  CHECK(segments[2].kind == Segment::Kind::heading);
  CHECK(segments[2].index == 1);
  CHECK(segments[2].html == "三 <em>斜</em>");
}

TEST_CASE("a heading inside a quotation is printed, not handed out") {
  const auto document = Document::parse("> ## 甲\n> 乙\n");
  CHECK(document.headings().empty());
  CHECK(html_of("> ## 甲\n> 乙\n") == "<blockquote>\n<p><strong>甲</strong></p>\n<p>乙</p>\n</blockquote>\n");
}
