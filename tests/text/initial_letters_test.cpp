#include "text/initial_letters.h"

#include <catch2/catch.hpp>

using namespace nianbao;

TEST_CASE("A name stands under the letter of its pinyin, or its own") {
  const std::pair<const char*, const char*> cases[] = {
      {"焊接技术应用", "H"}, {"重庆市示例学校", "C"}, {"阿里巴巴", "A"}, {"作业治疗", "Z"}, {"BIM技术", "B"},
      {"école", "E"},        {"3D打印", "#"},         {"《案例》", "A"}, {"", "#"}};
  const text::InitialLetters letters;
  for (const auto& [name, letter] : cases) {
    CAPTURE(name);
    CHECK(letters.of(name) == letter);
  }
}
