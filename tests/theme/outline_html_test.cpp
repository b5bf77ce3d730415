#include "theme/outline_html.h"

#include <catch2/catch.hpp>

using nianbao::compose::ListView;
using nianbao::theme::outline_html;

namespace {

std::string outline(const std::vector<int>& levels) {
  std::vector<ListView::Item> items;
  for (const int level : levels) items.push_back({level, "", std::to_string(level), ""});
  return outline_html(items, "index.html");
}

std::string item(const std::string& text, const std::string& below = "") {
  return "<li><span>" + text + "</span>" + below + "</li>";
}

}  // namespace

TEST_CASE("levels become nested lists") {
  CHECK(outline({}) == "");
  CHECK(outline({0, 0}) == "<ol>" + item("0") + item("0") + "</ol>");
  CHECK(outline({0, 1, 0}) == "<ol>" + item("0", "<ol>" + item("1") + "</ol>") + item("0") + "</ol>");
  CHECK(outline({0, 1, 2, 1}) ==
        "<ol>" + item("0", "<ol>" + item("1", "<ol>" + item("2") + "</ol>") + item("1") + "</ol>") + "</ol>");
  CHECK(outline({0, 2, 0}) == "<ol>" + item("0", "<ol>" + item("2") + "</ol>") + item("0") + "</ol>");
  CHECK(outline({1, 0, 1}) == "<ol>" + item("1") + item("0", "<ol>" + item("1") + "</ol>") + "</ol>");
}

TEST_CASE("an entry links relative to its page and says when it is the page") {
  const std::vector<nianbao::compose::NavigationItem> items = {
      {"第二章", "人才培养", "a/2023/talents.html", true, 0}};
  CHECK(outline_html(items, "a/2023/cases/x.html") ==
        "<ol><li><a href=\"../talents.html\" aria-current=\"page\"><span class=\"label\">第二章</span> "
        "人才培养</a></li></ol>");
}
