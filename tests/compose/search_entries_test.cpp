#include "compose/search_entries.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "composed.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;

namespace {

compose::Page page_of(std::vector<compose::Component> components) {
  compose::Page page;
  page.kind = compose::PageKind::chapter;
  page.address = "a/2023/x.html";
  page.label = "二、";
  page.title = "人才";
  page.report_title = "年报";
  page.organisation = "甲学校";
  page.year = "2023";
  page.components = std::move(components);
  return page;
}

compose::TableRow row(std::initializer_list<std::string> texts) {
  compose::TableRow row;
  for (const std::string& text : texts) row.cells.emplace_back().text = text;
  return row;
}

/// Entries as "url [kind] title: text", lines of the text joined by "/".
std::string printed(const std::vector<search::Entry>& entries) {
  std::string out;
  for (const search::Entry& entry : entries) {
    std::string text = entry.text;
    std::replace(text.begin(), text.end(), '\n', '/');
    out += entry.url + " [" + entry.kind + "] " + entry.title + ": " + text + "\n";
  }
  return out;
}

std::string found(std::vector<compose::Component> components) {
  return printed(compose::search_entries(page_of(std::move(components))));
}

const std::string head = "a/2023/x.html [chapter] 二、人才: ";

}  // namespace

TEST_CASE("A page is an entry, its sections are others, each with its anchor") {
  CHECK(found({compose::Html{"<p>甲<strong>乙</strong></p>", "甲乙"},
               compose::SectionHeading{2, "（一）", "党&amp;建", "party"},
               compose::Html{"<p>丙</p><p>丁 &lt; 5</p>"}}) ==
        head + "甲乙\na/2023/x.html#party [chapter] （一）党&建: 丙/丁 < 5\n");
  const search::Entry entry = compose::search_entries(page_of({})).at(0);
  CHECK(entry.context + entry.organisation + entry.year == "年报甲学校2023");
}

TEST_CASE("Tables and charts are entries of their own; the section goes on behind them") {
  compose::TableView table;
  table.id = "t", table.label = "表 2-1", table.title = "教师", table.note = "注", table.source = "源";
  table.institution = "某校（01）", table.notes = {"一", "二"};
  compose::TableBand& band = table.grid.bands.emplace_back();
  band.header.push_back(row({"指标", "人数"}));
  band.body.push_back(row({"专任", "529"}));
  band.body[0].cells.emplace_back().items = {"a", "b"};
  table.grid.legend = {"空白表示未公布"};
  compose::ChartView chart;
  chart.id = "c", chart.label = "图 1", chart.title = "年龄", chart.finding = "三十岁最多",
  chart.grid = table.grid;
  CHECK(found({compose::Html{"", "前"}, table, chart, compose::Html{"", "后"}}) ==
        head + "前/后\n" +
            "a/2023/x.html#t [table] 表 2-1 教师: "
            "某校（01）/指标/人数/专任/529/a/b/空白表示未公布/一/二/注/源\n"
            "a/2023/x.html#c [chart] 图 1 年龄: 三十岁最多/指标/人数/专任/529/a/b/空白表示未公布\n");
}

TEST_CASE("Blocks give their words, with what an editor adds") {
  compose::QuoteView quote;
  quote.html = "<p>话</p>", quote.speaker = "某人", quote.role = "教师", quote.source = "日报";
  compose::TimelineView timeline;
  timeline.title = "大事", timeline.events = {{"1958", "<p>建校</p>"}};
  compose::NoteView note;
  note.html = "<p>原文如此</p>", note.remarks.source = "来源";
  compose::DocumentView document;
  document.title = "文", document.issuer = "局", document.number = "1号", document.date = "5月";
  document.html = "<p>正文</p>", document.grid.emplace().bands.emplace_back().body.push_back(row({"格"}));
  compose::MediaView media;
  media.title = "全景", media.url = "u", media.html = "<p>校园</p>", media.remarks.note = "注";
  compose::MeasuresView measures;
  measures.title = "困难", measures.items = {{"<p>少</p>", {"<p>增</p>"}}};
  CHECK(found({quote, timeline, note, document, media, measures}) ==
        head +
            "话/某人/教师/日报/大事/1958 建校/原文如此/来源/文/局/1号/5月/正文/格/全景/校园/注/困难/少/增\n");
}

