#include "compose/narrative_view.h"

#include <catch2/catch.hpp>

#include "composed.h"
#include "support/reported.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;

namespace {

std::string part(const std::string& kind, const std::string& more = "") {
  return "[[parts]]\nkind = \"" + kind + "\"\n" + more;
}

/// Things to refer to, and a chapter, a case and an article that hold `body`.
Composed report_with(const std::string& body) {
  return Composed(
      {{"report.toml", tests::settings + part("chapters") +
                           part("article", "title = \"附文\"\nfile = \"e.md\"\n") +
                           part("appendix", "tables = [\"scores\"]\n")},
       {"e.md", "+++\nid = \"visit\"\n+++\n" + body},
       {"01-things.md",
        chapter("物", "## 甲 {#party}\n## 乙 {#plain .unnumbered}\n" +
                          fence("table", "id = \"staff\"\ntitle = \"教师\"\ndata = \"teachers\"") +
                          fence("chart", "id = \"ages\"\ndata = \"teachers\"") +
                          fence("figure", "id = \"photo\"\nsrc = \"p.png\"\nalt = \"图\"") +
                          fence("case", "id = \"case-01\""))},
       {"02-here.md", chapter("此", body)},
       {"cases/01-x.md", chapter("案例甲", body)},
       {"data/teachers.csv", "@id,指标,人数\nfull,专任教师,529\n"},
       {"data/teachers.toml", "title = \"队伍\""},
       {"data/scores.csv", "指标,2022年,2023年\n毕业生,1480,1533\n"},
       {"data/scores.toml", "title = \"记分卡\""},
       {"data/unprinted.csv", "指标,人数\n其他,1\n"},
       {"data/unprinted.toml", "title = \"未印\""}});
}

std::string first_html(Composed& composed, const std::string& page) {
  const auto prose = composed.all<compose::Html>(page);
  REQUIRE_FALSE(prose.empty());
  return prose.front().html;
}

}  // namespace

TEST_CASE("A reference prints the label of what it names and leads there from any folder") {
  const auto [id, label, place] = GENERATE(table<std::string, std::string, std::string>({
      {"things", "第一章", "things.html"},
      {"party", "一（一）", "things.html#party"},
      {"plain", "乙", "things.html#plain"},
      {"staff", "表 1-1", "things.html#staff"},
      {"ages", "分析图 1-1", "things.html#ages"},
      {"photo", "图 1-1", "things.html#photo"},
      {"case-01", "案例 01", "cases/case-01.html"},
      {"scores", "附表 1", "appendix.html#scores"},
      {"visit", "附文", "visit.html"},
  }));
  CAPTURE(id);
  Composed composed = report_with("[](ref:" + id + ")");
  const auto link = [&, label = label](const std::string& href) { return "href=\"" + href + "\""; };
  for (const std::string page : {"here.html", "visit.html", "cases/case-01.html"}) {
    const std::string html = first_html(composed, page);
    const std::string up = page.find('/') == std::string::npos ? "" : "../";
    std::string expected = up + place;
    if (up + place == "../cases/case-01.html") expected = "case-01.html";
    CAPTURE(page, html);
    CHECK(html.find(link(expected)) != std::string::npos);
    CHECK(html.find(">" + label + "</a>") != std::string::npos);
    CHECK(html.find("class=\"reference\"") != std::string::npos);
  }
}

TEST_CASE("A reference may have a text of its own") {
  Composed composed = report_with("[见下文](ref:staff)");
  CHECK(first_html(composed, "here.html") ==
        "<p><a href=\"things.html#staff\" class=\"reference\" title=\"教师\">见下文</a></p>\n");
}

TEST_CASE("References to organisations and reports print their names") {
  Composed composed = report_with("[](ref:/c) [](ref:/c/a) [](ref:/c/a/2023) [](ref:/) [](ref:/nowhere)");
  CHECK(first_html(composed, "cases/case-01.html") ==
        "<p><a href=\"../../../index.html\" class=\"reference\">丙市</a> "
        "<a href=\"../../index.html\" class=\"reference\">甲学校</a> "
        "<a href=\"../index.html\" class=\"reference\">甲校年报</a> "
        "<a href=\"../../../../index.html\" class=\"reference\">年报</a> "
        "<span class=\"broken\">nowhere</span></p>\n");
}

