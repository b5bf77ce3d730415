#include <catch2/catch.hpp>

#include "rendered.h"

using namespace nianbao::markdown;

namespace {

Document parse(std::string_view text) { return Document::parse(text, {.fence_kinds = {"chart", "case"}}); }

}  // namespace

TEST_CASE("fences of the asked-for kinds are handed out") {
  const auto document =
      parse("文\n\n``` chart extra\nid = \"a\"\n\ntitle = \"**强。**后\"\n```\n~~~case\n~~~\n");
  REQUIRE(document.fences().size() == 2);
  const Fence& chart = document.fences()[0];
  CHECK(chart.kind == "chart");
  CHECK(chart.body == "id = \"a\"\n\ntitle = \"**强。**后\"\n");
  CHECK(chart.position.line == 3);
  CHECK(chart.body_position.line == 4);
  CHECK(chart.body_position.column == 1);
  CHECK(document.fences()[1].kind == "case");
  CHECK(document.fences()[1].body.empty());
  const auto segments = document.render();
  REQUIRE(segments.size() == 3);
  CHECK(segments[1].kind == Segment::Kind::fence);
  CHECK(segments[2].index == 1);
}

TEST_CASE("other fences and indented code are printed as code") {
  CHECK(html_of("```cpp\na < b && **强。**后\n```\n") ==
        "<pre tabindex=\"0\"><code class=\"language-cpp\">a &lt; b &amp;&amp; **强。**后\n</code></pre>\n");
  CHECK(html_of("    chart\n") == "<pre tabindex=\"0\"><code>chart\n</code></pre>\n");
  CHECK(parse("    chart\n").fences().empty());
  CHECK(parse("```charts\n```\n").fences().empty());
}

TEST_CASE("an unclosed fence says so") {
  CHECK(parse("```chart\nid = 1\n").fences()[0].unterminated);
  CHECK(parse("```chart").fences()[0].unterminated);
  CHECK(parse("````chart\nid\n```\n").fences()[0].unterminated);
  CHECK_FALSE(parse("````chart\n```\n````\n").fences()[0].unterminated);
  CHECK_FALSE(parse("  ```chart\n  ```  \n\n后").fences()[0].unterminated);
}

TEST_CASE("a fence inside something else is misplaced and printed as code") {
  const auto document = parse("- 项\n\n  ```chart\n  id = 1\n  ```\n\n> ```case\n> x\n> ```\n");
  CHECK(document.fences().empty());
  REQUIRE(document.misplaced_fences().size() == 2);
  CHECK(document.misplaced_fences()[0].position.line == 3);
  CHECK(document.misplaced_fences()[0].position.column == 3);
  CHECK_FALSE(document.misplaced_fences()[0].unterminated);
  CHECK(document.misplaced_fences()[1].body == "x\n");
  CHECK_FALSE(document.misplaced_fences()[1].unterminated);
  CHECK(document.render()[0].html.find("id = 1") != std::string::npos);
}
