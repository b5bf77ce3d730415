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

/// An enterprise, with what a row says of it: "合作方式 订单班".
struct Partner {
  std::string name, address;
  std::vector<std::string> facts;
};

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
  std::vector<Link> services;                  ///< tables of what is offered to employers
  std::vector<model::Correction> corrections;  ///< newest first
};

ReportSummary summarise(const Context& context, const model::Catalogue& catalogue);

/// The address of a datum's table as printed in the report, or of the report.
std::string address_of_datum(const Context& context, const model::Datum& datum);

/// What was corrected, newest first, without figures that are withheld by now.
std::vector<model::Correction> shown_corrections(const Context& context);

/// By report address.
using Summaries = std::map<std::string, ReportSummary, std::less<>>;

/// "2023年12月" -> "2023-12", "2024年1月10日" -> "2024-01-10"; empty when it names no year.
std::string iso_date(std::string_view printed);

}  // namespace nianbao::compose