TEST_CASE("A bound number leads to the table it comes from, where that is printed") {
  Composed composed =
      report_with("[529人](data:teachers.full) [1533](data:scores.毕业生.2023) [1](data:unprinted.其他)");
  CHECK(first_html(composed, "here.html") ==
        "<p><a href=\"things.html#staff\" class=\"datum\" title=\"表 1-1 队伍 · 专任教师\">529人</a> "
        "<a href=\"appendix.html#scores\" class=\"datum\" title=\"附表 1 记分卡 · 毕业生\">1533</a> "
        "<span class=\"datum\" title=\"未印 · 其他\">1</span></p>\n");
}

TEST_CASE("Other links stay as they are, and images stand in the report's folder") {
  Composed composed = report_with("[x](https://example.org/a?b=1) ![图](images/p.png)");
  const std::string html = first_html(composed, "cases/case-01.html");
  CHECK(html.find("href=\"https://example.org/a?b=1\"") != std::string::npos);
  CHECK(html.find("src=\"../images/p.png\"") != std::string::npos);
}

TEST_CASE("Blocks become components, their texts with the same references") {
  Composed composed = report_with(
      fence("quote", "text = \"见[](ref:staff)\"\nspeaker = \"某\"\nrole = \"教师\"") +
      fence("note", "kind = \"caveat\"\ntext = \"[529](data:teachers.full)\"") +
      fence("timeline", "title = \"大事\"\n[[events]]\ndate = \"1958\"\ntext = \"**建校**\"") +
      fence("measures", "[[items]]\nproblem = \"少\"\nmeasures = [\"增[](ref:ages)\"]") +
      fence("media", "title = \"全景\"\nurl = \"https://example.org\"\ntext = \"校园\"") +
      fence("document", "issuer = \"局\"\nnumber = \"1号\"\ntext = \"文\"\ndata = \"unprinted\""));
  const auto components = composed.page("here.html").components;
  REQUIRE(components.size() == 6);
  CHECK(std::get<compose::QuoteView>(components[0]).html ==
        "<p>见<a href=\"things.html#staff\" class=\"reference\" title=\"教师\">表 1-1</a></p>\n");
  CHECK(std::get<compose::NoteView>(components[1]).html.find("href=\"things.html#staff\" class=\"datum\"") !=
        std::string::npos);
  CHECK(std::get<compose::TimelineView>(components[2]).events.at(0).html == "<p><strong>建校</strong></p>\n");
  CHECK(std::get<compose::MeasuresView>(components[3])
            .items.at(0)
            .measures_html.at(0)
            .find(">分析图 1-1</a>") != std::string::npos);
  CHECK(std::get<compose::MediaView>(components[4]).url == "https://example.org");
  const auto& document = std::get<compose::DocumentView>(components[5]);
  CHECK(document.issuer + document.number == "局1号");
  CHECK(document.grid->bands.at(0).body.at(0).cells.at(0).text == "其他");
}

TEST_CASE("Tables and charts of a text know their own page and their data") {
  Composed composed = report_with("x");
  const auto table = composed.all<compose::TableView>("things.html").at(0);
  CHECK(table.label + " " + table.title == "表 1-1 教师");
  CHECK(table.address == "c/a/2023/tables/staff.html");
  CHECK(table.download == "c/a/2023/data/teachers.csv");
  const auto chart = composed.all<compose::ChartView>("things.html").at(0);
  CHECK(chart.label + " " + chart.title == "分析图 1-1 队伍");
  CHECK(chart.address == "c/a/2023/charts/ages.html");
  CHECK(chart.data.text + " " + chart.data.address == "队伍 c/a/2023/data/teachers.csv");
  const auto figure = composed.all<compose::FigureView>("things.html").at(0);
  CHECK(figure.images.at(0).address == "c/a/2023/p.png");
}

TEST_CASE("A diagram that cannot be drawn is reported at its line") {
  Composed composed(
      {{"01-x.md", chapter("章", fence("diagram", "id = \"d\"\ntext = \"话\"\ndot = \"digraph {\""))}});
  const auto diagrams = composed.all<compose::DiagramView>("x.html");
  CHECK(tests::codes(composed.sink) == "N402");
  CHECK(diagrams.at(0).text_html == "<p>话</p>\n");
}
