#include <catch2/catch.hpp>
#include <map>

#include "corpus.h"
#include "facts.h"

using namespace nianbao::search;

namespace {

std::string told(const Card& card) {
  std::string out = card.name + ":";
  for (const Card::Row& row : card.rows)
    out += " " + row.party + " " + row.facts[row.asked].value + "/" + row.facts[row.asked].year;
  return out;
}

std::vector<std::string> told(const std::vector<Card>& cards) {
  std::vector<std::string> out;
  for (const Card& card : cards) out.push_back(told(card));
  return out;
}

std::vector<std::string> ask(std::string_view question, const Filter& filter = {}) {
  static const auto reader = open_index(index_with_facts({}));
  return told(reader->cards(question, filter));
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("An indicator and a school give the newest value, however both are written") {
  const Told rate = {"升学率: 示例市第一职业学校 61.2/2025"};
  for (const char* question :
       {"升学率 示例市第一职业学校", "示例市第一职业学校的升学率是多少", "升学率 示例一校", "示例一校升学率",
        "示例第一职业的升学率", "升学比例 示例一职", "升學率 示例一校", "SHENGXUELV升学率 示例一校"}) {
    INFO(question);
    CHECK(ask(question) == rate);
  }
  CHECK(ask("示例一校 2024年 升学率") == Told{"升学率: 示例市第一职业学校 60.5/2024"});
  CHECK(ask("示例一校 1999 升学率") == rate);
}

TEST_CASE("A subject without a party is answered only where that makes sense") {
  CHECK(ask("升学率").empty());
  CHECK(ask("焊接") == Told{"焊接技术应用: 示例市第一职业学校 200人/2025 示例市第二职业学校 80人/2025"});
  CHECK(ask("哪个学校有焊接专业？") == ask("焊接"));
  CHECK(ask("焊工") == ask("焊接"));
  CHECK(ask("学校的焊接专业怎么样") == ask("焊接"));
  CHECK(ask("职业焊接") == ask("焊接"));
  CHECK(ask("第二职业 焊接") == Told{"焊接技术应用: 示例市第二职业学校 80人/2025"});
  CHECK(ask("养鱼").empty());
  CHECK(ask("").empty());
}

TEST_CASE("A city is answered with its own value, or with those of its schools") {
  CHECK(ask("示例市 升学率") == Told{"升学率: 示例市 58.8/2025"});
  CHECK(ask("示例市 焊接") ==
        Told{"焊接技术应用: 示例市第一职业学校 200人/2025 示例市第二职业学校 80人/2025"});
}

TEST_CASE("What pages are chosen by counts where the question names no party") {
  CHECK(ask("升学率", {.schools = {"示例市第二职业学校"}}) == Told{"升学率: 示例市第二职业学校 55/2025"});
  CHECK(ask("升学率", {.cities = {"示例市"}}) == Told{"升学率: 示例市 58.8/2025"});
  CHECK(ask("升学率 示例一校", {.cities = {"示例市"}}) == Told{"升学率: 示例市第一职业学校 61.2/2025"});
}

TEST_CASE("The longest name counts, and of two the better known is not preferred") {
  CHECK(ask("本省升学率 示例一校") == Told{"本省升学率: 示例市第一职业学校 30/2025"});
  CHECK(ask("升学率和本省升学率 示例一校").size() == 2);
}

TEST_CASE("Two schools are two rows") {
  CHECK(ask("示例一校 示例二校 升学率") ==
        Told{"升学率: 示例市第一职业学校 61.2/2025 示例市第二职业学校 55/2025"});
}

TEST_CASE("Facts in many files are found all the same") {
  Sizes sizes;
  sizes.answer_letters = 40;
  const auto files = index_with_facts(sizes);
  CHECK(std::count_if(files.begin(), files.end(),
                      [](const File& file) { return file.name.starts_with("a/"); }) > 3);
  const auto reader = open_index(files);
  CHECK(told(reader->cards("示例一校 示例二校 升学率", {})) == ask("示例一校 示例二校 升学率"));
  CHECK(told(reader->cards("焊接", {})) == ask("焊接"));
  CHECK(told(reader->cards("示例市 焊接", {})) == ask("示例市 焊接"));
}

TEST_CASE("Damaged facts give no card, and no trouble") {
  for (const char* name : {"subjects.js", "parties.js", "a/0.js"}) {
    auto files = index_with_facts({});
    for (File& file : files) {
      if (file.name == name) file.bytes[file.bytes.size() / 2] ^= 1;
    }
    CHECK(open_index(files)->cards("升学率 示例一校").empty());
    std::erase_if(files, [&](const File& file) { return file.name == name; });
    CHECK(open_index(files)->cards("升学率 示例一校").empty());
  }
}

TEST_CASE("An index without facts has no cards") {
  CHECK(open_index(build_index(make_corpus(3)))->cards("升学率 学校").empty());
}
