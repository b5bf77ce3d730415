#include "compose/report_pages.h"

#include <catch2/catch.hpp>

#include "compose/chart_files.h"
#include "compose/search_entries.h"
#include "composed.h"
#include "printed.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;

namespace {

std::string part(const std::string& kind, const std::string& more = "") {
  return "[[parts]]\nkind = \"" + kind + "\"\n" + more;
}

/// Titles in the order in which a reader turns the pages, and back again; both have to agree.
std::string reading_order(Composed& composed, const std::string& first) {
  std::string out = first, at = first;
  for (int steps = 0; steps < 50; ++steps) {
    const compose::Page page = composed.page(at);
    if (!page.next) return out;
    const std::string next = page.next->address.substr(composed.report.settings.address.size() + 1);
    const compose::Page after = composed.page(next);
    REQUIRE(after.previous);
    CHECK(after.previous->address == page.address);
    out += " > " + next + " " + page.next->text;
    at = next;
  }
  return out + " …";
}

const std::string stated_order = tests::settings + part("preface", "file = \"p.md\"\n") +
                                 part("declaration", "title = \"声明\"\nfile = \"d.md\"\n") +
                                 part("chapters") + part("article", "title = \"附文\"\nfile = \"a.md\"\n") +
                                 part("cases", "title = \"典型案例\"\n") +
                                 part("appendix", "tables = [\"t\"]\n");

const tests::Files whole = {
    {"report.toml", stated_order},
    {"p.md", "前"},
    {"d.md", "声"},
    {"a.md", "文"},
    {"01-x.md", chapter("甲", fence("table", "id = \"tt\"\ntitle = \"表题\"\ndata = \"t\""))},
    {"02-y.md", chapter("乙", fence("chart", "id = \"cc\"\ndata = \"t\""))},
    {"cases/01-a.md", chapter("案例甲", "")},
    {"cases/02-b.md", chapter("案例乙", "")},
    {"data/t.csv", "指标,人数\n甲,1\n"},
    {"data/t.toml", "title = \"数据\"\n"}};

}  // namespace

TEST_CASE("The reading order is the order of the parts as stated") {
  Composed composed(whole);
  CHECK(reading_order(composed, "index.html") ==
        "index.html > preface.html preface > declaration.html 声明 > x.html 一、甲 > y.html 二、乙 > "
        "article.html 附文 > cases/index.html 典型案例 > appendix.html appendix");
  CHECK_FALSE(composed.page("index.html").previous);
}

TEST_CASE("Cases follow each other; tables, charts and lists have no neighbours") {
  Composed composed(whole);
  CHECK(reading_order(composed, "cases/case-01.html") ==
        "cases/case-01.html > cases/case-02.html 案例 02 案例乙");
  CHECK_FALSE(composed.page("cases/case-01.html").previous);
  for (const std::string name : {"tables/tt.html", "charts/cc.html", "tables/t.html", "lists.html"}) {
    const compose::Page page = composed.page(name);
    CHECK_FALSE((page.previous || page.next));
  }
}

TEST_CASE("Every page says where it stands") {
  Composed composed(whole);
  const auto [name, kind, label, title,
              above] = GENERATE(table<std::string, compose::PageKind, std::string, std::string, std::string>({
      {"index.html", compose::PageKind::report, "", "", "home/丙市/甲校"},
      {"preface.html", compose::PageKind::part, "", "preface", "home/丙市/甲校/2023"},
      {"x.html", compose::PageKind::chapter, "一、", "甲", "home/丙市/甲校/2023"},
      {"article.html", compose::PageKind::article, "", "附文", "home/丙市/甲校/2023"},
      {"cases/case-02.html", compose::PageKind::case_narrative, "案例 02", "案例乙", "home/丙市/甲校/2023"},
      {"tables/tt.html", compose::PageKind::table, "表 1-1", "表题", "home/丙市/甲校/2023/一、甲"},
      {"charts/cc.html", compose::PageKind::chart, "分析图 2-1", "数据", "home/丙市/甲校/2023/二、乙"},
      {"tables/t.html", compose::PageKind::table, "附表 1", "数据", "home/丙市/甲校/2023/appendix"},
      {"lists.html", compose::PageKind::lists, "", "contents", "home/丙市/甲校/2023"},
  }));
  const compose::Page page = composed.page(name);
  CAPTURE(name);
  CHECK(page.kind == kind);
  CHECK(page.label == label);
  CHECK(page.title == title);
  std::string trail;
  for (const compose::Link& link : page.breadcrumb) trail += (trail.empty() ? "" : "/") + link.text;
  CHECK(trail == above);
  CHECK(page.organisation == "甲学校");
  CHECK(page.year == "2023");
  CHECK(page.report_title == "甲校年报");
}

TEST_CASE("A table's page leads back to the place in the text, and the navigation marks its chapter") {
  Composed composed(whole);
  const compose::Page page = composed.page("tables/tt.html");
  CHECK(page.breadcrumb.back().address == "c/a/2023/x.html#tt");
  std::string marked;
  for (const auto& item : page.report_navigation) marked += item.current ? item.address : "";
  CHECK(marked == "c/a/2023/x.html");
  CHECK(std::get<compose::TableView>(page.components.at(0)).address == "");
  CHECK(std::get<compose::TableView>(page.components.at(0)).context == "一、甲");
}

