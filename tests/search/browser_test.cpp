#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdlib.h>

#include "corpus.h"
#include "facts.h"
#include "search/fold.h"

using namespace nianbao::search;
using nlohmann::json;

namespace fs = std::filesystem;

namespace {

/// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "nianbao-search-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  void write(const std::vector<File>& files) const {
    for (const File& file : files) write("search/" + file.name, file.bytes);
  }

 private:
  fs::path path_;
};

bool has_node() { return std::system("node --version > /dev/null 2>&1") == 0; }

json ask_browser_core(const Folder& folder, const std::vector<std::string>& queries, std::size_t limit,
                      const std::string& manner, const Options& options) {
  const Filter& filter = options.filter;
  folder.write("queries.json", json({{"queries", queries},
                                     {"options",
                                      {{"count", options.count},
                                       {"filter",
                                        {{"cities", filter.cities},
                                         {"schools", filter.schools},
                                         {"years", filter.years},
                                         {"kinds", filter.kinds}}}}}})
                                   .dump());
  const std::string scripts = std::string(NIANBAO_SOURCE_DIR) + "/themes/default/scripts";
  const fs::path& path = folder.path();
  const std::string command = "node '" + std::string(NIANBAO_TEST_DIR) + "/ask.js' '" + scripts + "' '" +
                              (path / "search").string() + "' '" + (path / "queries.json").string() + "' " +
                              std::to_string(limit) + " " + manner + " > '" +
                              (path / "answers.json").string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream answers(path / "answers.json");
  return json::parse(answers);
}

json counts_of(const std::vector<FacetCount>& counts) {
  json out = json::array();
  for (const FacetCount& count : counts) out.push_back({count.value, count.pages});
  return out;
}

json cards_of(const std::vector<Card>& cards) {
  json out = json::array();
  for (const Card& card : cards) {
    json rows = json::array();
    for (const Card::Row& row : card.rows) {
      json facts = json::array();
      for (const auto& fact : row.facts)
        facts.push_back({{"year", fact.year}, {"value", fact.value}, {"url", fact.url}});
      rows.push_back({{"party", row.party}, {"facts", facts}, {"asked", row.asked}});
    }
    out.push_back({{"kind", card.kind},
                   {"name", card.name},
                   {"unit", card.unit},
                   {"note", card.note},
                   {"url", card.url},
                   {"total", card.total},
                   {"rows", rows}});
  }
  return out;
}

json ask_reader(const Reader& reader, const std::string& query, std::size_t limit, const Options& options) {
  const Answer answer = reader.ask(query, limit, options);
  json results = json::array();
  for (const Result& r : answer.results) {
    json marks = json::array();
    for (const auto& [begin, end] : r.marks) marks.push_back({begin, end});
    results.push_back({{"url", r.url},
                       {"title", r.title},
                       {"context", r.context},
                       {"organisation", r.organisation},
                       {"year", r.year},
                       {"kind", r.kind},
                       {"score", r.score},
                       {"excerpt", r.excerpt},
                       {"marks", marks},
                       {"loose", r.loose}});
  }
  return {{"cards", cards_of(reader.cards(query, options.filter))},
          {"results", results},
          {"total", answer.total},
          {"totalIsExact", answer.total_is_exact},
          {"looseTotal", answer.loose_total},
          {"partial", answer.partial},
          {"also", answer.also},
          {"suggestions", answer.suggestions},
          {"facets",
           {counts_of(answer.facets.cities), counts_of(answer.facets.schools), counts_of(answer.facets.years),
            counts_of(answer.facets.kinds)}},
          {"problems", answer.problems.size()}};
}

