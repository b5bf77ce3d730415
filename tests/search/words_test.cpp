#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "corpus.h"
#include "search/bits.h"
#include "search/characters.h"
#include "search/fold.h"
#include "search/han.h"
#include "search/name_book.h"
#include "search/word_book.h"

using namespace nianbao::search;

namespace {

ReadingsOf table_readings() {
  return [](char32_t c) -> const std::vector<std::string>& {
    static std::map<char32_t, std::vector<std::string>> known;
    std::vector<std::string>& own = known[c];
    if (own.empty()) {
      for (const std::string_view reading : readings(c)) own.emplace_back(reading);
    }
    return own;
  };
}

/// The names a book gives for letters.
std::vector<std::string> read_names(const std::vector<NameShard>& shards, const std::string& letters) {
  std::vector<ReadName> found;
  for (const NameShard& shard : shards)
    NameBook(shard.letters).look_up(letters, initials_of_query(letters), found);
  std::vector<std::string> out;
  for (const ReadName& name : best_names(found, 6)) out.push_back(utf8(name.text));
  return out;
}

std::vector<NameShard> shards_of(const std::vector<std::u32string>& names) {
  NameCollector collector;
  for (const std::u32string& name : names) collector.add(name, 1);
  return collector.shards();
}

}  // namespace

TEST_CASE("characters have their simplified forms and readings") {
  CHECK(simplified(U'學') == U'学');
  CHECK(simplified(U'学') == U'学');
  CHECK(simplified(U'a') == U'a');
  CHECK(readings(U'焊') == std::vector<std::string_view>{"han"});
  CHECK(readings(U'率') == std::vector<std::string_view>{"lv", "shuai"});
  CHECK(readings(U'会') == std::vector<std::string_view>{"hui", "kuai"});
  CHECK(readings(U'x').empty());
  CHECK(is_common(U'学'));
  CHECK_FALSE(is_common(U'學'));
  for (const auto& [form, simple] : simplified_forms()) CHECK(simplified(form) == simple);
}

TEST_CASE("letters fit names by whole readings, first letters and cut readings") {
  struct Row {
    std::string letters;
    std::u32string name;
    std::size_t characters, whole;
  };
  const std::vector<Row> rows = {
      {"hanjie", U"焊接技术", 2, 2}, {"hj", U"焊接技术", 2, 0},          {"hanj", U"焊接技术", 2, 1},
      {"hjie", U"焊接技术", 2, 1},   {"hanjiejishu", U"焊接技术", 4, 4}, {"hjjs", U"焊接技术", 4, 0},
      {"hanji", U"焊接技术", 2, 1},  {"shengxuelv", U"升学率", 3, 3},    {"shengxuelu", U"升学率", 3, 3},
      {"shxl", U"升学率", 3, 0},     {"sxl", U"升学率", 3, 0},           {"kuaiji", U"会计", 2, 2},
      {"xian", U"西安", 2, 2},       {"hanjiex", U"焊接", 0, 0},         {"han", U"焊接", 0, 0},
      {"hx", U"焊接", 0, 0},
  };
  for (const Row& row : rows) {
    INFO(row.letters);
    const auto fit = fit_pinyin(row.letters, row.name, table_readings());
    CHECK(fit.has_value() == (row.characters > 0));
    if (!fit) continue;
    CHECK(fit->characters == row.characters);
    CHECK(fit->whole == row.whole);
  }
}

TEST_CASE("names are found by how they are read, from every character on") {
  const auto shards =
      shards_of({U"焊接技术应用", U"会计事务", U"环境", U"锦州市机电工程学校", U"1.2 专业情况"});
  CHECK(read_names(shards, "hanjie").front() == "焊接");
  CHECK(read_names(shards, "jishu").front() == "技术");
  CHECK(read_names(shards, "kjsw").front() == "会计事务");
  CHECK(read_names(shards, "huiji").front() == "会计");
  CHECK(read_names(shards, "zhuanye").front() == "专业");
  CHECK(read_names(shards, "jzsjdgcxx").front() == "锦州市机电工程学校");
  const auto many = read_names(shards, "hj");
  CHECK(std::set<std::string>(many.begin(), many.end()) == std::set<std::string>{"焊接", "会计", "环境"});
  CHECK(many.back() == "会计");  // is not read so, though its first character is, elsewhere
  CHECK(read_names(shards, "bim").empty());
}

TEST_CASE("names whose characters have many readings stand under all of them, over several shards") {
  std::vector<std::u32string> names;
  for (char32_t c = 0x4E00; c < 0x5A00; ++c)
    names.push_back(std::u32string{c, static_cast<char32_t>(c + 1), U'重'});
  const auto shards = shards_of(names);
  CHECK(shards.size() > 2);
  CHECK(std::is_sorted(shards.begin(), shards.end(),
                       [](const NameShard& a, const NameShard& b) { return a.first < b.first; }));
  for (std::size_t i = 0; i < names.size(); i += 97) {
    if (readings(names[i][0]).empty() || readings(names[i][1]).empty()) continue;
    std::string letters;
    for (const char32_t c : names[i]) letters += readings(c).back();
    INFO(letters);
    std::vector<ReadName> found;
    for (const NameShard& shard : shards)
      NameBook(shard.letters).look_up(letters, initials_of_query(letters), found);
    CHECK(
        std::any_of(found.begin(), found.end(), [&](const ReadName& name) { return name.text == names[i]; }));
  }
}

TEST_CASE("a book of names that is cut off is refused") {
  const std::string letters = shards_of({U"焊接技术应用", U"会计事务"}).at(0).letters;
  for (std::size_t length = 0; length + 2 < letters.size(); length += 2)
    CHECK_THROWS_AS(NameBook(std::string_view(letters).substr(0, length)), FormatError);
}

TEST_CASE("variants and sounds come back as they were written") {
  const Variants variants = variants_of([](char32_t) { return false; });
  CHECK(variants.size() > 1500);
  CHECK(read_variants(write_variants(variants)) == variants);
  CHECK(write_variants(variants).size() < 6000);
  const std::string letters = write_sounds();
  CHECK(letters.size() < 11000);
  const Sounds sounds = read_sounds(letters);
  CHECK(sounds.size() == common_characters().size());
  for (const char16_t c : common_characters()) {
    const auto own = readings(c);
    CHECK(sounds.at(c) == std::vector<std::string>(own.begin(), own.end()));
  }
  for (std::size_t length = 0; length < letters.size(); length += 100)
    CHECK_THROWS_AS(read_sounds(std::string_view(letters).substr(0, length)), FormatError);
}

TEST_CASE("words that mean the same are folded, kept and given back") {
  const WordBook book = make_word_book({{"ＢＩＭ", "建筑信息模型", "bim", " "}, {"alone"}, {}});
  CHECK(book.others(U"bim") == std::vector<std::u32string>{U"建筑信息模型"});
  CHECK(book.others(U"alone").empty());
  CHECK_FALSE(book.is_known(U"alone"));
  CHECK(book.is_known(U"就业率"));
  const auto others = book.others(U"就业率");
  CHECK(std::find(others.begin(), others.end(), U"去向落实率") != others.end());
  const WordBook again = read_words(write_words(book));
  CHECK(again.asking == book.asking);
  CHECK(again.synonyms == book.synonyms);
  CHECK_THROWS_AS(read_words(U""), FormatError);
}