TEST_CASE("A case that a chapter tells of leads back there") {
  Composed composed(
      {{"01-x.md", chapter("甲", fence("case", "id = \"case-01\""))},
       {"cases/01-a.md", "+++\ntitle = \"案例甲\"\norganisation = \"乙校\"\nsummary = \"一句\"\n+++\n文"}});
  const compose::Page page = composed.page("cases/case-01.html");
  CHECK(page.breadcrumb.back().text == "甲");
  CHECK(page.breadcrumb.back().address == "c/a/2023/x.html#case-01");
  CHECK(page.description == "一句");
  CHECK(std::get<compose::FactsView>(page.components.at(0)).facts.at(0).second == "乙校");
  const auto cards = composed.all<compose::CaseCard>("x.html");
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].label == "案例 01");
  CHECK(cards[0].address == "c/a/2023/cases/case-01.html");
}

TEST_CASE("The navigation of a report names its pages in order") {
  Composed composed(whole);
  std::string names;
  for (const auto& item : composed.page("x.html").report_navigation)
    names += item.label + item.title + (item.current ? "* " : " ");
  CHECK(names == "overview preface 声明 一、甲* 二、乙 附文 典型案例 appendix contents ");
}

TEST_CASE("The overview has the cover, the opening text and the facts") {
  Composed composed({{"report.toml",
                      "tag = \"附件 3\"\nedition = \"2023年度\"\nissued = \"2023年12月\"\nsource = "
                      "\"网站\"\nnote = \"缺页\"\n" +
                          tests::settings + part("cover", "lines = [\"REPORT\"]\n") +
                          part("opening", "file = \"o.md\"\n") + part("chapters")},
                     {"o.md", "开头。"},
                     {"01-x.md", chapter("甲", "")}});
  const compose::Page page = composed.page("index.html");
  CHECK(page.published == "2023-12");
  const auto& cover = std::get<compose::CoverView>(page.components.at(0));
  CHECK(cover.tag + cover.title + cover.edition + cover.organisation + cover.issued ==
        "附件 3甲校年报2023年度甲学校2023年12月");
  CHECK(cover.lines == std::vector<std::string>{"REPORT"});
  CHECK(std::get<compose::NoteView>(page.components.at(3)).html == "<p>缺页</p>\n");
  CHECK(std::get<compose::Html>(page.components.at(1)).html == "<p>开头。</p>\n");
  CHECK(std::get<compose::ListView>(page.components.at(2)).items.size() == 1);
  CHECK(std::get<compose::FactsView>(page.components.at(4)).facts.at(0).second == "网站");
  CHECK(composed.page("x.html").breadcrumb.back().text == "2023年度");
}

TEST_CASE("Every table of data can be downloaded") {
  Composed composed(whole);
  const auto files = composed.pages().downloads();
  std::string addresses;
  for (const auto& file : files) addresses += file.address.substr(9) + " ";
  CHECK(addresses == "data/t.csv data/t.json data/datapackage.json data/csv-metadata.json data/all.zip ");
  CHECK(files.at(0).bytes == "\xEF\xBB\xBF指标,人数\r\n甲,1\r\n");
}

TEST_CASE("A chart's own page brings the files it can be taken along with; its chapter only names them") {
  Composed composed(whole);
  const compose::Page page = composed.page("charts/cc.html");
  REQUIRE(page.files.size() == 3);
  CHECK(page.files[0].address == "c/a/2023/charts/cc.svg");
  CHECK(page.files[0].bytes.starts_with("<svg "));
  CHECK(page.files[0].bytes.find("来源：") != std::string::npos);
  CHECK(page.files[1].address == "c/a/2023/charts/cc.csv");
  CHECK(page.files[1].bytes == "\xEF\xBB\xBF指标,人数\r\n甲,1\r\n");
  CHECK(page.files[2].address == "c/a/2023/charts/cc.js");
  CHECK(page.files[2].bytes.starts_with("(window.nianbaoCharts = window.nianbaoCharts || {})[\"cc\"] = {"));
  CHECK(composed.page("y.html").files.empty());
  const auto views = composed.all<compose::ChartView>("y.html");
  REQUIRE(views.size() == 1);
  CHECK(views[0].files.svg == page.files[0].address);
  CHECK(views[0].files.script_version ==
        std::get<compose::ChartView>(page.components.at(0)).files.script_version);
}

TEST_CASE("A chart can be shown inside of other sites, from a page that is no page of its own for search") {
  Composed composed(whole);
  const compose::Page page = composed.page("charts/cc.html");
  const auto embeds = compose::embed_pages(page);
  REQUIRE(embeds.size() == 1);
  CHECK(embeds[0].address == "c/a/2023/embed/cc.html");
  CHECK(embeds[0].canonical == page.address);
  REQUIRE(embeds[0].origin.has_value());
  CHECK(embeds[0].origin->address == "c/a/2023/y.html#cc");
  CHECK(embeds[0].components.size() == 1);
  CHECK(compose::embed_pages(composed.page("y.html")).empty());
  CHECK(compose::search_entries(embeds[0]).empty());
}