/// Questions of one to three pieces of the corpus, from one character to nine.
std::vector<std::string> make_queries(const std::vector<Entry>& entries, std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  std::vector<std::string> queries = {"",
                                      " ",
                                      "技能大赛获奖",
                                      "１＋ｘ",
                                      "CAFÉ",
                                      "①",
                                      "𠮷",
                                      "焊接 不存在的词",
                                      "没有 这个",
                                      "焊工",
                                      "hanjie",
                                      "hj",
                                      "jyl",
                                      "shengxuel",
                                      "銲接",
                                      "學費",
                                      "学费",
                                      "龍門",
                                      "焊结",
                                      "双师形教师",
                                      "哪个学校有焊接专业",
                                      "就业率怎么样",
                                      "去向落实率",
                                      "升学比例 就业",
                                      "yyyy",
                                      "ab"};
  while (static_cast<int>(queries.size()) < count) {
    std::string query;
    for (std::uint32_t words = 1 + random() % 3; words > 0; --words) {
      const std::string& text = entries[random() % entries.size()].text;
      std::size_t begin = text.empty() ? 0 : random() % text.size();
      while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
      std::size_t end = begin;
      for (std::uint32_t left = 1 + random() % 9; left > 0 && end < text.size(); --left) {
        do ++end;
        while (end < text.size() && (text[end] & 0xC0) == 0x80);
      }
      query += text.substr(begin, end - begin) + " ";
    }
    queries.push_back(query);
  }
  return queries;
}

void compare(const std::vector<File>& files, const std::vector<std::string>& queries, std::size_t limit,
             const std::string& manner, const Options& options = {}) {
  const Folder folder;
  folder.write(files);
  const json answers = ask_browser_core(folder, queries, limit, manner, options);
  const auto reader = open_index(files);
  REQUIRE(answers.size() == queries.size());
  for (std::size_t i = 0; i < queries.size(); ++i) {
    INFO(queries[i]);
    REQUIRE(answers[i] == ask_reader(*reader, queries[i], limit, options));
  }
}

}  // namespace

TEST_CASE("the browser and the program give the same answers from the same bytes") {
  if (!has_node()) {
    WARN("node is not installed: the browser's side is not compared");
    return;
  }
  for (std::uint32_t seed = 11; seed <= 12; ++seed) {
    const auto entries =
        make_corpus(seed, {.pages = static_cast<int>(seed - 10) * 150, .most_sections = 5, .most_lines = 6});
    const auto queries = make_queries(entries, seed, 80);
    const auto files = build_index(entries);
    compare(files, queries, 10, "whole");
    compare(files, queries, 25, "part", {.count = true});
    const Filter filter = {{"城市s1", "城市s2", "城市s3"}, {}, {"2022", "2023"}, {"table", "case"}};
    compare(files, queries, 10, "part", {.filter = filter, .count = true});
  }
}

TEST_CASE("the browser and the program give the same answers from an index of many directories") {
  if (!has_node()) return;
  const auto entries = make_corpus(15, {.pages = 300, .most_sections = 5, .most_lines = 6});
  for (const std::size_t with_lengths : {300, 299}) {
    const auto files = build_index(entries, {.shard_letters = 1024,
                                             .block_letters = 2048,
                                             .divided_letters = 12,
                                             .divided_character_letters = 40,
                                             .group = 4,
                                             .pages_with_lengths = with_lengths});
    CHECK(std::count_if(files.begin(), files.end(),
                        [](const File& file) { return file.name.starts_with("d/"); }) > 5);
    compare(files, make_queries(entries, 15, with_lengths == 300 ? 60 : 20), 10, "part");
  }
}

TEST_CASE("a long page is found by what stands at its end, its beginning is shown where that is enough") {
  auto entries = make_corpus(16, {.pages = 80});
  std::vector<Entry> long_page;
  for (int copy = 0; copy < 2; ++copy) {
    for (const Entry& entry : entries) {
      const std::string anchor = "#" + std::to_string(10000 + long_page.size());
      long_page.push_back({"long.html" + anchor, entry.title, "", "", "2025", "table", entry.text});
    }
  }
  long_page.front().text += "\n先见于此";
  long_page.back().text += "\n先见于此\n只在末尾";
  entries.insert(entries.end(), long_page.begin(), long_page.end());
  const auto files = build_index(entries);
  const auto reader = open_index(files);
  CHECK(reader->query("只在末尾", 3).front().url == long_page.back().url);
  CHECK(reader->query("先见于此", 3).front().url == long_page.front().url);
  CHECK(reader->query("先见于此 只在末尾", 3).front().url == long_page.back().url);
  if (!has_node()) return;
  auto queries = make_queries(entries, 16, 20);
  queries.insert(queries.end(), {"只在末尾", "先见于此", "先见于此 只在末尾", "末尾 只在 养鱼"});
  compare(files, queries, 10, "part");
}

