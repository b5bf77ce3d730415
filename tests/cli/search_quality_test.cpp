// The search over the sample portal: everything that stands there is found, and the labelled questions are
// answered as well as they were.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "sample_portal.h"
#include "search/fold.h"
#include "search/questions.h"
#include "search/store.h"

namespace nianbao::tests {
namespace {

search::Reader sample_reader() {
  return search::Reader([](std::string_view name) { return sample_portal().read(name); });
}

/// All that can be found, by page.
std::map<std::string, std::u32string> sample_texts() {
  search::Store store([](std::string_view name) { return sample_portal().read(name); });
  std::map<std::string, std::u32string> texts;
  for (std::uint32_t number = 0; number < store.page_count(); ++number) {
    const auto page = store.page(number);
    REQUIRE(page.has_value());
    std::u32string& text = texts[search::utf8(page->url)];
    for (const auto& entry : page->entries) {
      for (const auto* field : {&entry.title, &entry.context, &entry.organisation, &entry.year, &entry.text})
        text += search::fold(*field) + U'\n';
    }
  }
  return texts;
}

std::vector<std::u32string> strings_in(const std::map<std::string, std::u32string>& texts, int count) {
  std::vector<const std::u32string*> all;
  for (const auto& [url, text] : texts) all.push_back(&text);
  std::mt19937 random(1);
  std::vector<std::u32string> out;
  while (static_cast<int>(out.size()) < count) {
    const std::u32string& text = *all[random() % all.size()];
    std::u32string piece = text.substr(random() % text.size(), 1 + random() % 9);
    if (random() % 5 == 0)
      piece += *std::next(text.begin(), static_cast<std::ptrdiff_t>(random() % text.size()));
    if (piece.find_first_of(U"\n ") == std::u32string::npos) out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace

TEST_CASE("every string of the sample portal is found on exactly its pages") {
  REQUIRE(sample_portal().built() == cli::done);
  const auto reader = sample_reader();
  const auto texts = sample_texts();
  for (const std::u32string& piece : strings_in(texts, 200)) {
    INFO(search::utf8(piece));
    std::set<std::string> expected, found;
    for (const auto& [url, text] : texts) {
      if (text.find(piece) != std::u32string::npos) expected.insert(url);
    }
    for (const search::Result& result : reader.query(search::utf8(piece), expected.size() + 1)) {
      if (!result.loose) found.insert(result.url.substr(0, result.url.find('#')));
    }
    REQUIRE(found == expected);
  }
}

TEST_CASE("the labelled questions are answered as well as before") {
  REQUIRE(sample_portal().built() == cli::done);
  const auto questions = search::read_questions(
      text_of(std::filesystem::path(NIANBAO_SOURCE_DIR) / "tests/search/questions.tsv"));
  CHECK(questions.size() >= 120);
  const search::Quality quality = search::measure_quality(sample_reader(), questions);
  for (const search::Measured& one : quality.questions) {
    if (!one.success) UNSCOPED_INFO(one.text << ": " << one.first);
  }
  const search::Level& all = quality.levels.at("all");
  CHECK(all.success >= 0.945);
  CHECK(all.ndcg >= 0.865);
}

}  // namespace nianbao::tests
