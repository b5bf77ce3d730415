#include "cli/chart_command.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone when the test is over.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "nianbao-chart-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }

  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::string with(const std::string& name, const std::string& text) const {
    std::ofstream(file(name)) << text;
    return file(name);
  }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  fs::path path_;
};

std::string read(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string bar = R"({"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}})";

}  // namespace

TEST_CASE("a chart is written in one step") {
  const Folder folder;
  const std::string specification = folder.with("bar.json", bar), output = folder.with("bar.svg", "old");
  CHECK(run_chart({specification, output, 480}) == 0);
  CHECK(read(output).starts_with("<svg "));
  CHECK(read(output).find("viewBox=\"0 0 480 ") != std::string::npos);
  CHECK(folder.count() == 2);
}

TEST_CASE("a PNG has two pixels for each of the width") {
  const Folder folder;
  const std::string specification = folder.with("bar.json", bar), output = folder.file("bar.png");
  CHECK(run_chart({specification, output, 480}) == 0);
  const std::string png = read(output);
  REQUIRE(png.size() > 24);
  CHECK(png.substr(1, 3) == "PNG");
  CHECK(png.substr(16, 4) == std::string("\0\0\x03\xC0", 4));  // 960
  CHECK(folder.count() == 2);
}

TEST_CASE("what cannot be drawn leaves the old picture alone") {
  const Folder folder;
  const std::string output = folder.with("x.svg", "old");
  CHECK(run_chart({folder.with("broken.json", "{\"type\": "), output, 720}) == 1);
  CHECK(run_chart({folder.with("huge.json", "[1e999]"), output, 720}) == 1);
  CHECK(run_chart({folder.with("kind.json", R"({"type": "pi", "data": {"datasets": []}})"), output, 720}) ==
        1);
  CHECK(run_chart({folder.file("absent.json"), output, 720}) == 3);
  CHECK(run_chart({folder.file(""), output, 720}) == 3);
  CHECK(read(output) == "old");
}

TEST_CASE("outputs that are neither SVG nor PNG are refused before anything is read") {
  const Folder folder;
  const std::string specification = folder.with("bar.json", bar);
  CHECK(run_chart({specification, folder.file("bar.jpg"), 720}) == 2);
  CHECK(run_chart({specification, folder.file("bar"), 720}) == 2);
  CHECK(run_chart({specification, folder.file("bar.svg"), 10}) == 2);
  CHECK(folder.count() == 1);
}

TEST_CASE("a sparkline may be as narrow as the text it stands in") {
  const Folder folder;
  const std::string sparkline =
      folder.with("in.json", R"({"type": "sparkline", "data": {"datasets": [{"data": [1, 3]}]}})");
  CHECK(run_chart({sparkline, folder.file("in.svg"), 60}) == 0);
  CHECK(read(folder.file("in.svg")).find("viewBox=\"0 0 60 ") != std::string::npos);
  CHECK(run_chart({sparkline, folder.file("in.svg"), 59}) == 2);
  CHECK(run_chart({sparkline, folder.file("in.svg"), 4001}) == 2);
  CHECK(run_chart({folder.with("bar.json", bar), folder.file("bar.svg"), 199}) == 2);
}

TEST_CASE("an output that cannot be written is named, and nothing is left behind") {
  const Folder folder;
  const std::string specification = folder.with("bar.json", bar);
  CHECK(run_chart({specification, folder.file("no/such/folder/bar.svg"), 720}) == 3);
  fs::create_directories(folder.file("taken.svg/inside"));
  CHECK(run_chart({specification, folder.file("taken.svg"), 720}) == 3);
  CHECK(folder.count() == 2);
}

}  // namespace nianbao::cli
