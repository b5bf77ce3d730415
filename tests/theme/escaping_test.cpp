#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "default_theme.h"
#include "text/language.h"
#include "theme/probe.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

std::string render(const std::string& text) {
  return default_theme()->render(theme::full_page(text), theme::full_frame(text));
}

auto count(const std::string& html, char c) { return std::count(html.begin(), html.end(), c); }

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("hostile words change no tag of any component") {
  const auto hostile =
      GENERATE(as<std::string>(), "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
               "' onmouseover='alert(1)", "</title></head><body>", "<!--", "&lt;b&gt;",
               "{{title}}{{{title}}}", "]]></style>", "javascript:alert(1)");
  INFO(hostile);
  // What holds words gets a mark of its language.
  const auto benign = render(text::has_words(hostile) ? "words" : "...");
  const auto html = render(hostile);
  for (const char c : {'<', '>', '"', '\''}) CHECK(count(html, c) == count(benign, c));
}

TEST_CASE("data for search engines cannot leave their script") {
  auto page = theme::full_page("words");
  page.json_ld = R"({"name":"</script><script>alert(1)</script>"})";
  const auto html = default_theme()->render(page, theme::full_frame("words"));
  CHECK(count(html, '<') == count(render("words"), '<'));
  CHECK(html.find("\\u003c/script") != std::string::npos);
}

TEST_CASE("only finished markup goes unescaped into a template") {
  static const std::regex unescaped("\\{\\{(?:\\{|&)\\s*([A-Za-z_.]+)");
  std::size_t found = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(default_theme_folder / "templates")) {
    if (!entry.is_regular_file()) continue;
    const auto source = read(entry.path());
    for (std::sregex_iterator tag(source.begin(), source.end(), unescaped), end; tag != end; ++tag, ++found) {
      const std::string name = (*tag)[1];
      INFO(entry.path() << ": " << name);
      CHECK((name.ends_with("_html") || name == "svg" || name.ends_with("json")));
    }
  }
  CHECK(found > 10);
}
