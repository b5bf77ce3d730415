#include <map>

#include "default_theme.h"
#include "support/temporary_project.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

/// What loading a theme reports that is the default one but for some files.
std::string remarks(const std::map<std::string, std::string>& files, const std::string& removed = "") {
  const TemporaryProject project;
  const auto folder = project.folder() / "default";
  std::filesystem::copy(default_theme_folder, folder, std::filesystem::copy_options::recursive);
  for (const auto& [path, text] : files) project.write("default/" + path, text);
  if (!removed.empty()) std::filesystem::remove(folder / removed);
  DiagnosticSink sink;
  theme::Theme::load(folder, "zh-CN", sink);
  return reported(sink);
}

}  // namespace

TEST_CASE("the default theme loads without a remark") {
  default_theme("zh-CN");
  default_theme("en");
}

TEST_CASE("what is wrong with a template is reported with its place") {
  struct Row {
    const char *source, *expected;
  };
  const auto row =
      GENERATE(Row{"<p>\n{{#note}}\n</p>\n", "N712 themes/default/templates/footer.mustache:2:1"},
               Row{"<p>\n  {{note</p>\n", "N712 themes/default/templates/footer.mustache:2:3"},
               Row{"{{#note}}{{#title}}{{/note}}{{/title}}",
                   "N712 themes/default/templates/footer.mustache:1:1; N712 "
                   "themes/default/templates/footer.mustache:1:20"},
               Row{"{{/note}}", "N712 themes/default/templates/footer.mustache:1:1"},
               Row{"文字{{> components/nowhere}}", "N713 themes/default/templates/footer.mustache:1:3"},
               Row{"{{> footer}}", "N713 themes/default/templates/footer.mustache:1:1"},
               Row{"\n\n{{strings.no_such_text}}", "N714 themes/default/templates/footer.mustache:3:1"},
               Row{"{{site_titel}}", "N715 themes/default/templates/footer.mustache:1:1"},
               Row{"{{^notice}}{{titel}}{{/notice}}", "N715 themes/default/templates/footer.mustache:1:12"},
               Row{"{{{title}}}", "N717 themes/default/templates/footer.mustache:1:1"},
               Row{"{{&title}}", "N717 themes/default/templates/footer.mustache:1:1"},
               Row{"{{! a comment }}{{title}}", ""});
  INFO(row.source);
  CHECK(remarks({{"templates/footer.mustache", row.source}}) == row.expected);
}

TEST_CASE("missing files are reported") {
  CHECK(remarks({}, "templates/components/quote.mustache") ==
        "N711 themes/default/templates/components/quote.mustache");
  CHECK(remarks({}, "templates/head.mustache") ==
        "N713 themes/default/templates/embed.mustache:8:1; N713 themes/default/templates/page.mustache:8:1");
}

TEST_CASE("interface strings: broken files, and keys that only another language has") {
  CHECK(remarks({{"strings/de.toml", "home = \"Start\"\nonly_here = \"x\"\n"}}) ==
        "N716 themes/default/strings/zh-CN.toml");
  CHECK(remarks({{"strings/de.toml", "home = 3\n"}}) == "N716 themes/default/strings/de.toml:1:8");
  CHECK(remarks({{"strings/de.toml", "home = \n"}}) == "N711 themes/default/strings/de.toml:1:8");
}
