#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "markdown/markdown.h"
#include "model/table.h"

/// A report as its editors wrote it: parts in order, narratives with their blocks, tables of data. Plain
/// values with the places they came from; the parsed Markdown tree is one of them.
namespace nianbao::model {

// --- blocks of a narrative, one for each fence
// --------------------------------------------------------------------
struct BlockHead {
  std::string id, title, note, source;
  std::string number;  ///< the printed number, "2-5" or "9"; empty: the next
  Place place;         ///< of the fence
};

/// A series of a chart: a column (or row) of its data file, or values given in place.
struct ChartSeries {
  std::string label, stack;
  std::vector<std::string> values;   ///< as printed; empty: those of `column`
  std::vector<std::string> x, size;  ///< of points, as printed
  std::string column;                ///< of the data file; by rows: the row
  std::string type;                  ///< bar, line, area, stepped; empty: the chart's
  std::string axis = "left";         ///< or "right"
};

/// A line or a band to compare with. Numbers as written.
struct ChartReference {
  std::string value;      ///< a line across the values
  std::string from, to;   ///< a band of values
  std::string at, until;  ///< a category, or the first and last of a band
  std::string text, axis = "left";
  bool dashed = false;
};

/// Values before this category and from it on do not compare.
struct ChartBreak {
  std::string before, text;
};

struct ChartBlock {
  BlockHead head;
  std::string type = "bar";
  bool published = true;
  std::string data;  ///< id of the table; empty: labels and series are given in place
  std::string category;
  std::vector<std::string> series, rows;
  std::string x, size;  ///< of points: columns of the table
  bool by_row = false;
  std::string unit, finding, sort;
  std::optional<bool> horizontal;
  bool stacked = false;
  bool shares = false;  ///< stacked to 100 %
  int panels = 0;       ///< small multiples side by side; 0: one picture
  int height = 0;       ///< of the plotting area in CSS pixels; 0: by content
  std::vector<std::string> labels;
  std::vector<ChartSeries> given;
  std::vector<ChartReference> references;
  std::vector<ChartBreak> breaks;
  std::string options_json;  ///< merged into the Chart.js options; empty: none
  std::string config;        ///< a whole Chart.js configuration, as text; empty: none
  std::string config_file;
};

struct TableBlock {
  BlockHead head;
  std::string data;
  std::vector<std::string> columns, rows;
  bool download = true;
};

struct FigureBlock {
  struct Image {
    std::string src, alt;
  };
  BlockHead head;
  std::vector<Image> images;
  std::string credit, consent;
};

struct DiagramBlock {
  BlockHead head;
  std::string dot, text, engine = "dot";
  std::vector<std::string> steps;
};

struct CaseBlock {
  BlockHead head;
};  ///< head.id is the case that is anchored here
struct QuoteBlock {
  BlockHead head;
  std::string text, speaker, role;
};
struct TimelineBlock {
  struct Event {
    std::string date, text;
  };
  BlockHead head;
  std::vector<Event> events;
};
struct NoteBlock {
  BlockHead head;
  std::string kind = "note", text;
};
struct DocumentBlock {
  BlockHead head;
  std::string issuer, number, date, text, data;
  std::string figure;  ///< counted as a figure: "next", or the printed number; empty: not counted
};
struct MediaBlock {
  BlockHead head;
  std::string url, text;
};
struct MeasuresBlock {
  struct Item {
    std::string problem;
    std::vector<std::string> measures;
  };
  BlockHead head;
  std::vector<Item> items;
};

/// A fence that could not be read; it was reported.
struct BrokenBlock {
  BlockHead head;
};

using Block = std::variant<BrokenBlock, ChartBlock, TableBlock, FigureBlock, DiagramBlock, CaseBlock,
                           QuoteBlock, TimelineBlock, NoteBlock, DocumentBlock, MediaBlock, MeasuresBlock>;

const BlockHead& head_of(const Block& block);

// --- narratives
// ---------------------------------------------------------------------------------------------------
struct Narrative {
  std::string id, title, summary;
  std::string organisation;  ///< of a case in a city's report: the school it tells of
  markdown::Document document;
  std::vector<Block> blocks;  ///< one for each of document.fences()
  Place place;                ///< file, and the line of the title
};

// --- parts
// --------------------------------------------------------------------------------------------------------
enum class PartKind {
  cover,
  declaration,
  notice,
  preface,
  opening,
  contents,
  chapters,
  cases,
  article,
  appendix,
  contacts
};

struct Part {
  PartKind kind = PartKind::chapters;
  std::string title;
  std::optional<Narrative> text;  ///< of declaration, notice, preface, opening, article, contacts
  std::string date, signed_by, organisation, headings;
  std::vector<std::string> lines, signatures, authors, reviewers, lists, tables;
  std::vector<int> numbers;  ///< printed numbers of the appendix tables
  Place place;
};

// --- numbering
// ----------------------------------------------------------------------------------------------------
enum class HeadingStyle { chinese, decimal, none };
enum class Counted { figure, table, chart, diagram, case_narrative, appendix };
enum class Scope { chapter, report };

struct Counter {
  std::string label;
  Scope scope = Scope::report;
  int digits = 1;
  std::optional<Counted> with;  ///< counts with another kind
};

struct Numbering {
  HeadingStyle headings = HeadingStyle::chinese;
  std::map<Counted, Counter> counters;
};

struct KeyFigure {
  std::string indicator, label, value_address, text, unit, year, note;
  Place place;
};

/// Where the figures of an organisation do not compare from year to year.
struct IndicatorBreak {
  std::string indicator;  ///< id
  int year = 0;           ///< the first that is counted in the new way
  std::string text;
};

enum class ReportKind { report, feature };

/// Which counts of persons are small enough to tell who is meant.
struct SmallCounts {
  int below = 6;                    ///< counts from 1 to below − 1 are withheld; 0: none
  std::vector<std::string> exempt;  ///< ids of tables whose counts are shown all the same
  Place place;                      ///< of `exempt`
};

/// What report.toml says: known for every report of the portal before any chapter is read.
struct ReportSettings {
  std::string address;  ///< "liaocheng/lcgjgc/2023"
  std::string folder;   ///< "content/liaocheng/lcgjgc/2023", relative to the project
  std::string title, edition, issued, issuer, tag, data_year, source, note, summary;
  int year = 0;
  ReportKind kind = ReportKind::report;
  Numbering numbering;
  std::vector<KeyFigure> key_figures;
  std::string majors;                 ///< id of the table of majors
  std::vector<std::string> partners;  ///< ids of tables whose rows are enterprises
  std::vector<std::string> services;  ///< ids of tables of what is offered to employers
  std::vector<IndicatorBreak> breaks;
  SmallCounts small_counts;
  Place place;
};

/// A figure that was published otherwise before.
struct Correction {
  std::string date;  ///< ISO, "2026-03-02"
  std::string what, address, before, after, reason;
  Place address_place, after_place;
};

struct Report {
  ReportSettings settings;
  std::vector<Part> parts;
  std::vector<Narrative> chapters;
  std::vector<Narrative> cases;
  std::vector<Table> tables;
  std::vector<Correction> corrections;  ///< newest first
};

/// Calls `visit(narrative)` for every narrative of a report: chapters, cases, texts of parts.
template <typename AnyReport, typename Visit>
void for_each_narrative(AnyReport& report, Visit&& visit) {
  for (auto& chapter : report.chapters) visit(chapter);
  for (auto& narrative : report.cases) visit(narrative);
  for (auto& part : report.parts) {
    if (part.text) visit(*part.text);
  }
}

}  // namespace nianbao::model
