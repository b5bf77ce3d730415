#include <catch2/catch.hpp>

#include "markdown/markdown.h"

using namespace nianbao::markdown;

TEST_CASE("front matter is split off") {
  const auto matter = split_front_matter("+++\ntitle = \"人才\"\nid = \"a\"\n+++\n\n正文\n");
  CHECK(matter.toml == "title = \"人才\"\nid = \"a\"\n");
  CHECK(matter.toml_line == 2);
  CHECK(matter.body == "\n正文\n");
  CHECK(matter.body_line == 5);
  CHECK_FALSE(matter.unterminated);
}

TEST_CASE("a text without front matter is all body") {
  for (const char* text : {"正文\n", "", "\n+++\na = 1\n+++\n", "++++\n", "+++x\n+++\n"}) {
    const auto matter = split_front_matter(text);
    CHECK(matter.toml.empty());
    CHECK(matter.body == text);
    CHECK(matter.body_line == 1);
    CHECK_FALSE(matter.unterminated);
  }
}

TEST_CASE("byte order mark, Windows line ends and empty parts") {
  const auto windows = split_front_matter("\xEF\xBB\xBF+++ \r\na = 1\r\n+++\r\n正文");
  CHECK(windows.toml == "a = 1\r\n");
  CHECK(windows.body == "正文");
  CHECK(windows.body_line == 4);
  CHECK(split_front_matter("+++\n+++\n").toml.empty());
  CHECK(split_front_matter("+++\n+++").body.empty());
  CHECK_FALSE(split_front_matter("+++\n+++").unterminated);
}

TEST_CASE("an opening line without its end is reported") {
  const auto matter = split_front_matter("+++\ntitle = 1\n\n正文\n");
  CHECK(matter.unterminated);
  CHECK(matter.toml == "title = 1\n\n正文\n");
  CHECK(matter.body.empty());
  CHECK(split_front_matter("+++").unterminated);
}
