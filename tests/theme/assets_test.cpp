#include <cstdio>
#include <fstream>
#include <map>
#include <regex>

#include "default_theme.h"
#include "support/temporary_project.h"
#include "theme/script_files.h"
#include "theme/small_script_table.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

std::map<std::string, std::string> default_assets() {
  std::map<std::string, std::string> assets;
  for (const auto& asset : default_theme()->assets()) assets[asset.path] = asset.bytes;
  return assets;
}

std::size_t gzip_size(const std::string& bytes) {
  const TemporaryProject folder;
  folder.write("script.js", bytes);
  const std::string command = "gzip -9c '" + (folder.folder() / "script.js").string() + "' | wc -c";
  std::FILE* const pipe = popen(command.c_str(), "r");
  std::size_t size = 0;
  CHECK(std::fscanf(pipe, "%zu", &size) == 1);
  pclose(pipe);
  return size;
}

}  // namespace

TEST_CASE("a style sheet is published without its comments, what stands in quotes as it is") {
  const TemporaryProject project;
  const auto folder = project.folder() / "default";
  std::filesystem::copy(default_theme_folder, folder, std::filesystem::copy_options::recursive);
  project.write("default/styles/00-first.css",
                "/* A\n * B */\na::before { content: \"/* \\\" */\"; } /* C */\nb { top: 0; /* D */ }\n/**/\n"
                "c::after { content: '/*'; }\n/* not closed\n");
  DiagnosticSink sink;
  const auto theme = theme::Theme::load(folder, "zh-CN", sink);
  REQUIRE(theme != nullptr);
  for (const theme::Asset& asset : theme->assets()) {
    if (asset.path != "assets/style.css") continue;
    CHECK(
        asset.bytes.starts_with("a::before { content: \"/* \\\" */\"; } \nb { top: 0;  }\n"
                                "c::after { content: '/*'; }\n"));
    CHECK(asset.bytes.find("not closed") == std::string::npos);
  }
}

TEST_CASE("the theme brings its style sheet, scripts and icon") {
  auto assets = default_assets();
  for (const auto* path : {"assets/style.css", "assets/page.js", "assets/chart-view.js",
                           "assets/chart-interactive.js", "assets/icon.svg"})
    CHECK(assets[path].size() > 200);
  CHECK(assets["assets/style.css"].size() <= 34 * 1024);
  CHECK(assets["assets/page.js"].size() <= 4 * 1024);
  for (const auto& [path, bytes] : assets) {
    INFO(path);
    // Nothing is fetched: what is named stands on the page.
    for (auto at = bytes.find("url("); at != std::string::npos; at = bytes.find("url(", at + 1))
      CHECK(bytes.substr(at, 19) == "url(#chart-pattern-");
    CHECK(bytes.find("@import") == std::string::npos);
    CHECK((path.ends_with(".svg") || bytes.find("://") == std::string::npos));
  }
}

TEST_CASE("a first question loads one small script") {
  auto assets = default_assets();
  for (const auto* part : {"format", "store", "lookup", "core", "facets", "subjects", "choices"})
    CHECK_FALSE(assets.contains("assets/search-" + std::string(part) + ".js"));
  const std::string& search = assets.at("assets/search.js");
  CHECK(search.find("// ") == std::string::npos);
  CHECK(search.find("nianbaoSearchLibrary") < search.find("search-results"));
  CHECK(assets.at("assets/search-loose.js").find("\n  ") == std::string::npos);
  if (!theme::made_by_terser) {
    WARN(
        "Terser was not installed when the program was compiled: only comments and indentation are left out");
    return;
  }
  CHECK(search.size() <= 34 * 1024);
  CHECK(gzip_size(search) <= 12 * 1024);
}

TEST_CASE("names that become short in a script stand in none that works with it") {
  std::map<std::string, std::string> texts;
  std::vector<std::string> names;
  for (const theme::Script& script :
       theme::scripts_of(std::filesystem::path(NIANBAO_SOURCE_DIR) / "themes/default/scripts")) {
    texts[script.name] = script.text;
    if (script.name == "search.js") names = theme::own_names(script.text);
  }
  CHECK(names.size() > 20);
  for (const std::string& name : names) {
    INFO(name);
    const std::regex whole_word("\\b" + name + "\\b");
    CHECK(std::regex_search(texts.at("search.js"), std::regex("[.,{] ?" + name + "\\b")));
    for (const auto* other : {"search-loose.js", "search-answers.js"})
      CHECK_FALSE(std::regex_search(texts.at(other), whole_word));
  }
}

TEST_CASE(
    "scripts that did not come with the program are published as they stand, those that belong together as "
    "one file") {
  const TemporaryProject theme;
  theme.write("a.js", "a();  // kept\n");
  theme.write("b.js", "// head\n// Published behind: c.js a.js\nb();\n");
  theme.write("c.js", "c();\n");
  theme.write("d.js", "  d(`\n    // text`);\n");
  const auto scripts = theme::scripts_of(theme.folder());
  REQUIRE(scripts.size() == 2);
  CHECK(scripts[0].name == "b.js");
  CHECK(scripts[0].text ==
        "(function () {\n\"use strict\";\nc();\na();  // kept\n// head\n// Published behind: c.js "
        "a.js\nb();\n})();\n");
  CHECK(theme::published_script(scripts[0].text) == scripts[0].text);
  CHECK(theme::published_script(scripts[1].text) == "  d(`\n    // text`);\n");
  CHECK(theme::missing_scripts(theme.folder()).empty());
  theme.write("b.js", "// head\n// Published behind: e.js\nb();\n");
  CHECK(theme::missing_scripts(theme.folder()) == std::vector<std::string>{"e.js"});
}
