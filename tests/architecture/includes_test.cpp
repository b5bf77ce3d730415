// The rooms of docs/architecture.md, held against the #include lines: nothing points upwards.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = NIANBAO_SOURCE_DIR;

/// What each room may include, besides itself.
const std::map<std::string, std::set<std::string>> allowed = {
    {"text", {}},
    {"diagnostics", {"text"}},
    {"markdown", {"text", "diagnostics"}},
    {"diagram", {"text", "diagnostics"}},
    {"chart", {"text", "diagnostics"}},
    {"picture", {"text", "diagnostics"}},
    {"search", {"text", "diagnostics"}},
    {"model", {"text", "diagnostics", "markdown"}},
    {"source", {"text", "diagnostics", "markdown", "model"}},
    {"check", {"text", "diagnostics", "markdown", "model"}},
    {"disclosure", {"text", "diagnostics", "markdown", "model", "check"}},
    {"compose", {"text", "diagnostics", "markdown", "diagram", "chart", "search", "model", "check"}},
    // Of compose the theme sees the page only, and of the charts their style sheet.
    {"theme", {"text", "diagnostics", "compose", "chart"}},
    {"publish", {"text", "diagnostics"}},
    {"cli",
     {"text", "diagnostics", "markdown", "diagram", "chart", "picture", "search", "model", "source", "check",
      "disclosure", "compose", "theme", "publish"}},
};

struct Include {
  std::string file, room, included;
};

std::vector<Include> includes_of(const fs::path& file, const std::string& room) {
  std::vector<Include> found;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::string_view start = "#include \"";
    if (!line.starts_with(start)) continue;
    const std::string path = line.substr(start.size(), line.find('"', start.size()) - start.size());
    found.push_back({fs::relative(file, root).string(), room, path});
  }
  return found;
}

std::vector<fs::path> files_below(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (endings.contains(entry.path().extension().string())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> sources_below(const fs::path& folder) { return files_below(folder, {".cpp", ".h"}); }

std::vector<Include> all_includes() {
  std::vector<Include> found;
  for (const auto& [room, ignored] : allowed) {
    for (const fs::path& file : sources_below(root / "generator" / room)) {
      const auto more = includes_of(file, room);
      found.insert(found.end(), more.begin(), more.end());
    }
  }
  return found;
}

std::size_t count_lines(const fs::path& file) {
  std::ifstream in(file);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

}  // namespace

TEST_CASE("every room of generator/ is known to the plan") {
  for (const auto& entry : fs::directory_iterator(root / "generator")) {
    if (entry.is_directory()) CHECK(allowed.contains(entry.path().filename().string()));
  }
}

TEST_CASE("no room includes a room above it") {
  const auto includes = all_includes();
  REQUIRE(includes.size() > 200);
  for (const Include& include : includes) {
    const std::string room = include.included.substr(0, include.included.find('/'));
    INFO(include.file << " includes " << include.included);
    CHECK((room == include.room || allowed.at(include.room).contains(room)));
  }
}

TEST_CASE("the theme sees no more of compose than the page") {
  for (const Include& include : all_includes()) {
    if (include.room != "theme" || !include.included.starts_with("compose/")) continue;
    INFO(include.file);
    CHECK(include.included == "compose/page.h");
  }
}

TEST_CASE("scripts, styles and templates of the themes stay of such a size, too") {
  const auto files = files_below(root / "themes", {".js", ".css", ".mustache"});
  REQUIRE(files.size() > 20);
  for (const fs::path& file : files) {
    INFO(file.string());
    CHECK(count_lines(file) <= 450);
  }
}

TEST_CASE("files stay of a size one can hold in the head") {
  for (const fs::path& file : sources_below(root / "generator")) {
    INFO(file.string());
    CHECK(count_lines(file) <= 600);
    if (file.extension() == ".h") {
      std::ifstream in(file);
      std::string all{std::istreambuf_iterator<char>(in), {}};
      CHECK(all.find("#pragma once") != std::string::npos);
    }
  }
}

TEST_CASE("what is withheld is known to few files, and printed by none") {
  // Of these, city_aggregates.cpp counts it, and typed_counts.cpp compares it with what prose states, to
  // warn; the others ask whether there is something, or hand it on.
  const std::set<std::string> may_know = {"check/withheld_rule.cpp",     "compose/city_aggregates.cpp",
                                          "compose/indicator_book.cpp",  "compose/narrative_view.cpp",
                                          "compose/summary.cpp",         "compose/summary.h",
                                          "compose/table_grid.cpp",      "disclosure/small_counts.cpp",
                                          "disclosure/typed_counts.cpp", "model/table.h"};
  std::set<std::string> know;
  for (const fs::path& file : sources_below(root / "generator")) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const std::size_t name = line.find("kept_back"), comment = line.find("//");
      if (name < comment && name != std::string::npos)
        know.insert(fs::relative(file, root / "generator").string());
    }
  }
  CHECK(know == may_know);
}
