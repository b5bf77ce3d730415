#include "text/language.h"

#include <catch2/catch.hpp>

using nianbao::text::has_words;
using nianbao::text::reads_as_chinese;

TEST_CASE("Most words say which language a text is in") {
  struct Row {
    const char* text;
    bool chinese;
  };
  const auto row = GENERATE(Row{"", false}, Row{"2023", false}, Row{"Key figures", false}, Row{"人", true},
                            Row{"2023年度", true}, Row{"VR 全景看校园", true}, Row{"Demo City", false},
                            Row{"Demo City (示例市)", false}, Row{"“岗课赛证”融通 AI 课程", true},
                            Row{"Students (人)", false}, Row{"é", false}, Row{"\xFF\xFE", false});
  INFO(row.text);
  CHECK(reads_as_chinese(row.text) == row.chinese);
}

TEST_CASE("Numbers and signs are words of no language") {
  CHECK_FALSE(has_words(""));
  CHECK_FALSE(has_words("98.54 %"));
  CHECK(has_words("98.54 人"));
  CHECK(has_words("Home"));
}
