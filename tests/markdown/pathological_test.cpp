#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>

#include "rendered.h"

using namespace nianbao::markdown;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

std::size_t size_of(const std::string& text) {
  const auto document = Document::parse(text, {.fence_kinds = {"chart"}});
  std::size_t size = 0;
  for (const Segment& segment : document.render()) size += segment.html.size() + segment.text.size();
  return size;
}

/// Processor time, so that other work on the machine does not count.
double cost_of(const std::string& text) {
  const std::clock_t begin = std::clock();
  size_of(text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

/// Compares two sizes of the same input, so that it holds on any machine: eight times as much takes 64 times
/// as long when the cost is quadratic.
TEST_CASE("cost grows with the size of hostile input, not with its square") {
  const char* pieces[] = {
      "[",     "![",     "[a](",       "*a **a ", "**强。**后", "***强*。**，“*", ">",       "> ",   "`",
      "<",     "<!-- ",  "&",          "\\",      "[^",         "~~强",           "http://", "www.", "@",
      "强\n",  "[a](b)", "强<b>",      "[a][",    "()",         "{#a}",           "- ",      "|",    "强\n**",
      "_a __", "a@b.c ", "http://a强", "[`a`",    "\\*",        "# {#a}\n",       "!["};
  for (const char* piece : pieces) {
    INFO(piece);
    const double small = std::max(cost_of(repeated(piece, 5000)), 0.01);
    CHECK(cost_of(repeated(piece, 40000)) < 32 * small);
  }
}

TEST_CASE("deep nesting is rendered without recursion") {
  CHECK(size_of(std::string(100000, '>') + "甲") > 100000);
  CHECK(size_of(repeated("- ", 20000) + "甲") > 20000);
  CHECK(size_of(repeated("![", 50000) + "甲" + repeated("](u)", 50000)) > 0);
  CHECK(size_of(repeated("*甲 **甲 ", 30000) + repeated("甲** 甲*", 30000)) > 100000);
}

TEST_CASE("a few bytes do not become many") {
  const auto ratio = [](const std::string& text) { return size_of(text) / text.size(); };
  CHECK(ratio(repeated("|a", 600) + "|\n" + repeated("|-", 600) + "|\n" + repeated("|a\n", 5000)) < 10);
  CHECK(ratio("www.a.b" + std::string(200000, ')')) < 10);
  CHECK(ratio(repeated("|a", 60) + "|\n" + repeated("|-", 60) + "|\n" + repeated("|a|\n", 100)) < 300);
}

TEST_CASE("odd bytes come out as valid text") {
  CHECK(html_of(std::string("a\0b", 3)) == "<p>a\uFFFDb</p>\n");
  CHECK(html_of("a\xFF"
                "b") == "<p>a\uFFFDb</p>\n");
  CHECK(html_of("\xEF\xBB\xBF甲") == "<p>甲</p>\n");
  CHECK(html_of("") == "");
  CHECK(html_of("\n\n") == "");
}
