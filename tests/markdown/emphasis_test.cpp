#include <catch2/catch.hpp>
#include <random>

#include "rendered.h"

using namespace nianbao::markdown;

namespace {

struct Case {
  std::string_view text, html;
};

const Case beside_punctuation[] = {
    {"**强调。**后文", "<strong>强调。</strong>后文"},
    {"前文**强调。**后文", "前文<strong>强调。</strong>后文"},
    {"**“引号”**后文", "<strong>“引号”</strong>后文"},
    {"前文**‘引号’**后文", "前文<strong>‘引号’</strong>后文"},
    {"文字**（括号）**文字", "文字<strong>（括号）</strong>文字"},
    {"文字**(括号)**文字", "文字<strong>(括号)</strong>文字"},
    {"**《书名》**是好书", "<strong>《书名》</strong>是好书"},
    {"学习**《书名》**。", "学习<strong>《书名》</strong>。"},
    {"学习**【要点】**和**「引文」**等", "学习<strong>【要点】</strong>和<strong>「引文」</strong>等"},
    {"**一、**党建", "<strong>一、</strong>党建"},
    {"**第1条：**内容", "<strong>第1条：</strong>内容"},
    {"**强调：**2023年，**目标：**完成", "<strong>强调：</strong>2023年，<strong>目标：</strong>完成"},
    {"**强——**后，**调……**后", "<strong>强——</strong>后，<strong>调……</strong>后"},
    {"**重点！**？", "<strong>重点！</strong>？"},
    {"（**重点**）后", "（<strong>重点</strong>）后"},
    {"“**重点**”后", "“<strong>重点</strong>”后"},
    {"**“甲”**、**“乙”**和**“丙”**", "<strong>“甲”</strong>、<strong>“乙”</strong>和<strong>“丙”</strong>"},
    {"**强调**（说明）**强调（说明）**后", "<strong>强调</strong>（说明）<strong>强调（说明）</strong>后"},
    {"占**95.8%**，占**95.8%**的", "占<strong>95.8%</strong>，占<strong>95.8%</strong>的"},
    {"共**1,200余**人", "共<strong>1,200余</strong>人"},
    {"**￥100**元**℃。**度", "<strong>￥100</strong>元<strong>℃。</strong>度"},
    {"**①**后**②、**后", "<strong>①</strong>后<strong>②、</strong>后"},
    {"1+X**“证书”**试点", "1+X<strong>“证书”</strong>试点"},
    {"**“双师”**ABC", "<strong>“双师”</strong>ABC"},
    {"ABC**（双师）**ABC", "ABC<strong>（双师）</strong>ABC"},
    {"**def.**后文", "<strong>def.</strong>后文"},
    {"**\"引号\"**后文", "<strong>&quot;引号&quot;</strong>后文"},
    {"后**'x'**后", "后<strong>&#39;x&#39;</strong>后"},
    {"**日本語。**テスト", "<strong>日本語。</strong>テスト"},
    {"**한국어.**입니다", "<strong>한국어.</strong>입니다"},
    {"**🎉！**后", "<strong>🎉！</strong>后"},
    {"**强调，\n第二行。**后文", "<strong>强调，第二行。</strong>后文"},
};

const Case italics_and_nesting[] = {
    {"*斜体。*后文", "<em>斜体。</em>后文"},
    {"前*“斜”*后", "前<em>“斜”</em>后"},
    {"***强调。***后文", "<em><strong>强调。</strong></em>后文"},
    {"***粗斜*粗。**后", "<strong><em>粗斜</em>粗。</strong>后"},
    {"**粗*斜。*粗。**后", "<strong>粗<em>斜。</em>粗。</strong>后"},
    {"*斜**粗。**斜。*后", "<em>斜<strong>粗。</strong>斜。</em>后"},
    {"~~删除。~~后文", "<del>删除。</del>后文"},
    {"**粗~~删。~~**后", "<strong>粗<del>删。</del></strong>后"},
    {"**_强调。_**后文", "<strong><em>强调。</em></strong>后文"},
    {"前文**_“强调”_**后文", "前文<strong><em>“强调”</em></strong>后文"},
    {"_**强调。**_", "<em><strong>强调。</strong></em>"},
    {"[**强调。**后文](x)", "<a href=\"x\"><strong>强调。</strong>后文</a>"},
    {"**[链接](x)**后文", "<strong><a href=\"x\">链接</a></strong>后文"},
    {"**[链接。](x)**后文", "<strong><a href=\"x\">链接。</a></strong>后文"},
    {"**`代码`**后文", "<strong><code>代码</code></strong>后文"},
    {"**![图。](x)**后文", "<strong><img src=\"x\" alt=\"图。\" loading=\"lazy\"></strong>后文"},
};

const Case left_as_they_are[] = {
    {"**a**", "<strong>a</strong>"},
    {"a**b**c", "a<strong>b</strong>c"},
    {"**强调**", "<strong>强调</strong>"},
    {"2**3", "2**3"},
    {"a * b * c", "a * b * c"},
    {"甲 * 乙 * 丙", "甲 * 乙 * 丙"},
    {"**强调", "**强调"},
    {"强调。**后", "强调。**后"},
    {"**强调。*后文", "**强调。*后文"},
    {"** 强调。**后文", "** 强调。**后文"},
    {"**强调。 **后文", "**强调。 **后文"},
    {"**　全角空格**后", "**　全角空格**后"},
    {"**def.**ghi", "**def.**ghi"},
    {"snake_强调。_后文", "snake_强调。_后文"},
    {"40~49岁、50~59岁", "40~49岁、50~59岁"},
    {"`**强调。**后文`", "<code>**强调。**后文</code>"},
    {"``a`**强调。**``后", "<code>a`**强调。**</code>后"},
    {"\\**强调。**后文", "**强调。**后文"},
    {"\\*\\*强调。\\*\\*后文", "**强调。**后文"},
    {"**强调。\\***后文", "<strong>强调。*</strong>后文"},
    {"[a](b**。**c)", "<a href=\"b**%E3%80%82**c\">a</a>"},
    {"<http://x.cn/**。**中>",
     "<a href=\"http://x.cn/**%E3%80%82**%E4%B8%AD\" rel=\"noopener noreferrer\">http://x.cn/**。**中</a>"},
    {"[a](b \"题**。**目\")", "<a href=\"b\" title=\"题**。**目\">a</a>"},
};

template <std::size_t N>
void check_all(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(inline_html_of(c.text) == c.html);
  }
}