TEST_CASE("Everything else on a page gives its words") {
  using namespace compose;
  CHECK(found({CaseCard{"case-01", "案例 01", "题", "摘要", "乙校", "x"},
               CoverView{"附件 3", "题", "版", "校", "12月", "局", {"EN"}},
               DeclarationView{"", "声明", "<p>属实</p>", "日", {"盖章"}},
               SignedTextView{"", "前言", "<p>起</p>", "校长", "日"}}) ==
        head + "案例 01 题/乙校/摘要/附件 3/题/版/校/局/12月/EN/声明/属实/日/盖章/前言/起/校长/日\n");
  CHECK(found({ContactView{"联系", "校", "路", "121000", "网", "信", {{"招生", "0416"}}},
               CardsView{"", "卡", "注", {{"题", "副", "文", "章", "x", {"实"}}}},
               ListView{"", "目录", {{0, "一、", "甲", "x"}}}, FactsView{"", "信息", {{"代码", "01"}}}}) ==
        head + "联系/校/路/121000/网/信/招生 0416/卡/注/题/副/文/章/实/目录/一、 甲/信息/代码 01\n");
  CHECK(found({KeyFiguresView{
            "数据", "注", {{"学生", "12", "人", "2023年", "按合计", "x", "1 of 2", {{"2022", "11"}}}}}}) ==
        head + "数据/注/学生 12人/2023年/按合计/1 of 2/2022 11\n");
}

TEST_CASE("Figures and diagrams are found by what they show") {
  compose::FigureView figure;
  figure.id = "f", figure.label = "图 2-1", figure.title = "合影", figure.credit = "摄影";
  figure.images = {{"x", "师生", 0, 0}}, figure.remarks.note = "注";
  compose::DiagramView diagram;
  diagram.id = "d", diagram.label = "图 2-2", diagram.title = "流程", diagram.text_html = "<p>先后</p>";
  CHECK(found({figure, diagram}) == head +
                                        "\na/2023/x.html#f [figure] 图 2-1 合影: 师生/摄影/注\n"
                                        "a/2023/x.html#d [figure] 图 2-2 流程: 先后\n");
}

TEST_CASE("The notice of an organisation is found; search and missing pages are not") {
  compose::Page page = page_of({});
  page.notice = "示例数据";
  CHECK(printed(compose::search_entries(page)) == head + "示例数据\n");
  for (const auto kind : {compose::PageKind::search, compose::PageKind::not_found}) {
    page.kind = kind;
    CHECK(compose::search_entries(page).empty());
  }
}

TEST_CASE("A report's page is found under its title where the cover carries that") {
  compose::Page page = page_of({});
  page.kind = compose::PageKind::report, page.title = page.label = "";
  CHECK(printed(compose::search_entries(page)) == "a/2023/x.html [report] 年报: \n");
}

TEST_CASE("Every cell of a chapter's table and chart is in an entry of the composed page") {
  Composed composed(
      {{"01-x.md", chapter("章", fence("table", "id = \"t\"\ndata = \"d\"") +
                                     fence("chart", "id = \"c\"\ndata = \"d\"\ntype = \"pie\""))},
       {"data/d.csv", "@level,指标,人数\n,钳工,1056\n1,高级钳工,\"1,234\"\n,电工,#保密\n"}});
  const auto entries = compose::search_entries(composed.page("x.html"));
  REQUIRE(entries.size() == 3);
  for (const std::size_t i : {1u, 2u}) {
    CHECK(entries[i].url == (i == 1 ? "c/a/2023/x.html#t" : "c/a/2023/x.html#c"));
    for (const std::string word : {"钳工", "1056", "高级钳工", "1,234", "电工", "不公开"}) {
      CAPTURE(entries[i].text, word);
      CHECK(entries[i].text.find(word) != std::string::npos);
    }
    CHECK(entries[i].text.find("#") == std::string::npos);
  }
}
