#include "search/fold.h"

#include <catch2/catch.hpp>

using namespace nianbao::search;

namespace {

std::string folded(std::string_view text) { return utf8(fold(code_points(text))); }

}  // namespace

TEST_CASE("folding makes the ways of writing a thing equal") {
  struct Row {
    std::string given, expected;
  };
  const std::vector<Row> rows = {
      {"焊接", "焊接"},
      {"ＢＩＭ技术", "bim技术"},
      {"１２３％", "123%"},
      {"BIM 技术", "bim技术"},
      {"1 + X", "1+x"},
      {"95.8 %", "95.8%"},
      {"2023 年 12 月", "2023年12月"},
      {"Industry   4.0", "industry 4.0"},
      {"Café", "cafe"},
      {"Cafe\u0301", "cafe"},
      {"ÉCOLE", "ecole"},
      {"①℃", "1°c"},
      {"（一）", "(一)"},
      {"ﬁn", "fin"},
      {"Ⅻ", "xii"},
      {"İ", "i"},
      {"ΑΣ", "ασ"},
      {"か\u3099", "か\u3099"},
      {"한글", "한글"},
      {"zero\u200Bwidth\u00ADsoft", "zerowidthsoft"},
      {"\u3000全角　空格\t", "全角空格"},
      {"第一行\n 第二行", "第一行\n第二行"},
      {"a\r\nb", "a\nb"},
      {"𠮷野", "𠮷野"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.given);
    CHECK(folded(row.given) == row.expected);
  }
}

TEST_CASE("folding twice is folding once") {
  for (const char* text : {"ＢＩＭ技术 4.0", "Café crème", "a b\nc d", "①②", "ﷺ", "½"}) {
    INFO(text);
    CHECK(folded(folded(text)) == folded(text));
  }
}

TEST_CASE("folded characters know where they came from") {
  const FoldedText text = fold_with_origin(code_points("ﬁ Ａ 焊 é"));
  CHECK(utf8(text.characters) == "fi a焊e");
  CHECK(text.origin == std::vector<std::uint32_t>{0, 0, 2, 2, 4, 6});
}

TEST_CASE("the words of a query") {
  const auto words = [](std::string_view query) {
    std::vector<std::string> out;
    for (const std::u32string& word : query_words(query)) out.push_back(utf8(word));
    return out;
  };
  CHECK(words("  焊接　专业 焊接\n就业 ") == std::vector<std::string>{"焊接", "专业", "就业"});
  CHECK(words(" \t ").empty());
  CHECK(words("\u200B").empty());
  CHECK(query_words(std::string(1000, 'a')).front().size() == longest_word);
  std::string many;
  for (int i = 0; i < 50; ++i) many += std::to_string(i) + " ";
  CHECK(query_words(many).size() == most_words);
}
