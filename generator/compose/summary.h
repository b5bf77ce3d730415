#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compose/narrative_view.h"
#include "model/catalogue.h"
#include "text/decimal.h"

/// What the homes of schools and cities need of each report: compact, kept for the whole portal.
namespace nianbao::compose {

struct KeyFigureValue {
  std::string indicator, label, value, unit, year, note, address;
  std::optional<text::Decimal> number;
  model::ValueState state = model::ValueState::missing;
  std::optional<text::Decimal> kept_back = {};  ///< see `model::Value`
};

/// A figure that states an indicator of the catalogue.
struct IndicatorValue {
  std::string indicator;  ///< id
  int year = 0;
  std::string value, unit, note;
  std::string address;  ///< of the table it stands in
  std::optional<text::Decimal> number;
  model::ValueState state = model::ValueState::missing;
  bool computed = false;                        ///< not printed: it follows from two others of the same year
  std::optional<text::Decimal> kept_back = {};  ///< see `model::Value`
};

/// Whether it is a number, shown or not.
inline bool is_counted(const IndicatorValue& value) { return value.number || value.kept_back; }

struct CaseSummary {
  std::string id, label, title, summary, organisation, address;
};

struct Major {
  std::string code, name, category, major_class, department, duration, features;
  std::string students, enrolled;  ///< as printed
};

/// What a cell of a row says, under the heading of its column: "合作学生人数", "46人".
struct RowFact {
  enum class About { anything, majors, cooperation };
  std::string name, value;
  About about = About::anything;
};

/// A row of a table: what it is about, and what it says of it.
struct NamedFacts {
  std::string name;
  std::vector<RowFact> facts;
};

/// An enterprise, as a row names it.
struct Partner : NamedFacts {
  std::string address;  ///< of the table
};

/// A table of what is offered to employers.
struct Service {
  std::string title, address;
  std::vector<NamedFacts> offers;
};

/// "现代学徒制、实训基地" -> both; nothing of an empty cell.
std::vector<std::string> named_in(std::string_view cell);

struct ReportSummary {
  std::string address, title, edition, issued, summary;
  int year = 0;
  model::ReportKind kind = model::ReportKind::report;
  std::size_t chapters = 0, cases_count = 0, tables = 0, charts = 0;
  std::vector<KeyFigureValue> figures;
  std::vector<IndicatorValue> indicators;  ///< by id and year, one for each
  std::vector<CaseSummary> cases;
  std::vector<Major> majors;
  std::vector<Partner> partners;
  std::vector<Service> services;
  std::vector<model::Correction> corrections;  ///< newest first
};

ReportSummary summarise(const Context& context, const model::Catalogue& catalogue);

/// Only what a report states of the catalogue's indicators: for one that is counted and not published.
ReportSummary summarise_indicators(const model::Report& report, const model::Site& site);

/// The address of a datum's table as printed in the report, or of the report.
std::string address_of_datum(const Context& context, const model::Datum& datum);

/// What was corrected, newest first, without figures that are withheld by now; each with the address of the
/// page where the datum stands.
std::vector<model::Correction> shown_corrections(const Context& context);

/// By report address.
using Summaries = std::map<std::string, ReportSummary, std::less<>>;

/// "2023年12月" -> "2023-12", "2024年1月10日" -> "2024-01-10"; empty when it names no year.
std::string iso_date(std::string_view printed);

}  // namespace nianbao::compose
