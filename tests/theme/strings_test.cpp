#include "theme/strings.h"

#include <regex>
#include <set>

#include "default_theme.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

theme::Texts texts(const std::string& lang) {
  DiagnosticSink sink;
  auto texts = theme::read_strings(default_theme_folder / "strings" / (lang + ".toml"), lang + ".toml", sink);
  REQUIRE_FALSE(sink.has_errors());
  return texts;
}

std::set<std::string> arguments(const std::string& text) {
  static const std::regex mark("\\{[0-9]\\}");
  return {std::sregex_token_iterator(text.begin(), text.end(), mark), std::sregex_token_iterator()};
}

}  // namespace

TEST_CASE("both languages have the same strings with the same arguments") {
  const auto zh = texts("zh-CN"), en = texts("en");
  CHECK(zh.size() == en.size());
  CHECK(zh.size() > 100);
  for (const auto& [key, text] : zh) {
    INFO(key);
    REQUIRE(en.contains(key));
    CHECK_FALSE(text.empty());
    CHECK(arguments(text) == arguments(en.at(key)));
  }
}

TEST_CASE("the English strings hold no Chinese but quoted words of the reports") {
  for (const auto& [key, text] : texts("en")) {
    const bool quotes_reports = key == "legend_approximate" || key.starts_with("search_js_");
    const bool has_han = std::any_of(text.begin(), text.end(),
                                     [](char c) { return (c & 0xF0) == 0xE0 && (c & 0xFF) >= 0xE4; });
    INFO(key);
    CHECK((!has_han || quotes_reports));
  }
}
