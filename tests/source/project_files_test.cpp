#include "source/project_files.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "support/reported.h"
#include "support/temporary_project.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;
using tests::TemporaryProject;
namespace fs = std::filesystem;

namespace {

/// The tests may run as an administrator, who may read everything.
class AsNobody {
 public:
  AsNobody() {
    if (geteuid() == 0) became_ = seteuid(65534) == 0;
  }
  ~AsNobody() {
    if (became_ && seteuid(0) != 0) std::abort();
  }

 private:
  bool became_ = false;
};

std::string read(const TemporaryProject& project, const std::string& path, bool accept_gb18030 = false) {
  DiagnosticSink sink;
  const auto text = ProjectFiles(project.folder()).read(path, sink, accept_gb18030);
  return text ? *text : reported(sink);
}

}  // namespace

TEST_CASE("Text comes as UTF-8 without a byte order mark and with plain line ends") {
  const TemporaryProject project{{"plain.md", "年报\n"},
                                 {"mark.md", "\xEF\xBB\xBF年报"},
                                 {"windows.md", "a\r\nb\r\n"},
                                 {"old-mac.md", "a\rb\r"},
                                 {"empty.md", ""}};
  CHECK(read(project, "plain.md") == "年报\n");
  CHECK(read(project, "mark.md") == "年报");
  CHECK(read(project, "windows.md") == "a\nb\n");
  CHECK(read(project, "old-mac.md") == "a\nb\n");
  CHECK(read(project, "empty.md") == "");
}

TEST_CASE("GBK is read where it is expected and named where it is not") {
  const TemporaryProject project{{"gbk.csv", "\xC4\xEA\xB1\xA8,1533\r\n"},
                                 {"wide.csv", std::string("\xFF\xFE\x74\x5E\x2C\x00", 6)},
                                 {"broken.csv", "a\n年\xFF"}};
  CHECK(read(project, "gbk.csv", true) == "年报,1533\n");
  CHECK(read(project, "gbk.csv") == "N004 gbk.csv:1:1");
  CHECK(read(project, "wide.csv", true) == "N004 wide.csv:1:1");
  CHECK(read(project, "broken.csv", true) == "N004 broken.csv:2:2");
  DiagnosticSink sink;
  ProjectFiles(project.folder()).read("wide.csv", sink);
  ProjectFiles(project.folder()).read("gbk.csv", sink);
  CHECK(tests::in_english(sink).find("the file is not UTF-8 (it looks like UTF-16)") != std::string::npos);
  CHECK(tests::in_chinese(sink).find("文件不是 UTF-8 编码（看起来是 GBK）") != std::string::npos);
}

TEST_CASE("A missing file is reported at the place that asks for it") {
  const TemporaryProject project{{"folder/x.md", ""}};
  DiagnosticSink sink;
  const ProjectFiles files(project.folder());
  CHECK_FALSE(files.read("nowhere.md", sink));
  CHECK_FALSE(files.read("folder", sink));
  CHECK_FALSE(files.read("nowhere.md", sink, false, {"report.toml", 7, 3}));
  CHECK(reported(sink) == "N001 folder; N001 nowhere.md; N001 report.toml:7:3");
}

TEST_CASE("Nothing outside the project is opened") {
  const TemporaryProject outside{{"secret.md", "secret"}, {"folder/secret.md", "secret"}};
  const TemporaryProject project{{"content/a.md", "inside"}};
  fs::create_symlink(outside.folder() / "secret.md", project.folder() / "content/link.md");
  fs::create_symlink(outside.folder() / "folder", project.folder() / "content/data");
  fs::create_symlink("a.md", project.folder() / "content/inner.md");
  fs::create_symlink("nowhere", project.folder() / "content/dangling.md");
  CHECK(read(project, "content/link.md") == "N003 content/link.md");
  CHECK(read(project, "content/data/secret.md") == "N003 content/data/secret.md");
  CHECK(read(project, "content/inner.md") == "inside");
  CHECK(read(project, "content/dangling.md") == "N001 content/dangling.md");
}

