#include <catch2/catch.hpp>

#include "rendered.h"

using namespace nianbao::markdown;

TEST_CASE("a document becomes html, heading and fence segments in order") {
  const auto document = Document::parse(
      "引言。\n\n## 党建引领 {#party}\n\n正文\n分行。\n\n```chart\nid = \"a\"\n```\n\n结尾 "
      "**强调。**后文。\n",
      {.fence_kinds = {"chart"}, .first_line = 5});
  const auto segments = document.render();
  REQUIRE(segments.size() == 5);
  CHECK(segments[0].html == "<p>引言。</p>\n");
  CHECK(segments[1].kind == Segment::Kind::heading);
  CHECK(segments[1].html == "党建引领");
  CHECK(document.headings()[0].id == "party");
  CHECK(document.headings()[0].position.line == 7);
  CHECK(segments[2].html == "<p>正文分行。</p>\n");
  CHECK(segments[3].kind == Segment::Kind::fence);
  CHECK(document.fences()[0].body == "id = \"a\"\n");
  CHECK(document.fences()[0].position.line == 12);
  CHECK_FALSE(document.fences()[0].unterminated);
  CHECK(segments[4].html == "<p>结尾 <strong>强调。</strong>后文。</p>\n");
}

TEST_CASE("raw HTML is dropped and reported") {
  const auto document = Document::parse("中文<b>粗</b>\n\n<script>alert(1)</script>\n");
  REQUIRE(document.dropped_html().size() == 3);
  CHECK(document.dropped_html()[0].column == 3);
  CHECK(html_of("中文<b>粗</b>\n\n<script>alert(1)</script>\n") == "<p>中文粗</p>\n");
}
