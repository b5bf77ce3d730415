#include <catch2/catch.hpp>

#include "search/examination.h"
#include "search/fold.h"

using namespace nianbao::search;

namespace {

/// The excerpt with its marks in brackets.
std::string marked(std::string_view text, const std::vector<std::string>& words) {
  std::vector<Word> all;
  for (const std::string& word : words) all.push_back({{fold(code_points(word))}, 16, false});
  const Excerpt excerpt = excerpt_of(code_points(text), all);
  std::u32string out;
  std::size_t done = 0;
  for (const auto& [begin, end] : excerpt.marks) {
    out += excerpt.text.substr(done, begin - done) + U"[" + excerpt.text.substr(begin, end - begin) + U"]";
    done = end;
  }
  return utf8(out + excerpt.text.substr(done));
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("an excerpt shows a text around its first match") {
  CHECK(marked("焊接专业与就业", {"专业"}) == "焊接[专业]与就业");
  CHECK(marked("没有", {"专业"}) == "没有");
  CHECK(marked("", {"专业"}).empty());
  const std::string text = repeated("前", 100) + "焊接" + repeated("后", 100);
  CHECK(marked(text, {"焊接"}) == "…" + repeated("前", 24) + "[焊接]" + repeated("后", 70) + "…");
  CHECK(marked(repeated("前", 200) + "焊接", {"焊接"}) == "…" + repeated("前", 94) + "[焊接]");
  CHECK(marked(repeated("长", 200), {"焊接"}) == repeated("长", 96) + "…");
}

TEST_CASE("marks cover the text as it is written") {
  CHECK(marked("用 ＢＩＭ 技术", {"bim技术"}) == "用 [ＢＩＭ 技术]");
  CHECK(marked("①等", {"1"}) == "[①]等");
  CHECK(marked("𠮷野焊接", {"野焊"}) == "𠮷[野焊]接");
  CHECK(marked("人人人", {"人人"}) == "[人人人]");
  CHECK(marked("焊接专业", {"焊接", "专业"}) == "[焊接专业]");
  CHECK(marked("第一\n第二", {"第"}) == "[第]一 [第]二");
}

TEST_CASE("with several words the line that has most of them is shown") {
  const std::string text = "焊接\n" + repeated("长", 200) + "\n焊接与就业";
  CHECK(marked(text, {"焊接", "就业"}).ends_with("[焊接]与[就业]"));
}
