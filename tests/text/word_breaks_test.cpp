#include "text/word_breaks.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

/// The text with "|" at every break.
std::string broken(const std::string& text) {
  std::string out;
  std::size_t begin = 0;
  for (const std::size_t at : nianbao::text::word_breaks(text)) {
    out += text.substr(begin, at - begin) + "|";
    begin = at;
  }
  return out + text.substr(begin);
}

}  // namespace

TEST_CASE("Breaks stand between Chinese words, never inside them") {
  CHECK(broken("") == "");
  CHECK(broken("学校") == "学校");
  const std::string title = broken("人才培养质量年度报告");
  CHECK(title.ends_with("质量|年度|报告"));
  CHECK(title.find("人|才") == std::string::npos);
}

TEST_CASE("A word the dictionary does not know stays in one piece, and no character ends up alone") {
  CHECK(broken("聚力思想引领").starts_with("聚力"));
  CHECK(broken("“三阶六环”教学模式").find("六|环") == std::string::npos);
  CHECK_FALSE(broken("毕业生去向表").ends_with("|表"));
}

TEST_CASE("Latin words, numbers and what they count, and brackets stay together") {
  CHECK(broken("2023年度") == "2023年度");
  CHECK(broken("Python 3.11 version").find('|') == std::string::npos);
  CHECK(broken("“学校（教育）”").find("（|") == std::string::npos);
  CHECK(broken("“学校（教育）”").find("|）") == std::string::npos);
  CHECK(broken("“学校（教育）”").find("|”") == std::string::npos);
}

TEST_CASE("Bytes that are not UTF-8 do no harm") {
  CHECK_NOTHROW(broken("\xFF\xFE职业\xE8"));
  CHECK_NOTHROW(broken(std::string("a\0b", 3)));
}