TEST_CASE(
    "lists too long to be read at first are read when the texts disprove the pages, on both sides alike") {
  std::mt19937 random(31);
  std::vector<Entry> entries;
  for (int i = 0; i < 12000; ++i) {
    std::string text = i % 1500 == 7 ? "甲乙丙丁戊\n" : "";
    for (const char* piece : {"甲乙丙子", "乙丙丁丑", "丙丁戊寅"}) {
      if (random() % 2 == 0) text += std::string(piece) + "\n";
    }
    entries.push_back({"p" + std::to_string(i) + ".html", "页", "", "", "2024", "chapter", text + "尾"});
  }
  const auto files = build_index(entries);
  const auto reader = open_index(files);
  const Answer all = reader->ask("甲乙丙丁戊", 100);
  CHECK(all.total == 8);
  CHECK(all.total_is_exact);
  const Answer five = reader->ask("甲乙丙丁戊", 5);
  CHECK(five.results.size() == 5);
  CHECK(five.total >= 8);
  if (!has_node()) return;
  compare(files, {"甲乙丙丁戊", "甲乙丙丁子"}, 10, "part");
  compare(files, {"甲乙丙丁戊 尾"}, 3, "part", {.filter = {{}, {}, {"2024"}, {}}, .count = true});
}

TEST_CASE(
    "a word that stands nowhere is found by its reading and by other words, however frequent these are") {
  std::mt19937 random(33);
  std::vector<Entry> entries;
  for (int i = 0; i < 32000; ++i) {
    const auto name = [&] { return random() % 2 == 0 ? std::string("焊接") : std::string("别的"); };
    std::string text = name() + "\n" + name() + "\n";
    if (random() % 2 == 0) text += text;
    entries.push_back({"p" + std::to_string(i) + ".html", name(), name(), "", "2024", "major", text});
  }
  const auto files = build_index(entries);
  const auto pair =
      std::find_if(files.begin(), files.end(), [](const File& f) { return f.bytes.size() > 17000; });
  REQUIRE(pair != files.end());  // more than the budget for what was not typed
  const auto reader = open_index(files);
  for (const char* word : {"hanjie", "hj", "焊工"}) {
    INFO(word);
    CHECK(reader->ask(word, 10).results.size() == 10);
  }
  if (has_node()) compare(files, {"hanjie", "hj", "焊工", "hanjie bd", "bd", "焊工 别的"}, 10, "part");
}

TEST_CASE("the browser and the program fare alike with files that are missing or damaged") {
  if (!has_node()) return;
  const auto entries = make_corpus(14, {.pages = 400, .most_sections = 6, .most_lines = 8});
  auto files = build_index(entries);
  std::erase_if(files, [](const File& file) { return file.name == "p/1.js" || file.name == "t/1.js"; });
  for (File& file : files) {
    if (file.name == "p/3.js" || file.name == "t/2.js") file.bytes[file.bytes.size() / 2] ^= 1;
  }
  compare(files, make_queries(entries, 14, 60), 30, "whole");
}

TEST_CASE("the browser and the program fare alike without some readings and names") {
  if (!has_node()) return;
  std::vector<Entry> entries;
  for (char32_t c = 0x4E00; c < 0x5A00; ++c) {
    const std::string name = utf8(std::u32string{c, static_cast<char32_t>(c + 1), U'学'});
    entries.push_back({"p" + std::to_string(c) + ".html", name, "", "", "2024", "chapter", name + "焊接"});
  }
  auto files = build_index(entries);
  const std::vector<std::string> queries = {"hanjie", "焊揭",    "焊结",  "仿学",
                                            "仿佛雪", "fangxue", "yixue", "a焊"};
  compare(files, queries, 10, "part");
  std::erase_if(files, [](const File& file) {
    return file.name == "n/1.js" || file.name == "n/4.js" || file.name == "s/5.js";
  });
  for (File& file : files) {
    if (file.name == "s/3.js") file.bytes[60] ^= 1;
  }
  compare(files, queries, 10, "whole");
}

