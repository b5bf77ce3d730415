#include "publish/staging.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <thread>
#include <vector>

#include "publish/manifest.h"
#include "scratch.h"

using namespace nianbao::publish;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

PublishReport publish(const Scratch& scratch, const Files& files) {
  const auto staging = Staging::open(scratch.output(), scratch.project());
  for (const auto& [path, bytes] : files) staging->write(path, bytes);
  return staging->publish();
}

Files published(const Scratch& scratch) {
  Files files = tree(scratch.output());
  files.erase("manifest.json");
  return files;
}

ino_t inode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_ino;
}

}  // namespace

TEST_CASE("a site is published whole, with a manifest, and nothing is left beside it") {
  const Scratch scratch;
  const Files files = {
      {"index.html", "首页"}, {"a/b/c.html", "c"}, {"empty.txt", ""}, {"名字 1.txt", std::string("a\0b", 3)}};
  const PublishReport report = publish(scratch, files);
  CHECK(published(scratch) == files);
  CHECK(report.files == 4);
  CHECK(report.written == 4);
  CHECK(report.linked == 0);
  CHECK(report.removed == 0);
  CHECK(report.bytes == 10);
  CHECK(left_beside(scratch.output()) == 0);
  const std::string manifest = bytes_of(scratch.output() / "manifest.json");
  CHECK(manifest.find("\"generator\": \"nianbao\"") != std::string::npos);
  CHECK(manifest.find(sha256("首页")) != std::string::npos);
  CHECK(read_manifest(scratch.output()).size() == 4);
}

TEST_CASE("a file stands at a second path as one and the same") {
  const Scratch scratch;
  const auto staging = Staging::open(scratch.output(), scratch.project());
  staging->write("new/a.csv", "1,2");
  staging->link("old/a.csv", "new/a.csv");
  CHECK_THROWS_AS(staging->link("old/b.csv", "new/b.csv"), PublishError);
  CHECK_THROWS_AS(staging->link("new/a.csv", "new/a.csv"), PublishError);
  CHECK(staging->publish().files == 2);
  CHECK(published(scratch) == Files{{"new/a.csv", "1,2"}, {"old/a.csv", "1,2"}});
  CHECK(inode_of(scratch.output() / "old/a.csv") == inode_of(scratch.output() / "new/a.csv"));
  CHECK(read_manifest(scratch.output()).contains("old/a.csv"));
}

TEST_CASE("what has not changed is linked, what has is written, what is gone is gone") {
  const Scratch scratch;
  publish(scratch,
          {{"same.html", "same"}, {"d/same.html", "s2"}, {"changed.html", "old"}, {"gone/x.html", "x"}});
  const ino_t same = inode_of(scratch.output() / "same.html");
  const PublishReport report = publish(
      scratch, {{"same.html", "same"}, {"d/same.html", "s2"}, {"changed.html", "new"}, {"added.html", "a"}});
  CHECK(report.linked == 2);
  CHECK(report.written == 2);
  CHECK(report.removed == 1);
  CHECK(inode_of(scratch.output() / "same.html") == same);
  CHECK(published(scratch) ==
        Files{{"same.html", "same"}, {"d/same.html", "s2"}, {"changed.html", "new"}, {"added.html", "a"}});
  CHECK_FALSE(fs::exists(scratch.output() / "gone"));
  CHECK(left_beside(scratch.output()) == 0);
}

TEST_CASE("a published file that was changed by hand does not come back") {
  const Scratch scratch;
  const Files files = {{"a.html", "aaaa"}, {"b.html", "bbbb"}, {"c/c.html", "cccc"}, {"d.html", "dddd"}};
  publish(scratch, files);
  put(scratch.output() / "a.html", "xxxx");
  fs::remove(scratch.output() / "b.html");
  put(scratch.root() / "elsewhere" / "c.html", "cccc");
  fs::remove_all(scratch.output() / "c");
  fs::create_directory_symlink(scratch.root() / "elsewhere", scratch.output() / "c");
  put(scratch.root() / "d", "dddd");
  fs::remove(scratch.output() / "d.html");
  fs::create_symlink(scratch.root() / "d", scratch.output() / "d.html");
  const PublishReport report = publish(scratch, files);
  CHECK(report.linked == 0);
  CHECK(report.written == 4);
  CHECK(published(scratch) == files);
  CHECK_FALSE(fs::is_symlink(scratch.output() / "c"));
  CHECK(bytes_of(scratch.root() / "elsewhere" / "c.html") == "cccc");
  CHECK(fs::hard_link_count(scratch.root() / "elsewhere" / "c.html") == 1);
}

