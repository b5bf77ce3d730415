#include "search/batch.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <tbb/global_control.h>

#include "corpus.h"
#include "search/scratch.h"
#include "search/script_file.h"

using namespace nianbao::search;
namespace fs = std::filesystem;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "nianbao-batches-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  fs::path cache() const { return path_ / "kept" / "search"; }

  std::vector<fs::path> batches() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(cache())) {
      if (entry.path().extension() == ".batch") found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  fs::path path_;
};

struct Built {
  std::vector<std::pair<std::string, std::string>> files;
  Batches batches;
};

constexpr Sizes small_parts{.shard_letters = 2048, .block_letters = 4096, .group = 8};

/// A batch for each school and year, as for reports.
Built build(const std::vector<Entry>& entries, const fs::path& cache = {}) {
  std::map<std::string, std::vector<Entry>> reports;
  for (const Entry& entry : entries) reports[entry.url.substr(0, entry.url.rfind('/'))].push_back(entry);
  Builder builder(small_parts, cache);
  for (const auto& [report, own] : reports) {
    builder.add(report, own);
    builder.end_batch(report);
  }
  Built built;
  for (File& file : builder.finish()) built.files.emplace_back(std::move(file.name), std::move(file.bytes));
  built.batches = builder.batches();
  return built;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

constexpr std::size_t reports = 15;  // 5 schools, 3 years

}  // namespace

TEST_CASE("the files are the same in one batch and in many, kept or not, on any number of threads") {
  const std::vector<Entry> entries = make_corpus(1, {.pages = 300});
  std::vector<std::pair<std::string, std::string>> expected;
  for (const File& file : build_index(entries, small_parts)) expected.emplace_back(file.name, file.bytes);
  REQUIRE(expected.size() > 40);
  const TemporaryFolder folder;
  for (const std::size_t threads : {1u, 2u, 7u}) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const Built without = build(entries);
    CHECK((without.files == expected));
    CHECK(without.batches.made == reports);
    const Built kept = build(entries, folder.cache());
    CHECK((kept.files == expected));
    CHECK(kept.batches.found == (threads == 1 ? 0 : reports));
  }
}

TEST_CASE("only the report that has changed is made again") {
  std::vector<Entry> entries = make_corpus(2, {.pages = 150});
  const TemporaryFolder folder;
  CHECK(build(entries, folder.cache()).batches.made == reports);
  const auto before = folder.batches();
  CHECK(before.size() == reports);

  entries[7].text += "\n新的一句话";
  const Built changed = build(entries, folder.cache());
  CHECK(changed.batches.found == reports - 1);
  CHECK(changed.batches.made == 1);
  CHECK((changed.files == build(entries).files));
  // What is no longer used is gone.
  const auto after = folder.batches();
  CHECK(after.size() == reports);
  std::vector<fs::path> both;
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(both));
  CHECK(both.size() == reports - 1);
}

TEST_CASE("every field of an entry counts when batches are told apart") {
  const Entry entry{"a/2024/p.html#b", "标题", "上级", "学校", "2024", "chapter", "正文", "城市", "校"};
  const auto key = [](const Entry& e) { return BatchWriter(pages_of({e})).key(); };
  std::string Entry::*const fields[] = {&Entry::url,          &Entry::title, &Entry::context,
                                        &Entry::organisation, &Entry::year,  &Entry::kind,
                                        &Entry::text,         &Entry::city,  &Entry::school};
  for (std::string Entry::*const field : fields) {
    Entry other = entry;
    other.*field += "1";
    CHECK(key(other) != key(entry));
  }
  CHECK(key(entry) == key(entry));
}

TEST_CASE("a damaged batch is made again") {
  const std::vector<Entry> entries = make_corpus(3, {.pages = 60});
  const TemporaryFolder folder;
  const Built sound = build(entries, folder.cache());
  const auto batches = folder.batches();
  std::string bytes = bytes_of(batches[0]);
  bytes[bytes.size() / 2] ^= 1;
  write(batches[0], bytes);
  fs::resize_file(batches[1], 100);
  write(batches[2], "");
  write(batches[3], bytes_of(batches[4]));
  fs::remove(batches[5]);
  fs::create_symlink(batches[4], batches[5]);
  write(folder.cache() / "old.unfinished", "half of a batch");
  const Built again = build(entries, folder.cache());
  CHECK(again.batches.made == 5);
  CHECK(again.batches.found == reports - 5);
  CHECK((again.files == sound.files));
  CHECK(!fs::exists(folder.cache() / "old.unfinished"));
  CHECK(build(entries, folder.cache()).batches.found == reports);
}

TEST_CASE("a cache that another build uses, or that cannot be had, is done without") {
  const std::vector<Entry> entries = make_corpus(4, {.pages = 60});
  const TemporaryFolder folder;
  const auto expected = build(entries, folder.cache()).files;
  {
    const Builder other({}, folder.cache());
    const Built meanwhile = build(entries, folder.cache());
    CHECK(meanwhile.batches.found == 0);
    CHECK((meanwhile.files == expected));
    CHECK(folder.batches().size() == reports);
  }
  CHECK(build(entries, folder.cache()).batches.found == reports);
  const fs::path link = folder.cache().parent_path() / "link";
  fs::create_directory_symlink(folder.cache(), link);
  CHECK(build(entries, link).batches.found == 0);
  CHECK((build(entries, "/proc/no-such-folder").files == expected));
}

TEST_CASE("a batch has the same bytes as in the version that its mark names") {
  // When this fails, raise batch_mark in batch.cpp: otherwise batches of before would be taken for those of
  // now.
  const auto entry = [](std::string url, std::string title, std::string kind, std::string text) {
    return Entry{std::move(url),  std::move(title), "人才培养", "示例一校", "2025",
                 std::move(kind), std::move(text),  "示例市",   "示例一校"};
  };
  const auto pages =
      pages_of({entry("a/2025/x.html", "焊接技術", "chapter", "双师型教师占比 61.2%\nBIM技术，双师型教师"),
                entry("a/2025/x.html#b", "就业", "table", "就业率\n95.8%"),
                entry("a/2025/y.html", "升学率", "case", "1+X 证书，升学率，升学率")});
  CHECK(check_of(BatchWriter(pages).bytes("")) == "Da0V");
}

TEST_CASE("a scratch gives back what was put, from memory and from its file") {
  const TemporaryFolder folder;
  Scratch scratch({}, 10);
  std::string all;
  for (const std::string_view bytes : {"first", "", "second", "third and last"}) {
    CHECK(scratch.put(bytes) == all.size());
    all += bytes;
  }
  for (std::size_t begin = 0; begin <= all.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= all.size(); ++size)
      CHECK(scratch.get(begin, size) == all.substr(begin, size));
  }
  CHECK_THROWS_AS(scratch.get(all.size(), 1), fs::filesystem_error);
}
