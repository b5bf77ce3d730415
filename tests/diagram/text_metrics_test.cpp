#include "diagram/text_metrics.h"

#include <catch2/catch.hpp>

using namespace nianbao::diagram;

TEST_CASE("text is measured in em") {
  CHECK(text_width("") == 0);
  CHECK(text_width("职业教育") == Approx(4));
  CHECK(text_width("“双元”") == Approx(4));
  CHECK(text_width("BIM技术") > 3.5);
  CHECK(text_width("e\u0301") == text_width("e"));
}

TEST_CASE("lines are broken where Chinese and English allow it") {
  const auto lines = [](std::string_view text, double most) { return wrapped(text, most, "|"); };
  CHECK(lines("职业教育", 4) == "职业教育");
  CHECK(lines("校企双元育人机制", 4) == "校企双元|育人机制");
  CHECK(lines("校企双元，育人机制", 4) == "校企双|元，育人|机制");
  CHECK(lines("校企双元育人（机制）", 6) == "校企双元育人|（机制）");
  CHECK(lines("one two three four", 6) == "one two|three four");
  CHECK(lines("Internationalisation", 4) == "Internationalisation");
  CHECK(lines("1+X BIM职业技能", 6) == "1+X BIM|职业技能");
  CHECK(lines("", 4).empty());
}

TEST_CASE("wrapping changes nothing but the breaks") {
  const std::string text = "企业跟岗（含“师带徒”协议签订、安全教育、岗位轮换与过程性评价等环节），共529人。";
  for (int most = 1; most < 60; ++most) {
    std::string again;
    for (const char c : wrapped(text, most, "|")) {
      if (c != '|') again += c;
    }
    CHECK(again == text);
  }
}
