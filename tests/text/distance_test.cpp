#include <catch2/catch.hpp>
#include <random>

#include "text/utf8.h"

using namespace nianbao::text;

TEST_CASE("Distance counts slips of the keyboard") {
  const auto [a, b, distance] = GENERATE(table<std::string, std::string, int>({
      {"", "", 0},
      {"title", "title", 0},
      {"title", "titel", 1},
      {"title", "tite", 1},
      {"title", "tittle", 1},
      {"", "年报", 2},
      {"专任教师数", "专任教室数", 1},
      {"毕业生", "毕业生人数", 2},
      {"abc", "xyz", 3},
  }));
  CHECK(edit_distance(a, b) == distance);
  CHECK(edit_distance(b, a) == distance);
}

TEST_CASE("Distance of long names stays bounded") {
  const std::string a(100'000, 'a'), b(100'000, 'b');
  CHECK(edit_distance(a, b) == 80);
}

TEST_CASE("Distance is no more than the longer word and no less than the difference in length") {
  std::mt19937 random(11);
  const auto word = [&] {
    std::string out(random() % 12, 'a');
    for (char& c : out) c = static_cast<char>('a' + random() % 3);
    return out;
  };
  for (int i = 0; i < 3'000; ++i) {
    const std::string a = word(), b = word();
    const int distance = edit_distance(a, b);
    REQUIRE(distance <= static_cast<int>(std::max(a.size(), b.size())));
    REQUIRE(distance >= std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())));
    REQUIRE((distance == 0) == (a == b));
  }
}

TEST_CASE("The nearest name is suggested, and none when all are far") {
  const std::vector<std::string> keys = {"title",  "data",       "category",
                                         "series", "毕业生人数", "毕业去向落实人数"};
  const auto [word, found] = GENERATE(table<std::string, std::string>({
      {"titel", "title"},
      {"serie", "series"},
      {"catagory", "category"},
      {"毕业生数", "毕业生人数"},
      {"落实人数", "毕业去向落实人数"},
      {"colour", "none"},
      {"x", "none"},
      {"", "none"},
  }));
  CAPTURE(word);
  CHECK(nearest(word, keys).value_or("none") == found);
}

TEST_CASE("A word of one letter is near to nothing but itself") {
  CHECK_FALSE(nearest("甲", {"乙", "丙", "甲乙"}));
  CHECK(nearest("甲", {"乙", "甲"}) == "甲");
  CHECK(nearest("甲乙", {"甲丙"}) == "甲丙");
  CHECK_FALSE(nearest("x", {}));
}