TEST_CASE("the browser loads the traditional forms of the characters that are asked, and goes on without") {
  if (!has_node()) return;
  auto files = build_index({{"a.html", "学费", "", "", "2024", "chapter", "学费"}});
  std::erase_if(files, [](const File& file) { return file.name == "v/1.js"; });
  for (File& file : files) {
    if (file.name == "v/3.js") file.bytes[60] ^= 1;
  }
  const Folder folder;
  folder.write(files);
  // 學 is in v/0, 費 in v/3 and 業 in v/1.
  const json answers = ask_browser_core(folder, {"學", "學費", "業 学", "學业"}, 10, "whole", {});
  CHECK(answers[0]["total"] == 1);
  CHECK(answers[0]["problems"] == 0);
  CHECK(answers[1]["total"] == 0);
  CHECK(answers[1]["problems"] == 1);
  CHECK(answers[2]["results"].size() == 1);
  CHECK(answers[2]["problems"] == 1);
  CHECK(answers[3]["results"].size() == 1);
  CHECK(answers[3]["problems"] == 0);
}

TEST_CASE("a damaged record is told apart where only parts of files are loaded") {
  if (!has_node()) return;
  auto files = build_index(make_corpus(17, {.pages = 1}));
  const auto queries = make_queries(make_corpus(17, {.pages = 1}), 17, 6);
  compare(files, queries, 10, "part");
  for (File& file : files) {
    if (file.name == "t/0.js") file.bytes[file.bytes.size() - 6] ^= 1;  // within the record
  }
  compare(files, queries, 10, "part");
}

TEST_CASE("the browser and the program give the same facts") {
  if (!has_node()) return;
  const std::vector<std::string> queries = {"升学率 示例一校",
                                            "示例市第一职业学校的升学率是多少",
                                            "升学率",
                                            "焊接",
                                            "哪个学校有焊接专业",
                                            "焊工",
                                            "示例市 焊接",
                                            "示例市 升学率 2024",
                                            "示例一校 2024年 升学率",
                                            "示例二校 示例一校 升学率和本省升学率",
                                            "第二职业 焊接",
                                            "学校升学率",
                                            "的升学率",
                                            "升學率 示例一校",
                                            "养鱼"};
  for (const std::size_t letters : {std::size_t{12 * 1024}, std::size_t{40}}) {
    Sizes sizes;
    sizes.answer_letters = letters;
    const auto files = index_with_facts(sizes);
    compare(files, queries, 10, "whole");
    compare(files, queries, 10, "part", {.filter = {.schools = {"示例市第二职业学校"}}});
  }
}

TEST_CASE("the browser and the program see numbers of headings, kinds and organisations alike") {
  if (!has_node()) return;
  std::vector<Entry> entries;
  const std::vector<std::string> titles = {
      "5.1 产教融合",     "5 产教融合",      "（一）产教融合",   "一、产教融合",
      "第三章 产教融合",  "5.产教融合",      "表 2-11 产教融合", "图 4",
      "案例 08 产教融合", "2025 年产教融合", "3D 产教融合",      "1+X 产教融合",
      "95.8% 产教融合",   "1.2.3、产教融合", "产教融合𠮷",       "10）产教融合"};
  const std::vector<std::string> kinds = {"chapter", "table", "indicator", "major", "case"};
  for (std::size_t i = 0; i < titles.size() * kinds.size(); ++i) {
    const std::string page = "p" + std::to_string(i) + ".html", organisation = i % 3 == 0 ? "产教学校" : "";
    entries.push_back({page, titles[i % titles.size()], i % 7 == 0 ? "产教" : "", organisation,
                       std::to_string(2020 + i % 5), kinds[i % kinds.size()], "融合"});
    entries.push_back({page + "#1", titles[(i + 5) % titles.size()], "", organisation,
                       std::to_string(2020 + i % 5), kinds[(i + i / 5) % kinds.size()], "产教\n融合 教学"});
  }
  const auto files = build_index(entries);
  const std::vector<std::string> queries = {"产教融合",   "产教",      "融合",     "5.1产教融合",
                                            "5.1",        "表 2-11",   "产教学校", "学校 融合",
                                            "产教融合𠮷", "2024 产教", "图 4",     "融合教学"};
  compare(files, queries, 100, "whole");
  compare(files, queries, 10, "part", {.filter = {{}, {}, {"2024"}, {"table", "chapter"}}, .count = true});
}

TEST_CASE("the browser refuses an index of another version") {
  if (!has_node()) return;
  const Folder folder;
  folder.write("search/index.js", "nianbaoSearch(\"index\",{\"format\":1});\n");
  CHECK(ask_browser_core(folder, {"焊接"}, 10, "whole", {}) == json::array({{{"trouble", "version"}}}));
}
