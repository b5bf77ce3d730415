#include <catch2/catch.hpp>

#include "rendered.h"

using namespace nianbao::markdown;

namespace {

struct Case {
  std::string_view text, html;
};

const Case destinations[] = {
    {"[甲](a.html#乙)", "<a href=\"a.html#%E4%B9%99\">甲</a>"},
    {"[甲](../a b.html)", "[甲](../a b.html)"},
    {"[甲](<../a b.html>)", "<a href=\"../a%20b.html\">甲</a>"},
    {"[甲](a?x=1&y=2 \"题\")", "<a href=\"a?x=1&amp;y=2\" title=\"题\">甲</a>"},
    {"[甲](https://x.cn)", "<a href=\"https://x.cn\" rel=\"noopener noreferrer\">甲</a>"},
    {"[甲](//x.cn)", "<a href=\"//x.cn\" rel=\"noopener noreferrer\">甲</a>"},
    {"[甲](HTTP://x.cn)", "<a href=\"HTTP://x.cn\" rel=\"noopener noreferrer\">甲</a>"},
    {"[甲](mailto:a@b.cn)", "<a href=\"mailto:a@b.cn\">甲</a>"},
    {"[甲](tel:0416-7915556)", "<a href=\"tel:0416-7915556\">甲</a>"},
    {"[**甲。**乙][r]\n\n[r]: u", "<a href=\"u\"><strong>甲。</strong>乙</a>"},
    // dropped
    {"[甲](javascript:alert(1))", "甲"},
    {"[甲](JaVaScRiPt:alert(1))", "甲"},
    {"[甲](java&#10;script:alert(1))", "甲"},
    {"[甲](&#106;avascript:x)", "甲"},
    {"[甲](vbscript:x)", "甲"},
    {"[甲](file:///etc/passwd)", "甲"},
    {"[甲](data:text/html,x)", "甲"},
    {"[甲](blob:x)", "甲"},
    {"<javascript:alert(1)>", "javascript:alert(1)"},
    {"![甲](javascript:x)", "甲"},
    {"![甲](mailto:a@b.cn)", "甲"},
    {"[](ref:x)", ""},
};

const Case addresses[] = {
    {"见http://www.x.cn，详情。",
     "见<a href=\"http://www.x.cn\" rel=\"noopener noreferrer\">http://www.x.cn</a>，详情。"},
    {"见 www.x.cn/a.html查看",
     "见 <a href=\"http://www.x.cn/a.html\" rel=\"noopener noreferrer\">www.x.cn/a.html</a>查看"},
    {"（https://x.cn/a_b）",
     "（<a href=\"https://x.cn/a_b\" rel=\"noopener noreferrer\">https://x.cn/a_b</a>）"},
    {"**见http://x.cn。**后",
     "<strong>见<a href=\"http://x.cn\" rel=\"noopener noreferrer\">http://x.cn</a>。</strong>后"},
    {"http://x.cn**（重）**点",
     "<a href=\"http://x.cn\" rel=\"noopener noreferrer\">http://x.cn</a><strong>（重）</strong>点"},
    {"邮箱a@b.cn，", "邮箱<a href=\"mailto:a@b.cn\">a@b.cn</a>，"},
    {"`http://x.cn，a` ` http://x.cn，a`", "<code>http://x.cn，a</code> <code> http://x.cn，a</code>"},
    {"[见 http://a](http://b/中)",
     "<a href=\"http://b/%E4%B8%AD\" rel=\"noopener noreferrer\">见 http://a</a>"},
    {"[甲](/x?u=http://x.cn/中)", "<a href=\"/x?u=http://x.cn/%E4%B8%AD\">甲</a>"},
    {"[甲][r]\n\n[r]: http://x.cn/中",
     "<a href=\"http://x.cn/%E4%B8%AD\" rel=\"noopener noreferrer\">甲</a>"},
};

template <std::size_t N>
void check_all(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(inline_html_of(c.text) == c.html);
  }
}

}  // namespace

TEST_CASE("destinations are encoded, and only known schemes pass") { check_all(destinations); }
TEST_CASE("bare addresses end where Chinese begins") { check_all(addresses); }

TEST_CASE("links and images are listed in reading order with text and place") {
  const auto document =
      Document::parse("甲[乙**丙。**丁](ref:a)，[](data:x.y)\n\n- 图：![描*述*](b.png \"题\")\n");
  REQUIRE(document.links().size() == 3);
  CHECK(document.links()[0].url == "ref:a");
  CHECK(document.links()[0].text == "乙丙。丁");
  CHECK(document.links()[0].position.column == 2);
  CHECK(document.links()[1].text.empty());
  CHECK(document.links()[1].position.column == 20);
  CHECK(document.links()[2].is_image);
  CHECK(document.links()[2].text == "描述");
  CHECK(document.links()[2].position.line == 3);
  CHECK(document.links()[2].position.column == 5);
}

TEST_CASE("the hook decides what a link becomes") {
  RenderHooks hooks;
  hooks.resolve_link = [](const Link& link, bool is_image) -> ResolvedLink {
    if (is_image) return {"assets/" + link.url, "", "picture", ""};
    if (link.url == "ref:t") return {"tables/t.html", "表 2-9", "reference", "标题<"};
    if (link.url == "data:x") return {"", "", "datum", ""};
    if (link.url == "ref:none") return {};
    if (link.url == "ref:evil") return {"javascript:x", "", "", ""};
    return {link.url, "", "", ""};
  };
  const auto html = [&](std::string_view text) { return inline_html_of(text, hooks); };
  CHECK(html("见[](ref:t)。") ==
        "见<a href=\"tables/t.html\" class=\"reference\" title=\"标题&lt;\">表 2-9</a>。");
  CHECK(html("见[此表](ref:t)") ==
        "见<a href=\"tables/t.html\" class=\"reference\" title=\"标题&lt;\">此表</a>");
  CHECK(html("共[529人](data:x)") == "共<span class=\"datum\">529人</span>");
  CHECK(html("见[甲](ref:none)乙[](ref:none)") == "见甲乙");
  CHECK(html("见[甲](ref:evil)") == "见甲");
  CHECK(html("![图](a.png)") == "<img src=\"assets/a.png\" alt=\"图\" class=\"picture\" loading=\"lazy\">");
  const auto segments = Document::parse("见\n[](ref:t)。").render(hooks);
  CHECK(segments[0].text == "见表 2-9。");
  CHECK(segments[0].html.starts_with("<p>见<a"));
}

TEST_CASE("an image's description is its plain text") {
  CHECK(inline_html_of("![甲 **乙** [丙](x) `丁` ![戊](y)](z)") ==
        "<img src=\"z\" alt=\"甲 乙 丙 丁 戊\" loading=\"lazy\">");
  CHECK(inline_html_of("![\"<&](z)") == "<img src=\"z\" alt=\"&quot;&lt;&amp;\" loading=\"lazy\">");
}
