#include "compose/addresses.h"

#include <catch2/catch.hpp>
#include <set>

#include "composed.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;

namespace {

/// Addresses of all pages, without the report's: "index.html x.html …".
std::string pages_of(Composed& composed) {
  const auto pages = composed.pages();
  std::string out;
  for (std::size_t i = 0; i < pages.size(); ++i)
    out += (i > 0 ? " " : "") + pages.make(i).address.substr(composed.report.settings.address.size() + 1);
  return out;
}

std::string address(Composed& composed, const std::string& id) {
  const model::Target* target = composed.labels.find(id);
  REQUIRE(target != nullptr);
  return compose::address_of(composed.report, composed.labels, *target);
}

const std::string every_part = tests::settings +
                               R"(
[[parts]]
kind = "cover"
[[parts]]
kind = "declaration"
file = "d.md"
[[parts]]
kind = "notice"
file = "n.md"
[[parts]]
kind = "preface"
file = "p.md"
[[parts]]
kind = "opening"
file = "o.md"
[[parts]]
kind = "contents"
[[parts]]
kind = "chapters"
[[parts]]
kind = "cases"
[[parts]]
kind = "article"
title = "附文"
file = "a.md"
[[parts]]
kind = "article"
title = "又一篇"
file = "b.md"
[[parts]]
kind = "article"
title = "有标识"
file = "e.md"
[[parts]]
kind = "appendix"
tables = ["t"]
[[parts]]
kind = "contacts"
)";

}  // namespace

TEST_CASE("Organisations, reports and what belongs to them have fixed addresses") {
  CHECK(compose::organisation_page("") == "index.html");
  CHECK(compose::organisation_page("a/b") == "a/b/index.html");
  CHECK(compose::report_page("a/b/2023") == "a/b/2023/index.html");
  CHECK(compose::lists_page("a/b/2023") == "a/b/2023/lists.html");
  CHECK(compose::table_page("a/b/2023", "t") == "a/b/2023/tables/t.html");
  CHECK(compose::chart_page("a/b/2023", "c") == "a/b/2023/charts/c.html");
  CHECK(compose::table_download("a/b/2023", "t") == "a/b/2023/data/t.csv");
}

TEST_CASE("Every part that is read by itself has a page, and no two share one") {
  Composed composed({{"report.toml", every_part},
                     {"d.md", "x"},
                     {"n.md", "x"},
                     {"p.md", "x"},
                     {"o.md", "x"},
                     {"a.md", "x"},
                     {"b.md", "x"},
                     {"e.md", "+++\nid = \"visit\"\n+++\nx"},
                     {"01-talents.md", chapter("人才", fence("table", "id = \"tt\"\ndata = \"t\"") +
                                                           fence("chart", "id = \"cc\"\ndata = \"t\""))},
                     {"02-life.md", "+++\ntitle = \"生活\"\nid = \"campus\"\n+++\n"},
                     {"cases/01-x.md", chapter("案例一", "")},
                     {"cases/02-y.md", "+++\ntitle = \"二\"\nid = \"welding\"\n+++\n"},
                     {"data/t.csv", "指标,人数\n甲,1\n"}});
  const std::string pages = pages_of(composed);
  CHECK(pages ==
        "index.html declaration.html notice.html preface.html talents.html campus.html cases/index.html "
        "article.html article-2.html visit.html appendix.html contacts.html cases/case-01.html "
        "cases/welding.html tables/tt.html charts/cc.html tables/t.html lists.html");
  CHECK(composed.sink.sorted().empty());
}

TEST_CASE("A target's address is its page and its anchor") {
  Composed composed(
      {{"report.toml", tests::settings + "[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = "
                                         "\"appendix\"\ntables = [\"t\"]\n[[parts]]\nkind = "
                                         "\"article\"\ntitle = \"文\"\nfile = \"e.md\"\n"},
       {"e.md", "+++\nid = \"visit\"\n+++\n## 节 {#there}\n"},
       {"01-talents.md", chapter("人才", "## 党建 {#party}\n" + fence("case", "id = \"case-01\"") +
                                             fence("figure", "id = \"f\"\nsrc = \"x.png\"\nalt = \"图\""))},
       {"cases/01-x.md", chapter("案例一", fence("table", "id = \"tt\"\ndata = \"t\""))},
       {"data/t.csv", "指标,人数\n甲,1\n"}});
  const auto [id, expected] = GENERATE(table<std::string, std::string>({
      {"talents", "c/a/2023/talents.html"},
      {"party", "c/a/2023/talents.html#party"},
      {"f", "c/a/2023/talents.html#f"},
      {"case-01", "c/a/2023/cases/case-01.html"},
      {"tt", "c/a/2023/cases/case-01.html#tt"},
      {"t", "c/a/2023/appendix.html#t"},
      {"visit", "c/a/2023/visit.html"},
      {"there", "c/a/2023/visit.html#there"},
  }));
  CAPTURE(id);
  CHECK(address(composed, id) == expected);
}

TEST_CASE("Headings without an id are reached by their number") {
  Composed composed({{"01-x.md", chapter("章", "## 甲\n### 乙\n### 丙\n## 丁\n## 戊 {.unnumbered}\n")}});
  std::string addresses;
  for (const model::Target& target : composed.labels.targets) {
    if (target.kind == model::TargetKind::heading)
      addresses += compose::address_of(composed.report, composed.labels, target).substr(9) + " ";
  }
  CHECK(addresses == "x.html#s-1 x.html#s-1-1 x.html#s-1-2 x.html#s-2 x.html#u-1 ");
}

TEST_CASE("Anchors of a page are unique even where printed numbers repeat") {
  Composed composed(
      {{"01-x.md", chapter("章", "## 甲\n## 乙 {number=1}\n## 丙 {#s-1}\n## 丁 {number=1}\n")}});
  std::set<std::string> anchors;
  for (const auto& heading : composed.all<compose::SectionHeading>("x.html"))
    CHECK(anchors.insert(heading.id).second);
  CHECK(anchors.size() == 4);
}

TEST_CASE("A page of the report stands where another page of it cannot") {
  // "lists", "index" and the parts' names are taken: the reader gives such a chapter another id and says so.
  Composed composed({{"01-lists.md", chapter("章", "x")}});
  CHECK(pages_of(composed) == "index.html lists-1.html lists.html");
}
