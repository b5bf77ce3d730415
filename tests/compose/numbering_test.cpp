#include <catch2/catch.hpp>

#include "composed.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;

namespace {

const std::string headings = "## 甲\n### 乙\n#### 丙\n### 丁\n## 戊\n## 己 {.unnumbered}\n";

std::string table_fence(const std::string& id, const std::string& more = "") {
  return fence("table", "id = \"" + id + "\"\ndata = \"t\"\n" + more);
}

Composed report(const std::string& numbering, const std::string& parts = "") {
  return Composed(
      {{"report.toml", tests::settings + numbering + parts},
       {"01-x.md", chapter("一章", headings + table_fence("a") + table_fence("b"))},
       {"02-y.md", chapter("二章", headings + table_fence("c", "number = 5\n") + table_fence("d"))},
       {"e.md", headings + table_fence("e")},
       {"data/t.csv", "指标,人数\n甲,1\n"}});
}

std::string numbers(Composed& composed, const std::string& page) {
  std::string out;
  for (const auto& heading : composed.all<compose::SectionHeading>(page))
    out += std::to_string(heading.level) + ":" + heading.number + " ";
  return out;
}

std::string labels(Composed& composed, const std::string& page) {
  std::string out;
  for (const auto& table : composed.all<compose::TableView>(page)) out += table.label + " ";
  return out;
}

}  // namespace

TEST_CASE("Headings are numbered as the report says") {
  const auto [scheme, chapter_number, first, second] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"chinese", "二、",
           "2:（一） 3:1. 4:（1） 3:2. 2:（二） 2: ", "2:（一） 3:1. 4:（1） 3:2. 2:（二） 2: "},
          {"decimal", "2",
           "2:1.1 3:1.1.1 4:1.1.1.1 3:1.1.2 2:1.2 2: ", "2:2.1 3:2.1.1 4:2.1.1.1 3:2.1.2 2:2.2 2: "},
          {"none", "", "2: 3: 4: 3: 2: 2: ", "2: 3: 4: 3: 2: 2: "},
      }));
  Composed composed = report("[numbering]\nheadings = \"" + scheme + "\"\n");
  CAPTURE(scheme);
  CHECK(composed.page("y.html").label == chapter_number);
  CHECK(numbers(composed, "x.html") == first);
  CHECK(numbers(composed, "y.html") == second);
}

TEST_CASE("Tables are counted by chapter or through the report, from the printed number on") {
  const auto [numbering, first, second] = GENERATE(table<std::string, std::string, std::string>({
      {"", "表 1-1 表 1-2 ", "表 2-5 表 2-6 "},
      {"[numbering]\ntable = { scope = \"report\" }\n", "表 1 表 2 ", "表 5 表 6 "},
      {"[numbering]\ntable = { label = \"图表\", digits = 2 }\n", "图表 1-01 图表 1-02 ",
       "图表 2-05 图表 2-06 "},
  }));
  Composed composed = report(numbering);
  CAPTURE(numbering);
  CHECK(labels(composed, "x.html") == first);
  CHECK(labels(composed, "y.html") == second);
  CHECK(composed.page("tables/d.html").label + " " ==
        second.substr(second.find(' ', second.find(' ') + 1) + 1));
}

TEST_CASE("An appended article counts from the beginning, in its own scheme") {
  Composed composed =
      report("",
             "[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"article\"\ntitle = \"附文\"\nfile "
             "= \"e.md\"\nheadings = \"decimal\"\n");
  CHECK(numbers(composed, "article.html") == "2:1 3:1.1 4:1.1.1 3:1.2 2:2 2: ");
  CHECK(labels(composed, "article.html") == "表 1 ");
}

TEST_CASE("The contents of a page are its headings of two levels") {
  Composed composed = report("");
  std::string contents;
  for (const auto& item : composed.page("x.html").page_contents)
    contents += std::to_string(item.level) + item.label + item.title + " " + item.address + "; ";
  CHECK(contents ==
        "0（一）甲 c/a/2023/x.html#s-1; 11.乙 c/a/2023/x.html#s-1-1; 12.丁 c/a/2023/x.html#s-1-2; "
        "0（二）戊 c/a/2023/x.html#s-2; 0己 c/a/2023/x.html#u-1; ");
}

TEST_CASE("A preface keeps its headings and blocks; its signature follows the last words") {
  Composed composed(
      {{"report.toml", tests::settings + "[[parts]]\nkind = \"preface\"\nfile = \"p.md\"\nsigned = "
                                         "\"校长\"\ndate = \"2023年12月\"\n"},
       {"p.md", "起。\n\n## 节 {#s}\n" + table_fence("a") + "终。\n"},
       {"data/t.csv", "指标,人数\n甲,1\n"}});
  const compose::Page page = composed.page("preface.html");
  REQUIRE(page.components.size() == 4);
  CHECK(std::get<compose::Html>(page.components[0]).html == "<p>起。</p>\n");
  CHECK(std::get<compose::SectionHeading>(page.components[1]).id == "s");
  CHECK(std::get<compose::TableView>(page.components[2]).label == "表 1");
  const auto& signed_text = std::get<compose::SignedTextView>(page.components[3]);
  CHECK(signed_text.html + signed_text.signed_by + signed_text.date == "<p>终。</p>\n校长2023年12月");
}
