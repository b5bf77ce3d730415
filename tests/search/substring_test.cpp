#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "corpus.h"
#include "search/fold.h"

using namespace nianbao::search;

namespace {

/// A slow search that is obviously right: all folded lines of each page.
class Scan {
 public:
  explicit Scan(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      std::u32string& page = pages_[entry.url.substr(0, entry.url.find('#'))];
      for (const std::string* field :
           {&entry.title, &entry.context, &entry.organisation, &entry.year, &entry.text}) {
        page += fold(code_points(*field)) + U'\n';
      }
    }
  }

  std::set<std::string> pages_with(const std::u32string& word) const {
    std::set<std::string> found;
    for (const auto& [url, text] : pages_) {
      if (text.find(word) != std::u32string::npos) found.insert(url);
    }
    return found;
  }

  const std::map<std::string, std::u32string>& pages() const { return pages_; }

 private:
  std::map<std::string, std::u32string> pages_;
};

/// Strings that stand somewhere, and strings that almost do.
std::vector<std::u32string> samples(const Scan& scan, std::mt19937& random, int count) {
  std::vector<std::u32string> texts;
  for (const auto& [url, text] : scan.pages()) texts.push_back(text);
  std::vector<std::u32string> out;
  while (static_cast<int>(out.size()) < count) {
    const std::u32string& text = texts[random() % texts.size()];
    std::u32string word = text.substr(random() % text.size(), 1 + random() % 8);
    if (word.find(U'\n') != std::u32string::npos || word.find(U' ') != std::u32string::npos) continue;
    if (random() % 4 == 0) word += texts[random() % texts.size()].substr(0, 1 + random() % 2);
    if (word.find(U'\n') == std::u32string::npos && word.find(U' ') == std::u32string::npos)
      out.push_back(word);
  }
  return out;
}

std::set<std::string> pages_found(const Reader& reader, const std::u32string& word) {
  std::set<std::string> found;
  for (const Result& result : reader.query(utf8(word), 100000)) {
    if (result.loose) continue;
    const bool is_new = found.insert(result.url.substr(0, result.url.find('#'))).second;
    CHECK(is_new);
  }
  return found;
}

}  // namespace

TEST_CASE("a string is found on exactly the pages on which it stands") {
  int nowhere = 0;
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const auto entries = make_corpus(seed, {.pages = 40 + static_cast<int>(seed) * 40});
    const auto reader =
        open_index(build_index(entries, {.divided_letters = seed == 2 ? 8u : 1280u,
                                         .divided_character_letters = seed == 2 ? 8u : 2560u}));
    const Scan scan(entries);
    std::mt19937 random(seed);
    for (const std::u32string& word : samples(scan, random, 180)) {
      INFO("seed " << seed << ": " << utf8(word));
      const std::set<std::string> expected = scan.pages_with(word);
      nowhere += expected.empty();
      REQUIRE(pages_found(*reader, word) == expected);
    }
  }
  CHECK(nowhere > 20);
}

TEST_CASE("several words are found on exactly the pages that have them all") {
  const auto entries = make_corpus(9, {.pages = 150});
  const auto reader = open_index(build_index(entries));
  const Scan scan(entries);
  std::mt19937 random(9);
  const auto words = samples(scan, random, 200);
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    INFO(utf8(words[i]) << " " << utf8(words[i + 1]));
    std::set<std::string> both;
    const auto first = scan.pages_with(words[i]), second = scan.pages_with(words[i + 1]);
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::inserter(both, both.end()));
    const Answer answer = reader->ask(utf8(words[i] + U" " + words[i + 1]), 100000);
    const auto exact = std::find_if(answer.results.begin(), answer.results.end(),
                                    [](const Result& result) { return result.loose; });
    CHECK(static_cast<std::size_t>(exact - answer.results.begin()) == both.size());
    CHECK(std::all_of(exact, answer.results.end(), [](const Result& result) { return result.loose; }));
    CHECK(answer.partial == (both.empty() && !answer.results.empty()));
    CHECK(answer.partial >= (both.empty() && !(first.empty() && second.empty())));
    CHECK(answer.total_is_exact);
    CHECK(answer.total == both.size());
  }
}

TEST_CASE("how a word is written does not matter") {
  const auto reader = open_index(
      build_index({{"a.html", "ＢＩＭ 技术", "", "", "", "", "1+X 与 Industry 4.0，Café，95.8%"}}));
  for (const char* query : {"bim技术", "BIM技术", "ｂｉｍ", "1+x", "1＋X", "industry", "4.0", "CAFE", "café",
                            "95.8％", "技", "%"}) {
    INFO(query);
    CHECK(reader->query(query, 10).size() == 1);
  }
  for (const char* query : {"术1", "bam", "cafes", "95.8%1"}) {
    INFO(query);
    CHECK(reader->ask(query, 10).total == 0);
  }
}
