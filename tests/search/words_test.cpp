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
  for (const NameShard& shard : shards) CHECK(shard.letters.size() < 6 * 1024);
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

TEST_CASE("variants come back as they were written, from all files together") {
  const Variants variants = variants_of([](char32_t) { return false; });
  CHECK(variants.size() > 1500);
  CHECK(read_variants(write_variants(variants)) == variants);
  Variants together;
  for (std::uint32_t i = 0; i < variant_files; ++i) {
    const Share share{variant_files, i};
    const std::string letters = write_variants(variants, share);
    CHECK(letters.size() < 1400);
    for (const auto& [form, simple] : read_variants(letters, share)) {
      CHECK(form % variant_files == i);
      together.emplace_back(form, simple);
    }
  }
  std::sort(together.begin(), together.end());
  CHECK(together == variants);
}

TEST_CASE("sounds come back as they were written, each in the file of its character") {
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < sound_files; ++i) {
    const Share share{sound_files, i};
    const std::string letters = write_sounds(share);
    CHECK(letters.size() < 1400);
    BitReader in(letters);
    const Sounds sounds = read_readings(in, share);
    count += sounds.size();
    for (const auto& [c, own] : sounds) {
      CHECK(is_common(c));
      CHECK(c % sound_files == i);
      const auto expected = readings(c);
      CHECK(own == std::vector<std::string>(expected.begin(), expected.end()));
    }
    for (std::size_t length = 0; length < letters.size(); length += 100) {
      BitReader cut(std::string_view(letters).substr(0, length));
      CHECK_THROWS_AS(read_readings(cut, share), FormatError);
    }
  }
  CHECK(count == common_characters().size());
}

TEST_CASE("a character that cannot be read comes back without readings, what cannot be is refused") {
  char32_t unread = first_han;
  while (!readings(unread).empty()) ++unread;
  BitWriter out;
  write_readings(out, {unread, U'焊', U'嗯'});
  const std::string letters = out.characters();
  BitReader in(letters);
  const Sounds sounds = read_readings(in);
  CHECK(sounds.size() == 3);
  CHECK(sounds.at(unread).empty());
  CHECK(sounds.at(U'焊') == std::vector<std::string>{"han"});
  CHECK(sounds.at(U'嗯').front() == readings(U'嗯').front());

  BitWriter no_syllables;  // but a character
  for (const std::uint32_t number : {0u, 0u, 1u}) no_syllables.put_number(number);
  no_syllables.put_set(std::vector<std::uint32_t>{0}, 0, last_han - first_han);
  no_syllables.put_number(0);
  const std::string damaged = no_syllables.characters();
  BitReader bits(damaged);
  CHECK_THROWS_AS(read_readings(bits), FormatError);
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
