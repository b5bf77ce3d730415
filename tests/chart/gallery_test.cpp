#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include "chart/chart.h"
#include "support/golden.h"

/// docs/gallery/index.html: every golden picture as it looks in the light, in the dark and on paper, with its
/// configuration, in one file that opens from disk. NIANBAO_UPDATE_GOLDEN=1 writes it anew with the pictures.
namespace nianbao::chart {
namespace {

namespace fs = std::filesystem;

const fs::path root = NIANBAO_SOURCE_DIR;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(root / "tests/golden/chart"))
    if (entry.path().extension() == ".svg") found.push_back(entry.path().stem());
  std::sort(found.begin(), found.end());
  return found;
}

/// Looks are told apart by variables only: in a copy of a picture, rules hold as they do in the original, and
/// variables are those of the place where the copy stands.
std::string looks() {
  std::string out;
  std::istringstream css(style_sheet());
  for (std::string rule; std::getline(css, rule);) {
    if (rule.starts_with("@media (prefers")) continue;
    if (rule.starts_with("@media print")) continue;
    const std::string_view dark = ":root[data-theme=\"dark\"]";
    if (rule.starts_with(dark)) rule.replace(0, dark.size(), ".dark");
    out += rule + "\n";
  }
  for (std::size_t i = 2; i <= palette().size(); ++i)
    out += fmt::format(
        ".paper{{--fill-{0}:url(#chart-pattern-{0})}}\n.chart-svg .c{0}.f{{fill:var(--fill-{0},var({1}))}}\n",
        i, palette()[i - 1].variable);
  return out;
}

std::string_view between(std::string_view text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

/// The picture itself, and two that show the same again: a copy takes its colours from where it stands.
std::string row(const std::string& name) {
  const std::string svg = read(root / "tests/golden/chart" / (name + ".svg"));
  const std::string box(between(svg, "viewBox=\"", "\""));
  const std::string width(box.substr(box.find(' ', box.find(' ') + 1) + 1,
                                     box.rfind(' ') - box.find(' ', box.find(' ') + 1) - 1));
  const std::string again =
      fmt::format("<svg viewBox=\"{0}\"><use href=\"#{1}\"/></svg>", box, "gallery-" + name);
  const std::string original = "<svg id=\"gallery-" + name + "\"" + svg.substr(4);
  const std::string style = fmt::format(" style=\"--width:{}px\"", width);
  return fmt::format(
      "<section id=\"{0}\"><h2><a href=\"#{0}\">{0}</a></h2>\n<div class=\"row\"{1}>\n<div "
      "class=\"look\">\n{2}</div>\n"
      "<div class=\"look dark\">{3}</div>\n<div class=\"look paper\">{3}</div>\n</div>\n"
      "<details><summary>{0}.json</summary><iframe src=\"../../tests/golden/chart/{0}.json\" "
      "loading=\"lazy\" "
      "title=\"{0}.json\"></iframe></details></section>\n",
      name, style, original, again);
}

std::string gallery() {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Golden "
      "charts</title>\n<style>\n" +
      looks() +
      "body{margin:0 auto;padding:1rem;max-width:120rem;font:15px/1.5 system-ui,sans-serif}\n"
      "h2{margin:2rem 0 .4rem;font-size:1.1rem}\n"
      ".row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem}\n"
      ".look{padding:1rem;border:1px solid #ddd;background:#fff;color:#1f2328}\n"
      ".look>svg{display:block;width:100%;max-width:var(--width);height:auto}\n"
      ".dark{background:var(--chart-surface)}\n"
      "iframe{width:100%;height:24rem;border:1px solid #ddd;background:#fff}\n"
      "</style>\n</head>\n<body>\n" +
      pattern_definitions() +
      "\n<h1>Golden charts</h1>\n"
      "<p>Each of tests/golden/chart in the light, in the dark and on paper. The unit tests compare the "
      "pictures byte "
      "by byte;\n<code>NIANBAO_UPDATE_GOLDEN=1</code> writes them and this page anew.</p>\n";
  for (const std::string& name : names()) out += row(name);
  return out + "</body>\n</html>\n";
}

}  // namespace

TEST_CASE("golden pictures are all in the gallery, as they are") {
  CHECK(tests::equals_golden(root / "docs/gallery/index.html", gallery()));
}

}  // namespace nianbao::chart