TEST_CASE("the same files give the same bytes whatever the order and the threads") {
  const Scratch one, two;
  Files files;
  for (int i = 0; i < 500; ++i)
    files["d" + std::to_string(i % 7) + "/e" + std::to_string(i % 3) + "/" + std::to_string(i)] =
        std::string(static_cast<std::size_t>(i), 'x');
  publish(one, files);
  {
    const auto staging = Staging::open(two.output(), two.project());
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
      threads.emplace_back([&, t] {
        int i = 0;
        for (auto at = files.rbegin(); at != files.rend(); ++at) {
          if (i++ % 8 == t) staging->write(at->first, at->second);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    const PublishReport report = staging->publish();
    CHECK(report.files == 500);
    CHECK(report.written == 500);
    CHECK(report.bytes == 500 * 499 / 2);
  }
  CHECK(tree(one.output()) == tree(two.output()));
}

TEST_CASE("without publish nothing changes") {
  const Scratch scratch;
  publish(scratch, {{"index.html", "old"}});
  const Files before = tree(scratch.output());
  {
    const auto staging = Staging::open(scratch.output(), scratch.project());
    staging->write("index.html", "new");
    staging->write("other.html", "new");
    CHECK(tree(scratch.output()) == before);
  }
  CHECK(tree(scratch.output()) == before);
  CHECK(left_beside(scratch.output()) == 0);
}

TEST_CASE("files of the project are copied") {
  const Scratch scratch;
  put(scratch.project() / "assets" / "a.bin", std::string(200000, '\1'));
  const auto staging = Staging::open(scratch.output(), scratch.project());
  staging->copy("assets/a.bin", scratch.project() / "assets" / "a.bin");
  CHECK(staging->has("assets/a.bin"));
  CHECK_FALSE(staging->has("assets/b.bin"));
  CHECK_THROWS_AS(staging->copy("b", scratch.project() / "none"), PublishError);
  CHECK_THROWS_AS(staging->copy("b", scratch.project() / "assets"), PublishError);
  staging->publish();
  CHECK(bytes_of(scratch.output() / "assets/a.bin").size() == 200000);
}

TEST_CASE("mistakes of the caller are errors") {
  const Scratch scratch;
  const auto staging = Staging::open(scratch.output(), scratch.project());
  staging->write("a", "1");
  CHECK_THROWS_WITH(staging->write("a", "1"), "a: written twice");
  CHECK_THROWS_WITH(staging->write("manifest.json", "1"), "manifest.json: the name is reserved");
  CHECK_THROWS_AS(staging->write("a/b", "1"), PublishError);
  const std::string_view bad[] = {"",   "/",    "/a",     "a/",    "a//b", ".",
                                  "..", "../a", "a/../b", "a/./b", "a\\b", std::string_view("a\0b", 3)};
  for (const std::string_view path : bad) {
    INFO(path);
    CHECK_THROWS_AS(staging->write(path, "1"), PublishError);
  }
  CHECK_THROWS_AS(staging->write(std::string(256, 'x'), "1"), PublishError);
  CHECK_NOTHROW(staging->write(std::string(255, 'x'), "1"));
  CHECK_NOTHROW(staging->write("..a/...", "1"));
}

TEST_CASE("a site is published once") {
  const Scratch scratch;
  const auto staging = Staging::open(scratch.output(), scratch.project());
  staging->write("a", "1");
  staging->publish();
  CHECK_THROWS_AS(staging->publish(), PublishError);
  CHECK_THROWS_AS(staging->write("b", "1"), PublishError);
  CHECK(bytes_of(scratch.output() / "a") == "1");
}

TEST_CASE("what was damaged before it is published is noticed, and the old site stays") {
  const Scratch scratch;
  publish(scratch, {{"index.html", "old"}});
  const auto staging = Staging::open(scratch.output(), scratch.project());
  staging->write("index.html", "new!");
  for (const auto& entry : fs::directory_iterator(scratch.project())) {
    if (entry.path().filename().string().find("staging-") != std::string::npos)
      put(entry.path() / "index.html", "ne");
  }
  CHECK_THROWS_AS(staging->publish(), PublishError);
  CHECK(bytes_of(scratch.output() / "index.html") == "old");
}
