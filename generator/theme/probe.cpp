#include "theme/probe.h"

namespace nianbao::theme {
namespace {

using namespace compose;

constexpr const char* finished = "<p>finished</p>";
constexpr const char* target = "a/b/target.html";

TableGrid full_grid(const std::string& text) {
  TableCell head{text, {}, 1, 2, true, false, ""}, label{text, {}, 1, 1, true, false, ""};
  TableCell list{text, {text, text}, 1, 1, false, false, ""};
  TableCell missing{"", {}, 1, 1, false, true, "missing"}, none{"-", {}, 1, 1, false, true, "not-applicable"};
  return {
      {{{{0, false, false, {head}}}, {{1, true, true, {label, list}}, {0, false, false, {missing, none}}}}},
      {text}};
}

ChartView full_chart(const std::string& text, bool published) {
  return {"chart",
          text,
          text,
          text,
          text,
          text,
          text,
          target,
          published,
          "<svg></svg>",
          "{}",
          full_grid(text),
          {text, target},
          false,
          "{}",
          0,
          {target, target, target, target, "1", target}};
}

std::vector<Component> full_components(const std::string& text) {
  const Remarks remarks{text, text};
  return {
      Html{finished},
      SectionHeading{2, text, "finished", "section"},
      TableView{"table", text, text, text, text, target, text, "a/table.csv", text, full_grid(text), {text}},
      full_chart(text, true),
      full_chart(text, false),
      DiagramView{"diagram", text, text, "<svg></svg>", finished, remarks},
      FigureView{"figure", text, text, text, {{"a/picture.jpg", text, 4, 3}}, remarks},
      CaseCard{"case", text, text, text, text, target},
      QuoteView{finished, text, text, text, "quote", text, text},
      TimelineView{"timeline", text, {{text, finished}}, remarks},
      NoteView{text, finished, "note", text, remarks},
      DocumentView{"document", text, text, text, text, text, finished, full_grid(text), remarks},
      MediaView{"media", text, "https://example.org/", finished, remarks},
      MeasuresView{text, {{finished, {finished}}}, "measures", remarks},
      CoverView{text, text, text, text, text, text + text, {text}},
      DeclarationView{"declaration", text, finished, text, {text}},
      SignedTextView{"preface", text, finished, text, text},
      ContactView{text, text, text, text, text, text, {{text, "0" + text}}, "contact"},
      KeyFiguresView{text, text, {{text, text, text, text, text, target, text, {{text, text}}}}, "figures"},
      CardsView{
          "cards",
          text,
          text,
          {{text, text, text, text, target, {text}, {{text, {{text, target}, {text, ""}}, true}}, text}},
          {text, target},
          !text.empty(),
          {{text, target}}},
      ListView{"list", text, {{0, text, text, target}, {1, text, text, ""}}},
      FactsView{"facts", text, {{text, text}}},
      SearchView{{text}},
  };
}

}  // namespace

Page full_page(const std::string& text) {
  Page page;
  page.kind = text.empty() ? PageKind::portal : PageKind::search;
  page.address = "a/b/page.html";
  page.title = page.label = page.description = page.organisation = page.year = text;
  page.report_title = page.notice = page.published = text;
  page.breadcrumb = {{text, target}, {text, ""}};
  page.report_navigation = {{text, text, target, false, 0}, {text, text, target, true, 1}};
  page.page_contents = {{text, text, "a/b/page.html#section", false, 0}};
  page.previous = page.next = page.origin = Link{text, target};
  page.components = full_components(text);
  page.json_ld = "{}";
  return page;
}

SiteFrame full_frame(const std::string& text) {
  return {text, text, "en", "https://example.org/",
          text, text, "1",  {{text, "a/index.html"}, {text, "a/b/page.html"}}};
}

}  // namespace nianbao::theme
