#include "cli/serve_watch.h"

#include <array>
#include <catch2/catch.hpp>
#include <unistd.h>

#include "support/temporary_project.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;
using cli::ProjectWatch;
using cli::Woken;

class Pipe {
 public:
  Pipe() { REQUIRE(::pipe(ends_.data()) == 0); }
  ~Pipe() { ::close(ends_[0]), ::close(ends_[1]); }
  int reading_end() const { return ends_[0]; }
  void write() const { REQUIRE(::write(ends_[1], "x", 1) == 1); }

 private:
  std::array<int, 2> ends_{};
};

}  // namespace

TEST_CASE("files of editors and hidden files are no files of a project") {
  for (const char* name : {"01-overview.md", "site.toml", "scorecard.csv", "图.png", "4913"})
    CHECK(cli::is_project_file(name));
  for (const char* name : {"", ".a.swp", ".#a.md", "a.md~", "#a.md#", "~$report.docx", "a.swp", "a.tmp"})
    CHECK_FALSE(cli::is_project_file(name));
}

TEST_CASE("changes of a project's files are seen, in old folders and new ones") {
  const TemporaryProject project{
      {{"site.toml", ""}, {"content/a/2026/01.md", "x"}, {"content/b/school.toml", ""}}};
  ProjectWatch watch(project.folder(), {});
  CHECK(watch.is_complete());
  CHECK_FALSE(watch.take_changes());

  const auto seen_after = [&](const std::string& what, auto change) {
    change();
    CAPTURE(what);
    CHECK(watch.take_changes());
    CHECK_FALSE(watch.take_changes());
  };
  const fs::path content = project.folder() / "content";
  seen_after("a file is written", [&] { project.write("content/a/2026/01.md", "y"); });
  seen_after("a file is made", [&] { project.write("content/a/2026/02.md", "y"); });
  seen_after("an editor writes beside it and renames", [&] {
    project.write("content/a/2026/.01.md.part", "z");
    fs::rename(content / "a/2026/.01.md.part", content / "a/2026/01.md");
  });
  seen_after("a file is removed", [&] { fs::remove(content / "a/2026/02.md"); });
  seen_after("a folder is made", [&] { fs::create_directory(content / "a/2027"); });
  seen_after("a file in the new folder", [&] { project.write("content/a/2027/01.md", "y"); });
  seen_after("a folder is renamed", [&] { fs::rename(content / "a", content / "c"); });
  seen_after("a file below the new name", [&] { project.write("content/c/2027/01.md", "z"); });
  seen_after("a folder is removed", [&] { fs::remove_all(content / "b"); });
}

TEST_CASE("what no build reads is not seen") {
  const TemporaryProject project{{{"content/a.md", ""},
                                  {"public/index.html", ""},
                                  {"assets/node_modules/x/x.js", ""},
                                  {".git/index", ""}}};
  ProjectWatch watch(project.folder(), {project.folder() / "public", project.folder() / "build"});
  project.write("public/index.html", "new");
  project.write("public/sub/index.html", "new");
  project.write("build/x.o", "new");
  project.write("assets/node_modules/x/x.js", "new");
  project.write(".git/index", "new");
  project.write(".cache/x", "new");
  project.write("content/.a.md.swp", "new");
  project.write("content/a.md~", "new");
  CHECK_FALSE(watch.take_changes());
}

TEST_CASE("a folder that moved out of the project is forgotten") {
  const TemporaryProject project{{{"content/a/01.md", ""}}}, elsewhere;
  ProjectWatch watch(project.folder(), {});
  fs::rename(project.folder() / "content/a", elsewhere.folder() / "a");
  CHECK(watch.take_changes());
  elsewhere.write("a/01.md", "new");
  CHECK_FALSE(watch.take_changes());
}

TEST_CASE("symbolic links to folders are not followed") {
  const TemporaryProject project{{{"site.toml", ""}}}, elsewhere{{{"a.md", ""}}};
  fs::create_directory_symlink(elsewhere.folder(), project.folder() / "link");
  fs::create_directory_symlink(project.folder(), project.folder() / "cycle");
  ProjectWatch watch(project.folder(), {});
  elsewhere.write("a.md", "new");
  CHECK_FALSE(watch.take_changes());
}

TEST_CASE("waiting ends with a change that has come to rest, or when it is to stop") {
  const TemporaryProject project{{{"site.toml", ""}}};
  ProjectWatch watch(project.folder(), {});
  const Pipe stop;
  project.write("site.toml", "1");
  project.write("site.toml", "2");
  CHECK(cli::wait_for_change(watch, stop.reading_end(), std::chrono::milliseconds(1)) == Woken::changed);
  CHECK_FALSE(watch.take_changes());
  stop.write();
  CHECK(cli::wait_for_change(watch, stop.reading_end(), std::chrono::milliseconds(1)) == Woken::stopped);
}

}  // namespace nianbao::tests
