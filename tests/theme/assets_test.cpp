#include <map>

#include "default_theme.h"

using namespace nianbao;
using namespace nianbao::tests;

TEST_CASE("the theme brings its style sheet, scripts and icon") {
  std::map<std::string, std::string> assets;
  for (const auto& asset : default_theme()->assets()) assets[asset.path] = asset.bytes;
  for (const auto* path : {"assets/style.css", "assets/page.js", "assets/chart-view.js",
                           "assets/chart-interactive.js", "assets/icon.svg"})
    CHECK(assets[path].size() > 200);
  CHECK(assets["assets/style.css"].size() <= 32 * 1024);
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
