#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A page as the theme gets it: an address, a frame (title, breadcrumb, neighbours) and components in order.
/// Plain values; everything printed is text unless its name says html or svg (those are finished and safe).
/// Addresses are from the root of the site ("a/b/2023/index.html#x"); the theme makes them relative to the
/// page.
namespace nianbao::compose {

/// A file of the site that is not a page: data as CSV, a picture, a script.
struct Download {
  std::string address, bytes;
};

struct Link {
  std::string text;
  std::string address;  ///< empty: not a link
};

/// A table ready to be printed: header rows and body rows of cells with spans.
struct TableCell {
  std::string text;
  std::vector<std::string> items;
  int rows = 1, columns = 1;
  bool header = false, number = false;
  std::string state;         ///< "", "not-applicable", "missing", "approximate", "withheld"
  std::string address = {};  ///< where its text leads; empty: nowhere
};
struct TableRow {
  int level = 0;  ///< 其中 depth
  bool total = false, group = false;
  std::vector<TableCell> cells;
};
struct TableBand {
  std::vector<TableRow> header;
  std::vector<TableRow> body;
};
struct TableGrid {
  std::vector<TableBand> bands;
  std::vector<std::string> legend;  ///< "- 不适用" and the like, when such values occur
};

// --- components of a page
// -------------------------------------------------------------------------------------
struct Html {
  std::string html;
  std::string text = {};  ///< the same without markup, for search
};
struct SectionHeading {
  int level = 2;
  std::string number, html, id;
};
struct TableView {
  std::string id, label, title, note, source, address;  ///< address: the table's own page; empty on that page
  std::string institution;                              ///< "名称：…（代码）"
  std::string download;                                 ///< address of the CSV file
  std::string context;                                  ///< chapter or section it belongs to
  TableGrid grid;
  std::vector<std::string> notes;
  std::string json = {};  ///< address of the same as JSON
};
/// Addresses of the files with which a chart can be taken along; empty: not offered.
struct ChartFiles {
  std::string svg, csv, png;
  std::string script, script_version;  ///< picture and configuration, for chart-view.js
  std::string embed;                   ///< page to be shown inside of other sites
};
struct ChartView {
  std::string id, label, title, finding, unit, note, source, address;
  bool published = true;  ///< false: no data in the report; nothing but the title and the sentence
  std::string svg;
  std::string configuration;     ///< Chart.js configuration, JSON
  TableGrid grid;                ///< the data table beside the chart
  Link data;                     ///< the table page the numbers come from
  bool finding_is_ours = false;  ///< worded by the program, in the language of the interface
  std::string interactive = {};  ///< configuration for Chart.js as it is; empty: it cannot draw this one
  int plotting_height = 0;       ///< in CSS pixels; 0: by content
  ChartFiles files = {};
};
/// What an editor adds to a block, printed below it.
struct Remarks {
  std::string note, source;
};
struct DiagramView {
  std::string id, label, title, svg, text_html;
  Remarks remarks = {};
};
struct FigureView {
  struct Image {
    std::string address, alt;
    int width = 0, height = 0;
  };
  std::string id, label, title, credit;
  std::vector<Image> images;
  Remarks remarks = {};
};
struct CaseCard {
  std::string id, label, title, summary, organisation, address;
};
struct QuoteView {
  std::string html, speaker, role, source;
  std::string id = {}, title = {}, note = {};
};
struct TimelineView {
  struct Event {
    std::string date, html;
  };
  std::string id, title;
  std::vector<Event> events;
  Remarks remarks = {};
};
struct NoteView {
  std::string kind;  ///< contradiction, caveat, note
  std::string html;
  std::string id = {}, title = {};
  Remarks remarks = {};
};
struct DocumentView {
  std::string id, label, title, issuer, number, date, html;
  std::optional<TableGrid> grid;
  Remarks remarks = {};
};
struct MediaView {
  std::string id, title, url, html;
  Remarks remarks = {};
};
struct MeasuresView {
  struct Item {
    std::string problem_html;
    std::vector<std::string> measures_html;
  };
  std::string title;
  std::vector<Item> items;
  std::string id = {};
  Remarks remarks = {};
};
struct CoverView {
  std::string tag, title, edition, organisation, issued, issuer;
  std::vector<std::string> lines;
};
struct DeclarationView {
  std::string id, title, html, date;
  std::vector<std::string> signatures;
};
struct SignedTextView {
  std::string id, title, html, signed_by, date;
};  ///< preface, notice
struct ContactView {
  struct Phone {
    std::string label, number;
  };
  std::string title, organisation, address, postcode, website, email;
  std::vector<Phone> phones;
  std::string id = {};
};
/// Figures with words around them: the homes of schools and cities.
struct KeyFiguresView {
  struct Item {
    std::string label, value, unit, year, note, address, coverage;
    std::vector<std::pair<std::string, std::string>> earlier;
  };
  std::string title, note;
  std::vector<Item> items;
  std::string id = {};
};
/// Organisations, reports, cases as cards.
struct CardsView {
  /// A line under a name of its own: "合作专业", each major a link.
  struct Detail {
    std::string name;
    std::vector<Link> values;
    bool begins = false;  ///< what follows is about something else than what stands above
  };
  struct Card {
    std::string title, subtitle, text, badge, address;
    std::vector<std::string> facts;
    std::vector<Detail> details = {};
    std::string id = {};  ///< where `letters` lead to it
  };
  std::string id, title, note;
  std::vector<Card> cards;
  Link more = {};                  ///< to the whole list, where only its beginning is shown
  bool folded = false;             ///< a card shows how it is called; its details when it is opened
  std::vector<Link> letters = {};  ///< to the first card of each initial
};
/// A generated list: contents, cases, tables, figures, charts.
struct ListView {
  struct Item {
    int level = 0;
    std::string label, title, address;
  };
  std::string id, title;
  std::vector<Item> items;
};
struct FactsView {
  std::string id, title;
  std::vector<std::pair<std::string, std::string>> facts;
};  ///< name – value
/// Lists and facts that stand on every report alike, and are of no use to a search.
inline constexpr std::string_view data_links_id = "data", citation_id = "cite";
struct SearchView {
  std::vector<std::string> suggestions;
};

using Component =
    std::variant<Html, SectionHeading, TableView, ChartView, DiagramView, FigureView, CaseCard, QuoteView,
                 TimelineView, NoteView, DocumentView, MediaView, MeasuresView, CoverView, DeclarationView,
                 SignedTextView, ContactView, KeyFiguresView, CardsView, ListView, FactsView, SearchView>;

enum class PageKind {
  portal,
  city,
  school,
  report,
  part,
  chapter,
  case_narrative,
  article,
  table,
  chart,
  embed,
  lists,
  major,
  majors,    ///< all of them
  partners,  ///< enterprises, and what is offered to employers
  corrections,
  indicator,   ///< one of a city
  indicators,  ///< all of a city
  compare,     ///< schools of a city side by side
  names,       ///< the portal's index from A to Z
  search,
  not_found
};

struct NavigationItem {
  std::string label, title, address;
  bool current = false;
  int level = 0;
};

struct Page {
  PageKind kind = PageKind::portal;
  std::string address;      ///< "liaocheng/lcgjgc/2023/talents.html"
  std::string title;        ///< h1; may be empty where the cover carries it
  std::string label;        ///< "第二章", "案例 05", before the title
  std::string description;  ///< for search engines and social cards
  std::string organisation, year, report_title;
  std::string city, school;      ///< names that pages are chosen by in the search; empty where there is none
  std::string notice;            ///< warning shown on top: "示例数据，并非真实学校"
  std::string published;         ///< ISO date or month when known, for JSON-LD and the feed
  std::vector<Link> breadcrumb;  ///< from the portal's home to the parent
  std::vector<NavigationItem> report_navigation;  ///< chapters and parts of the report
  std::vector<NavigationItem> page_contents;      ///< headings of this page, sections of a home
  std::optional<Link> previous, next;
  std::vector<Component> components;
  std::string json_ld;          ///< finished JSON; empty: none
  std::vector<Download> files;  ///< what stands beside the page, made with it
  std::string canonical;        ///< address of the page whose contents these are; empty: its own
  std::optional<Link> origin;   ///< where what is embedded comes from
};

}  // namespace nianbao::compose
