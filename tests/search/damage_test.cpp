#include <algorithm>
#include <catch2/catch.hpp>

#include "corpus.h"

using namespace nianbao::search;

namespace {

std::vector<File> files() {
  return build_index(make_corpus(6, {.pages = 900, .most_sections = 6, .most_lines = 8}),
                     {.shard_letters = 16384});
}

File& named(std::vector<File>& files, std::string_view name) {
  return *std::find_if(files.begin(), files.end(), [&](const File& file) { return file.name == name; });
}

std::vector<File> without(std::vector<File> files, std::string_view name) {
  std::erase_if(files, [&](const File& file) { return file.name == name; });
  return files;
}

}  // namespace

TEST_CASE("without an index, or with one of another version, the message says what to do") {
  const auto message = [](const std::vector<File>& files) {
    try {
      open_index(files)->ask("焊接", 10);
    } catch (const IndexError& problem) {
      return problem.wording;
    }
    return nianbao::Wording{};
  };
  CHECK(message({}).en == "there is no search index index.js; build the site first");
  CHECK(message({}).zh == "找不到搜索索引 index.js；请先生成网站");
  CHECK(message({{"index.js", "nianbaoSearch(\"index\",{\"format\":1});"}}).en ==
        "the search index has format version 1, this program reads version 7 only; build the site again with "
        "this program");
  CHECK_THAT(message({{"index.js", "<html>"}}).en, Catch::StartsWith("the search index index.js is damaged"));
}

TEST_CASE("a missing or damaged block of texts is reported once, and the rest goes on") {
  auto all = files();
  const std::size_t complete = open_index(all)->query("焊接", 10000).size();
  const Answer missing = open_index(without(all, "t/1.js"))->ask("焊接", 10000);
  REQUIRE(missing.problems.size() == 1);
  CHECK(missing.problems[0].en == "the index file search/t/1.js is missing: results may be incomplete");
  CHECK(missing.results.size() > complete / 2);
  CHECK(missing.results.size() < complete);

  std::string& bytes = named(all, "t/1.js").bytes;
  bytes[bytes.size() / 2] = bytes[bytes.size() / 2] == 'a' ? 'b' : 'a';
  const Answer damaged = open_index(all)->ask("焊接", 10000);
  REQUIRE(damaged.problems.size() == 1);
  CHECK_THAT(damaged.problems[0].en, Catch::Contains("search/t/1.js is damaged or from another build"));
  CHECK(damaged.results.size() == missing.results.size());
}

TEST_CASE("without a shard of postings the other tokens and the text still answer") {
  const auto& all = files();
  const auto complete = open_index(all)->ask("双师型教师", 10000);
  std::size_t narrowed = 0;
  for (const File& file : all) {
    if (!file.name.starts_with("p/")) continue;
    const Answer answer = open_index(without(all, file.name))->ask("双师型教师", 10000);
    narrowed += !answer.problems.empty();
    CHECK(answer.results.size() == complete.results.size());
  }
  CHECK(narrowed > 0);
}

TEST_CASE("a problem is told with every answer that it concerns") {
  const auto reader = open_index(without(files(), "t/0.js"));
  CHECK(reader->ask("焊接", 10000).problems.size() == 1);
  CHECK(reader->ask("焊接", 10000).problems.size() == 1);
}

TEST_CASE("without the readings of some characters, or some names, the rest of a loose question goes on") {
  auto all = build_index({{"a.html", "焊接技术应用", "", "", "2024", "major", "焊接技术应用"},
                          {"b.html", "焊接实训", "", "", "2024", "chapter", "焊接"}});
  const auto problems_of = [&](const std::vector<File>& files, std::string_view query) {
    std::vector<std::string> problems;
    const Answer answer = open_index(files)->ask(query, 10);
    for (const nianbao::Wording& problem : answer.problems) problems.push_back(problem.en);
    CHECK((query == "hanjie" || answer.suggestions == std::vector<std::string>{"焊接"}));
    return problems;
  };
  using Problems = std::vector<std::string>;
  CHECK(problems_of(all, "焊揭").empty());
  CHECK(problems_of(without(all, "s/3.js"), "焊揭").empty());  // neither 焊 nor 揭 is in it
  CHECK(problems_of(without(all, "s/5.js"), "焊揭") ==
        Problems{"the index file search/s/5.js is missing: results may be incomplete"});
  CHECK(problems_of(without(all, "n/0.js"), "hanjie") ==
        Problems{"the index file search/n/0.js is missing: results may be incomplete"});
  named(all, "s/2.js").bytes[60] ^= 1;
  CHECK(problems_of(all, "焊揭") ==
        Problems{"the index file search/s/2.js is damaged or from another build: results may be incomplete"});
}
