#include <catch2/catch.hpp>
#include <random>

#include "rendered.h"

using namespace nianbao::markdown;

namespace {

/// Where `needle` stands in `text`, counted by hand.
Position place_of(std::string_view text, std::string_view needle) {
  Position place{1, 1};
  for (const char c : text.substr(0, text.find(needle))) {
    if (c == '\n') {
      place = {place.line + 1, 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++place.column;
    }
  }
  return place;
}

void check_links(const std::string& text) {
  INFO(text);
  const auto document = Document::parse(text);
  for (const Link& link : document.links()) {
    const std::string written = link.url.starts_with("u") ? "[链](" + link.url + ")" : link.url;
    INFO(link.url);
    const Position expected = place_of(text, written);
    CHECK(link.position.line == expected.line);
    CHECK(link.position.column == expected.column);
  }
}

}  // namespace

TEST_CASE("places count code points, whatever stands around") {
  check_links(
      "甲[链](u1)乙[链](u2) **强。**后[链](u3) 见http://x.cn/1，又 http://x.cn/2。\n第二行[链](u4)\n   "
      "缩进**（甲）**乙[链](u5)\n");
  check_links("> 引[链](u1)\n> 行[链](u2)\n懒行[链](u3)\n>   多[链](u4)\n");
  check_links("- 项[链](u1)\n  续[链](u2)\n懒[链](u3)\n  - 深[链](u4) http://x.cn/a\n    续[链](u5)\n");
  check_links("1. > 引[链](u1)\n   > 行[链](u2)\n\n## 标题[链](u3) {#a}\n\n标题[链](u4)\n二[链](u5)\n---\n");
  check_links(
      "| 甲[链](u1) | 乙 |\n|---|---|\n| **强。**后[链](u2) | [链](u3) http://x.cn/5，甲 |\n\n后[链](u4)\n");
  check_links("> | 甲[链](u1) | 乙 |\n> |---|---|\n> | 丙 | [链](u3) |\n");
  check_links("文[^1]\n\n[^1]: 注[链](u1)\n    续[链](u2)\n");
}

TEST_CASE("a link over two lines stands where it begins") {
  const auto document = Document::parse("甲乙[链\n接](u)");
  CHECK(document.links()[0].position.line == 1);
  CHECK(document.links()[0].position.column == 3);
}

TEST_CASE("places are right with Windows line ends and a first line") {
  const auto document =
      Document::parse("甲\r\n\r\n乙[链](u1)\r\n## 丙\r\n", {.fence_kinds = {}, .first_line = 10});
  CHECK(document.links()[0].position.line == 12);
  CHECK(document.links()[0].position.column == 2);
  CHECK(document.headings()[0].position.line == 13);
}

TEST_CASE("places hold in random paragraphs") {
  constexpr const char* pieces[] = {
      "强", "。", "**", "*", "（", "a", " ", "\n", "“", "😀", "見http://x.cn/q，", "1"};
  std::mt19937 generator(5);
  for (int round = 0; round < 2000; ++round) {
    std::string text = "始";
    for (int i = 0; i < 20; ++i) {
      if (generator() % 5 == 0) text += "[链](u" + std::to_string(i) + "!)";
      std::string piece = pieces[generator() % std::size(pieces)];
      if (const auto at = piece.find("/q"); at != std::string::npos)
        piece.replace(at, 2, "/q" + std::to_string(i));
      text += piece;
      if (piece == "\n") text += "行";
    }
    check_links(text);
  }
}