constexpr const char* words[] = {"强", "调", "教师", "。", "，", "“",   "”", "（", "）",
                                 "《", "》", "a",    "B1", " ",  "529", "%", ".",  ",",
                                 "——", "、", "\n行", "：", "é",  "😀",   "-", "+",  "/"};
constexpr const char* marks[] = {"*", "**", "***", "~~", "`", "[", "](x)", "\\", "_"};

std::string random_text(std::mt19937& generator, bool with_marks) {
  std::string text = "始";
  for (int i = 0; i < 24; ++i) {
    const bool mark = with_marks && generator() % 3 == 0;
    text += mark ? marks[generator() % std::size(marks)] : words[generator() % std::size(words)];
  }
  return text + "终";
}

std::string without_white_space(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\n') result += c;
  }
  return result;
}

/// The text of an HTML fragment that holds no entities.
std::string without_tags(std::string_view html) {
  std::string result;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) result += c;
    if (c == '>') in_tag = false;
  }
  return result;
}

bool tags_are_nested(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1, html.find_first_of(" >", at) - at - 1);
    if (tag == "img" || tag == "br" || tag == "hr") continue;
    if (!tag.starts_with('/')) {
      open.push_back(tag);
      continue;
    }
    if (open.empty() || open.back() != tag.substr(1)) return false;
    open.pop_back();
  }
  return open.empty();
}

}  // namespace

TEST_CASE("emphasis works beside Chinese punctuation") { check_all(beside_punctuation); }
TEST_CASE("emphasis nests and mixes in Chinese text") { check_all(italics_and_nesting); }
TEST_CASE("what is no emphasis stays as it is") { check_all(left_as_they_are); }

TEST_CASE("text without markers never changes") {
  std::mt19937 generator(20240601);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(generator, false);
    INFO(text);
    const std::string html = inline_html_of(text);
    CHECK(without_white_space(without_tags(html)) == without_white_space(text));
    for (const char* tag : {"<strong", "<em", "<del", "<code", "<a"})
      CHECK(html.find(tag) == std::string::npos);
  }
}

TEST_CASE("with any markers the tags nest and no character but a marker is lost") {
  std::mt19937 generator(7);
  const auto without_marks = [](std::string text) {
    std::erase_if(
        text, [](char c) { return std::string_view("*~`[](x)\\_ \n").find(c) != std::string_view::npos; });
    return text;
  };
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random_text(generator, true);
    INFO(text);
    const std::string html = html_of(text);
    CHECK(tags_are_nested(html));
    CHECK(without_marks(without_tags(html)) == without_marks(text));
    CHECK(html.find("\xEE\x80\x80") == std::string::npos);
  }
}

TEST_CASE("a private-use character of the author stays") {
  CHECK(inline_html_of("甲\uE000**强调。**后\uE001文") == "甲\uE000<strong>强调。</strong>后\uE001文");
}