TEST_CASE("Paths in files stay inside the project") {
  const TemporaryProject project;
  const ProjectFiles files(project.folder());
  const auto [folder, path, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"content/a", "images/x.png", "content/a/images/x.png"},
      {"content/a", "../b/./x.md", "content/b/x.md"},
      {"", "content", "content"},
      {"content/a", "../../../x", "N003"},
      {"content/a", "/etc/passwd", "N003"},
      {"content/a", "images\\x.png", "N003"},
      {"content/a", std::string("x\0y", 3), "N003"},
      {"content/a", "..", "content"},
      {"", "..", "N003"},
  }));
  CAPTURE(path);
  DiagnosticSink sink;
  const auto resolved = files.resolve(folder, path, {"report.toml", 1, 1}, sink);
  CHECK((resolved ? *resolved : tests::codes(sink)) == expected);
}

TEST_CASE("A folder that is a symbolic link is passed over, so that a cycle ends") {
  const TemporaryProject project{{"content/b/x.md", ""},
                                 {"content/a/x.md", ""},
                                 {"content/.git/x", ""},
                                 {"content/~$office.csv", ""},
                                 {"content/z.csv", ""}};
  fs::create_directory_symlink(project.folder() / "content", project.folder() / "content/a/loop");
  fs::create_symlink("self", project.folder() / "content/self");
  const ProjectFiles files(project.folder());
  DiagnosticSink sink;
  CHECK(files.folders_in("content", sink) == std::vector<std::string>{"a", "b"});
  CHECK(files.folders_in("content/a", sink).empty());
  CHECK(files.files_in("content", sink) == std::vector<std::string>{"self", "z.csv"});
  CHECK(reported(sink) == "N006 content/a/loop");
  CHECK(files.folders_in("nowhere", sink).empty());
  CHECK(reported(sink) == "N006 content/a/loop; N002 nowhere");
}

TEST_CASE("A file above the limit is refused with its size") {
  const TemporaryProject project{{"large.csv", ""}, {"just.csv", ""}};
  fs::resize_file(project.folder() / "large.csv", 20u << 20);
  fs::resize_file(project.folder() / "just.csv", ProjectFiles::largest_file + 1);
  CHECK(read(project, "large.csv") == "N005 large.csv");
  DiagnosticSink sink;
  ProjectFiles(project.folder()).read("large.csv", sink);
  CHECK(tests::in_english(sink).starts_with(
      "large.csv: error N005: the file is too large: 20.0 MB, the limit is 16 MB\n"));
  CHECK(read(project, "just.csv") == "N005 just.csv");
  fs::resize_file(project.folder() / "just.csv", ProjectFiles::largest_file);
  CHECK(read(project, "just.csv").size() == ProjectFiles::largest_file);
}

TEST_CASE("Files and folders that may not be read are reported with the reason") {
  const TemporaryProject project{{"locked.md", "x"}, {"shut/x.md", "x"}};
  chmod(project.folder().c_str(), 0755);
  chmod((project.folder() / "locked.md").c_str(), 0);
  chmod((project.folder() / "shut").c_str(), 0);
  DiagnosticSink sink;
  {
    const AsNobody unprivileged;
    const ProjectFiles files(project.folder());
    CHECK_FALSE(files.read("locked.md", sink));
    CHECK_FALSE(files.read("shut/x.md", sink));
    CHECK(files.files_in("shut", sink).empty());
  }
  chmod((project.folder() / "shut").c_str(), 0755);
  CHECK(reported(sink) == "N002 locked.md; N002 shut; N002 shut/x.md");
  CHECK(tests::in_english(sink).find("cannot read locked.md: Permission denied") != std::string::npos);
}

TEST_CASE("A read that fails behind a successful open is reported") {
  DiagnosticSink sink;
  CHECK_FALSE(ProjectFiles("/proc/self").read("mem", sink));  // opens, and gives an input error
  CHECK(reported(sink) == "N002 mem");
}

TEST_CASE("The project's folder may be written in any way") {
  const TemporaryProject project{{"a.md", "x"}};
  for (const std::string& written : {project.folder().string() + "/", project.folder().string() + "/.",
                                     project.folder().string() + "/b/.."}) {
    const ProjectFiles files(written);
    DiagnosticSink sink;
    CHECK(files.root() == project.folder());
    CHECK(files.read("a.md", sink) == "x");
  }
}
