#include <catch2/catch.hpp>
#include <thread>

#include "rendered.h"

using namespace nianbao::markdown;

TEST_CASE("line breaks of the source print nothing between Chinese characters") {
  CHECK(inline_html_of("职业\n教育") == "职业教育");
  CHECK(inline_html_of("职业，\n教育") == "职业，教育");
  CHECK(inline_html_of("他说\n“好”\n的") == "他说“好”的");
  CHECK(inline_html_of("职业**教\n育。**\n*后*") == "职业<strong>教育。</strong><em>后</em>");
  CHECK(inline_html_of("共有\n529人") == "共有\n529人");
  CHECK(inline_html_of("BIM\n技术") == "BIM\n技术");
  CHECK(inline_html_of("two\nwords") == "two\nwords");
  CHECK(inline_html_of("“a”\n“b”") == "“a”\n“b”");
  CHECK(inline_html_of("甲  \n乙") == "甲<br>\n乙");
  CHECK(inline_html_of("甲\\\n乙") == "甲<br>\n乙");
  CHECK(inline_html_of("甲\n`乙`") == "甲<code>乙</code>");
  CHECK(Document::parse("职业\n教育 a\nb").render()[0].text == "职业教育 a b");
}

TEST_CASE("tables scroll in a named region") {
  CHECK(html_of("| 类别 | 数量（个） |\n|:--|--:|\n| **甲。**乙 | 3 |\n") ==
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"表格：类别、数量（个）\">\n<table>\n"
        "<thead>\n<tr><th scope=\"col\" class=\"align-left\">类别</th>"
        "<th scope=\"col\" class=\"align-right\">数量（个）</th></tr>\n</thead>\n"
        "<tbody>\n<tr><td class=\"align-left\"><strong>甲。</strong>乙</td><td "
        "class=\"align-right\">3</td></tr>\n</tbody>\n"
        "</table>\n</div>\n");
  const std::string two = html_of("|甲|\n|-|\n\n文\n\n|甲|\n|-|\n");
  CHECK(two.find("aria-label=\"表格：甲\"") != std::string::npos);
  CHECK(two.find("aria-label=\"表格：甲 2\"") != std::string::npos);
  CHECK(two.find("tbody") == std::string::npos);
  CHECK(Document::parse("|甲|乙|\n|-|-|\n|1|2|\n").render()[0].text == "甲\n乙\n1\n2");
}

TEST_CASE("lists, tasks, quotations and rules") {
  CHECK(html_of("- 甲\n- 乙\n") == "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n");
  CHECK(html_of("- 甲\n\n- 乙\n") == "<ul>\n<li><p>甲</p>\n</li>\n<li><p>乙</p>\n</li>\n</ul>\n");
  CHECK(html_of("3. 甲\n4. 乙\n") == "<ol start=\"3\">\n<li>甲</li>\n<li>乙</li>\n</ol>\n");
  CHECK(html_of("- 甲\n  1. 乙\n") == "<ul>\n<li>甲<ol>\n<li>乙</li>\n</ol>\n</li>\n</ul>\n");
  CHECK(html_of("- [x] 甲\n- [ ] 乙\n") ==
        "<ul>\n<li class=\"task done\">☑ 甲</li>\n<li class=\"task\">☐ 乙</li>\n</ul>\n");
  CHECK(html_of("- [x] 甲\n\n  丙\n") ==
        "<ul>\n<li class=\"task done\"><p>☑ 甲</p>\n<p>丙</p>\n</li>\n</ul>\n");
  CHECK(html_of("> 甲\n> 乙\n\n---\n") == "<blockquote>\n<p>甲乙</p>\n</blockquote>\n<hr>\n");
}

TEST_CASE("footnotes stand at the end, with a prefix for each document") {
  RenderHooks hooks;
  hooks.footnote_prefix = "case-01-";
  const std::string html =
      html_of("甲[^a]乙[^b]丙[^a]丁[^none]\n\n[^b]: 二**注。**完\n[^a]: 一\n[^unused]: 三\n", hooks);
  CHECK(html ==
        "<p>甲<sup class=\"footnote-ref\"><a href=\"#case-01-fn-1\" id=\"case-01-fnref-1\" "
        "role=\"doc-noteref\">1</a></sup>"
        "乙<sup class=\"footnote-ref\"><a href=\"#case-01-fn-2\" id=\"case-01-fnref-2\" "
        "role=\"doc-noteref\">2</a></sup>"
        "丙<sup class=\"footnote-ref\"><a href=\"#case-01-fn-1\" id=\"case-01-fnref-1-2\" "
        "role=\"doc-noteref\">1</a></sup>"
        "丁[^none]</p>\n"
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n"
        "<li id=\"case-01-fn-1\"><p>一</p>\n<p class=\"footnote-back\"><a href=\"#case-01-fnref-1\" "
        "aria-label=\"返回正文 1\" role=\"doc-backlink\">↩</a></p></li>\n"
        "<li id=\"case-01-fn-2\"><p>二<strong>注。</strong>完</p>\n<p class=\"footnote-back\"><a "
        "href=\"#case-01-fnref-2\" "
        "aria-label=\"返回正文 2\" role=\"doc-backlink\">↩</a></p></li>\n"
        "</ol>\n</section>\n");
}

TEST_CASE("what only looks like a footnote keeps all its text") {
  CHECK(inline_html_of("甲[^乙\n丙]丁") == "甲[^乙丙]丁");
  CHECK(inline_html_of("甲[^]丁[^ 乙]") == "甲[^]丁[^ 乙]");
  CHECK(inline_html_of("[^[乙](u)") == "[^<a href=\"u\">乙</a>");
}

TEST_CASE("raw HTML is dropped and reported by place") {
  const auto document = Document::parse(
      "中文<b onclick=x>粗</b>\n\n<script>alert(1)</script>\n\n甲<br>乙<br />丙<!-- 注 -->\n\n<!-- 注\n注 "
      "-->\n");
  REQUIRE(document.dropped_html().size() == 3);
  CHECK(document.dropped_html()[0].column == 3);
  CHECK(document.dropped_html()[1].column == 17);
  CHECK(document.dropped_html()[2].line == 3);
  CHECK(document.render()[0].html == "<p>中文粗</p>\n<p>甲<br>\n乙<br>\n丙</p>\n");
  CHECK(Document::parse("<!-- a --> <img src=x>").dropped_html().size() == 1);
  CHECK(inline_html_of("年龄<30岁，<姓名>&lt;b&gt;") == "年龄&lt;30岁，&lt;姓名&gt;&lt;b&gt;");
}

TEST_CASE("several threads may parse and render at once") {
  const std::string text = "甲 ~~删。~~ http://x.cn，[链](u)\n\n|甲|\n|-|\n|~~乙~~|\n\n[^1]\n\n[^1]: 注\n";
  const auto document = Document::parse(text);
  const std::string expected = html_of(text);
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) result = html_of(text);
      std::string again;
      for (const Segment& segment : document.render()) again += segment.html;
      if (again != result) result = "differs";
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}
