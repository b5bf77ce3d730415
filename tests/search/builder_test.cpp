#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <thread>

#include "corpus.h"
#include "search/index_file.h"
#include "search/script_file.h"

using namespace nianbao::search;

namespace {

std::vector<std::pair<std::string, std::string>> contents(const std::vector<File>& files) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const File& file : files) out.emplace_back(file.name, file.bytes);
  return out;
}

std::size_t total_size(const std::vector<File>& files) {
  std::size_t size = 0;
  for (const File& file : files) size += file.bytes.size();
  return size;
}

}  // namespace

TEST_CASE("the files depend on the entries alone, not on their order or on threads") {
  std::vector<Entry> entries = make_corpus(1, {.pages = 200});
  const auto expected = contents(build_index(entries));
  std::shuffle(entries.begin(), entries.end(), std::mt19937(7));
  Builder builder;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < entries.size(); i += 8) builder.add(entries[i]);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(contents(builder.finish()) == expected);
}

TEST_CASE("files are scripts of printable ASCII, sorted by name") {
  const auto files = build_index(make_corpus(2));
  std::set<std::string> names;
  for (const File& file : files) {
    names.insert(file.name);
    CHECK(file.bytes.starts_with("nianbaoSearch(\""));
    CHECK(file.bytes.ends_with(");\n"));
    CHECK(std::all_of(file.bytes.begin(), file.bytes.end() - 1, [](char c) { return c >= ' ' && c <= '~'; }));
  }
  CHECK(names == std::set<std::string>{"facets.js", "index.js", "n/0.js", "p/0.js",      "parties.js",
                                       "s/0.js",    "s/1.js",   "s/2.js", "s/3.js",      "s/4.js",
                                       "s/5.js",    "s/6.js",   "s/7.js", "subjects.js", "t/0.js",
                                       "v/0.js",    "v/1.js",   "v/2.js", "v/3.js",      "words.js"});
  CHECK(std::is_sorted(files.begin(), files.end(),
                       [](const File& a, const File& b) { return a.name < b.name; }));
}

TEST_CASE("a larger collection makes more files, not larger ones") {
  const auto files = build_index(make_corpus(3, {.pages = 1200, .most_sections = 6, .most_lines = 8}));
  std::size_t shards = 0, blocks = 0;
  for (const File& file : files) {
    shards += file.name.starts_with("p/");
    blocks += file.name.starts_with("t/");
    INFO(file.name);
    CHECK(file.bytes.size() < 48 * 1024);
  }
  CHECK(shards > 5);
  CHECK(blocks > 5);
}

TEST_CASE("directories have the lengths of the records of their blocks, but in a large index") {
  const auto entries = make_corpus(5, {.pages = 90});
  for (const std::size_t with_lengths : {90, 89}) {
    const auto files = build_index(
        entries,
        {.shard_letters = 1024, .block_letters = 2048, .group = 4, .pages_with_lengths = with_lengths});
    std::map<std::string, std::string> bytes;
    for (const File& file : files) bytes[file.name] = file.bytes;
    const IndexFile index = read_index(bytes.at("index.js"));
    std::size_t pages = 0, letters = 0, blocks = 0, in_blocks = 0;
    for (std::size_t i = 0; i < index.group_checks.size(); ++i) {
      const std::string name = directory_name(i);
      const Directory directory =
          read_directory(read_letters(name, bytes.at(file_name(name)), index.group_checks[i]));
      pages += directory.lengths.size();
      letters = std::accumulate(directory.lengths.begin(), directory.lengths.end(), letters);
      for (const std::string& check : directory.block_checks) {
        const std::string block = texts_name(blocks++);
        in_blocks += read_letters(block, bytes.at(file_name(block)), check).size();
      }
    }
    CHECK(index.group_checks.size() > 3);
    CHECK(pages == (with_lengths == 90 ? 90 : 0));
    if (pages > 0) CHECK(in_blocks == letters + 2 * pages);  // two for the length of each record
  }
}

TEST_CASE("an index is smaller than the text that it holds") {
  const auto entries = make_corpus(4, {.pages = 400, .most_sections = 6, .most_lines = 8});
  std::size_t text = 0;
  for (const Entry& entry : entries) text += entry.text.size() + entry.title.size();
  CHECK(total_size(build_index(entries)) < text);
}

TEST_CASE("an index of nothing answers with nothing") {
  const auto files = build_index({});
  CHECK(files.size() == 17);
  CHECK(open_index(files)->query("焊接", 10).empty());
  CHECK(open_index(build_index({{"a.html", "", "", "", "", "", ""}}))->query("焊接", 10).empty());
}
