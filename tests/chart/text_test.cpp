#include <catch2/catch.hpp>

#include "chart/line_breaking.h"
#include "chart/spreading.h"
#include "chart/text_measure.h"

namespace nianbao::chart {

TEST_CASE("Chinese takes one em, Latin less, marks nothing") {
  CHECK(text_width("职业教育", 14) == Approx(56));
  CHECK(text_width("", 14) == 0);
  CHECK(text_width("2023", 10) == Approx(24).margin(0.5));
  CHECK(character_width(U'i') < character_width(U'm'));
  CHECK(character_width(U'\u0301') == 0);
  CHECK(character_width(U'\uFE0F') == 0);
  CHECK(character_width(U'Ａ') == 1);
  CHECK(character_width(U'\U0001F393') == 1);
  CHECK(text_width("Ab", 14, true) > text_width("Ab", 14));
}

TEST_CASE("labels wrap at sensible points into lines of equal length") {
  struct Case {
    const char* text;
    double width;
    int most;
    const char* expected;
  };
  const Case cases[] = {
      {"焊接", 100, 2, "焊接"},
      {"新能源汽车运用与维修", 90, 3, "新能源汽车\n运用与维修"},
      {"计算机网络技术", 70, 3, "计算机\n网络技术"},
      {"电子商务（跨境方向）", 85, 3, "电子商务\n（跨境方向）"},
      {"截至2023年底", 70, 3, "截至\n2023年底"},
      {"共 45 人获奖", 60, 3, "共 45 人\n获奖"},
      {"Early childhood care", 110, 3, "Early\nchildhood care"},
      {"甲、乙、丙、丁、戊", 60, 4, "甲、\n乙、丙、\n丁、戊"},
      {"", 50, 2, ""},
  };
  for (const Case& c : cases) {
    const Wrapped lines = wrap(c.text, 14, c.width, c.most);
    CHECK(lines.text == c.expected);
    CHECK(!lines.cut);
    CHECK(!lines.split);
    CHECK(lines.width <= c.width);
  }
}

TEST_CASE("what does not fit is cut, what is too long for a line is torn") {
  const Wrapped cut = wrap("山东省职业教育精品资源共享课程", 14, 60, 2);
  CHECK(cut.cut);
  CHECK(cut.lines == 2);
  CHECK(cut.text.ends_with("…"));
  CHECK(cut.width <= 60);
  const Wrapped torn = wrap("Pneumonoultramicroscopic", 14, 60, 9);
  CHECK(torn.split);
  CHECK(!torn.cut);
  CHECK(torn.width <= 60);
}

TEST_CASE("the number of lines is what the text says") {
  for (const double width : {10.0, 30.0, 55.5, 90.0, 400.0}) {
    const Wrapped lines = wrap("面向 2023 年的 Mechatronics（机电一体化）专业，第一批", 13, width, 4);
    CHECK(lines.lines == 1 + std::count(lines.text.begin(), lines.text.end(), '\n'));
    CHECK(lines.lines <= 4);
  }
}

TEST_CASE("labels that would touch are moved apart as little as possible") {
  CHECK(spread({}, {}, 0, 100).empty());
  CHECK(spread({10, 50}, {20, 20}, 0, 100) == std::vector<double>{10, 50});
  CHECK(spread({40, 40}, {20, 20}, 0, 100) == std::vector<double>{30, 50});
  CHECK(spread({5, 5, 5}, {20, 20, 20}, 0, 100) == std::vector<double>{10, 30, 50});
  CHECK(spread({95, 99}, {20, 20}, 0, 100) == std::vector<double>{70, 90});
  const auto crowded = spread({1, 1, 1}, {20, 20, 20}, 0, 30);
  CHECK(crowded == std::vector<double>{10, 30, 50});
}

}  // namespace nianbao::chart
