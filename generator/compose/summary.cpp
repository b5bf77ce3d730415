#include "compose/summary.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <tuple>

#include "compose/addresses.h"
#include "compose/chart_data.h"
#include "model/printed_indicators.h"
#include "text/utf8.h"

namespace nianbao::compose {
namespace {

/// The column's, the table's, or what the row says in its column of units.
std::string unit_of(const model::Datum& datum) {
  if (!datum.column->unit.empty()) return datum.column->unit;
  if (!datum.table->unit.empty()) return datum.table->unit;
  for (const model::Band& band : datum.table->bands) {
    const bool in_band = std::any_of(band.rows.begin(), band.rows.end(),
                                     [&](const model::Row& row) { return &row == datum.row; });
    for (std::size_t i = 0; in_band && i < band.columns.size() && i < datum.row->cells.size(); ++i) {
      if (band.columns[i].role == model::ColumnRole::unit) return datum.row->cells[i].value.printed;
    }
  }
  return {};
}

void take_datum(const Context& context, const model::KeyFigure& figure, const model::Datum& datum,
                KeyFigureValue& value) {
  value.value = datum.cell->value.printed;
  value.number = datum.cell->value.number;
  value.kept_back = datum.cell->value.kept_back;
  value.state = datum.cell->value.state;
  value.address = address_of_datum(context, datum);
  if (figure.year.empty() && datum.column->year) value.year = std::to_string(*datum.column->year);
  if (value.unit.empty()) value.unit = unit_of(datum);
}

/// What is not published or kept back is said in words, without a unit.
void word_state(const text::Strings& strings, KeyFigureValue& value) {
  if (value.state == model::ValueState::withheld) value.value = strings["value_withheld"];
  if (value.state == model::ValueState::missing) value.value = strings["value_missing"];
  if (!value.number && value.state != model::ValueState::text) value.unit.clear();
}

KeyFigureValue read_figure(const Context& context, const model::Catalogue& catalogue,
                           const model::KeyFigure& figure) {
  const model::Indicator* indicator = catalogue.find(figure.indicator);
  const bool english = context.lang == "en";
  const model::Value given = model::read_value(figure.text);
  KeyFigureValue value;
  value.indicator = figure.indicator;
  value.label = figure.label;
  if (value.label.empty() && indicator != nullptr)
    value.label = english && !indicator->name_en.empty() ? indicator->name_en : indicator->name;
  value.unit = figure.unit;
  value.year = figure.year.empty() ? std::to_string(context.report.settings.year) : figure.year;
  value.note = figure.note;
  value.value = figure.text;
  value.number = given.number;
  value.state = given.state;
  value.address = report_page(context.report.settings.address);
  model::AddressProblem problem;
  const auto datum = figure.value_address.empty()
                         ? std::nullopt
                         : model::find_datum(context.report.tables, figure.value_address, problem);
  if (datum) take_datum(context, figure, *datum, value);
  if (indicator != nullptr && (value.unit.empty() || value.unit == indicator->unit))
    value.unit = english ? indicator->unit_en : indicator->unit;
  if (value.unit == ":" || value.unit == "：") value.unit.clear();
  if (value.unit == "%" && value.value.ends_with("%")) value.value.pop_back();
  word_state(context.strings, value);
  return value;
}

/// The year a key figure is of: "2025", "2025年"; the report's own where it says more that names it
/// ("2024—2025学年").
std::optional<int> year_of_figure(std::string_view printed, int report_year) {
  if (printed.find(std::to_string(report_year)) != std::string_view::npos) return report_year;
  if (printed.ends_with("年")) printed.remove_suffix(std::string_view("年").size());
  int year = 0;
  for (const char c : printed) {
    if (c < '0' || c > '9' || year > 999) return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year >= 1900 ? std::optional(year) : std::nullopt;
}

/// Figures of one unit only are put together: 1.2 万人 is not 12000 人 here.
bool has_its_unit(const model::Indicator* indicator, const KeyFigureValue& figure) {
  return indicator != nullptr &&
         (figure.unit == indicator->unit_en || model::same_unit(indicator->unit, figure.unit));
}

/// What the report states of the catalogue's indicators. Where it states one of a year several times, a
/// standard table counts before a key figure and that before any other table.
std::vector<IndicatorValue> read_indicators(const Context& context, const model::Catalogue& catalogue,
                                            const std::vector<KeyFigureValue>& figures) {
  const model::Report& report = context.report;
  std::vector<IndicatorValue> values, others;
  for (const model::PrintedIndicator& printed :
       model::printed_indicators(report.tables, report.settings.year, catalogue).found) {
    const model::Value& value = printed.cell->value;
    const model::Datum datum{printed.table, printed.row, printed.column, printed.cell};
    (printed.standard ? values : others)
        .push_back({printed.indicator->id, printed.year, value.printed, printed.indicator->unit,
                    printed.row->note, address_of_datum(context, datum), value.number, value.state, false,
                    value.kept_back});
  }
  for (const KeyFigureValue& figure : figures) {
    const auto year = year_of_figure(figure.year, report.settings.year);
    if (!year || !has_its_unit(catalogue.find(figure.indicator), figure)) continue;
    values.push_back({figure.indicator, *year, figure.value, figure.unit, figure.note, figure.address,
                      figure.number, figure.state, false, figure.kept_back});
  }
  std::move(others.begin(), others.end(), std::back_inserter(values));
  const auto key = [](const IndicatorValue& value) { return std::tie(value.indicator, value.year); };
  std::stable_sort(values.begin(), values.end(),
                   [&](const IndicatorValue& a, const IndicatorValue& b) { return key(a) < key(b); });
  values.erase(
      std::unique(values.begin(), values.end(),
                  [&](const IndicatorValue& a, const IndicatorValue& b) { return key(a) == key(b); }),
      values.end());
  return values;
}

int days_in(int year, int month) {
  const auto last = std::chrono::year(year) / month / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<std::size_t> first_column(const model::Band& band,
                                        std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto found = model::find_column(band, name)) return found;
  }
  return std::nullopt;
}

std::vector<Major> read_majors(const Context& context) {
  const model::Table* table = model::find_table(context.report.tables, context.report.settings.majors);
  if (table == nullptr || table->bands.empty()) return {};
  const model::Band& band = table->bands.front();
  const auto column = [&](std::initializer_list<std::string_view> names) {
    return first_column(band, names);
  };
  const auto code = column({"专业代码", "代码"}), name = column({"专业名称", "专业"}),
             category = column({"专业大类"});
  const auto major_class = column({"专业类", "所属专业类"}), department = column({"系部"}),
             duration = column({"学制"});
  const auto features = column({"专业特色", "备注"});
  const auto students = column({"在校生人数", "在校生数", "在校学生数"}),
             enrolled = column({"招生数", "招生人数"});
  std::vector<Major> majors;
  for (std::size_t r = 0; r < band.rows.size(); ++r) {
    /// A merged cell counts for the rows below it.
    const auto text = [&](const std::optional<std::size_t>& c) -> std::string {
      if (!c) return {};
      std::size_t at = r;
      while (at > 0 && *c < band.rows[at].cells.size() && band.rows[at].cells[*c].covered) --at;
      if (*c >= band.rows[at].cells.size()) return {};
      const model::Value& value = band.rows[at].cells[*c].value;
      return value.state == model::ValueState::withheld ? std::string(context.strings["value_withheld"])
                                                        : value.printed;
    };
    Major major{text(code),     text(name),     text(category), text(major_class), text(department),
                text(duration), text(features), text(students), text(enrolled)};
    if (!major.name.empty() && band.rows[r].role == model::RowRole::data) majors.push_back(std::move(major));
  }
  return majors;
}

/// The page of a table as printed in the report, or of the report.
std::string address_of_table(const Context& context, const std::string& id) {
  const model::Target* target = table_printing(context.report, context.labels, id);
  return target == nullptr ? report_page(context.report.settings.address)
                           : address_of(context.report, context.labels, *target);
}

RowFact::About about(std::string_view heading) {
  static constexpr std::string_view majors[] = {"合作专业", "对接专业", "面向专业",
                                                "相关专业", "专业名称", "专业"};
  static constexpr std::string_view kinds[] = {"合作形式", "合作方式",     "合作模式",
                                               "培养模式", "主要合作模式", "主要合作形式"};
  if (std::find(std::begin(majors), std::end(majors), heading) != std::end(majors))
    return RowFact::About::majors;
  return std::find(std::begin(kinds), std::end(kinds), heading) != std::end(kinds)
             ? RowFact::About::cooperation
             : RowFact::About::anything;
}

/// The rows of a band, named by a column; what is a number of order, or is not stated, is no fact.
std::vector<NamedFacts> rows_by_name(const model::Table& table, const model::Band& band, std::size_t name) {
  std::vector<NamedFacts> rows;
  for (const model::Row& row : band.rows) {
    if (row.role != model::RowRole::data || name >= row.cells.size()) continue;
    NamedFacts named{row.cells[name].value.printed, {}};
    for (std::size_t c = 0; c < row.cells.size() && c < band.columns.size(); ++c) {
      const model::Column& column = band.columns[c];
      const model::Value& value = row.cells[c].value;
      const bool counts =
          value.state == model::ValueState::number || value.state == model::ValueState::approximate;
      if (c == name || column.title == "序号" || (!counts && value.state != model::ValueState::text))
        continue;
      std::string said = value.printed;
      if (const auto unit = model::unit_of(table, band, row, column); counts && !said.ends_with(unit))
        said += unit;
      named.facts.push_back({without_unit(column), std::move(said), about(column.title)});
    }
    if (!named.name.empty()) rows.push_back(std::move(named));
  }
  return rows;
}

void read_partners(const Context& context, const model::Table& table, std::vector<Partner>& to) {
  for (const model::Band& band : table.bands) {
    const auto name =
        first_column(band, {"合作企业", "企业名称", "合作单位", "单位名称", "实习单位", "用人单位"});
    if (!name) continue;
    for (NamedFacts& row : rows_by_name(table, band, *name))
      to.push_back({std::move(row), address_of_table(context, table.id)});
  }
}

Service read_service(const Context& context, const model::Table& table) {
  Service service{table.title, address_of_table(context, table.id), {}};
  for (const model::Band& band : table.bands) {
    auto name = first_column(band, {"工种", "考试工种", "认定工种", "服务项目/考试工种", "培训项目",
                                    "服务项目", "项目名称", "项目"});
    if (!name) name = model::find_column(band, model::ColumnRole::label);
    if (!name) continue;
    std::ranges::move(rows_by_name(table, band, *name), std::back_inserter(service.offers));
  }
  return service;
}

}  // namespace

std::vector<std::string> named_in(std::string_view cell) {
  constexpr std::string_view marks[] = {"、", "，", "；", ",", ";", "/", "\n"};
  std::vector<std::string> names(1);
  while (!cell.empty()) {
    const auto mark = std::find_if(std::begin(marks), std::end(marks),
                                   [&](std::string_view one) { return cell.starts_with(one); });
    if (mark == std::end(marks)) {
      names.back() += cell.front();
      cell.remove_prefix(1);
    } else {
      names.emplace_back();
      cell.remove_prefix(mark->size());
    }
  }
  for (std::string& name : names) name = text::trim(name);
  std::erase(names, "");
  return names;
}

std::vector<model::Correction> shown_corrections(const Context& context) {
  std::vector<model::Correction> corrections = context.report.corrections;
  for (model::Correction& correction : corrections) {
    model::AddressProblem problem;
    const auto datum = model::find_datum(context.report.tables, correction.address, problem);
    if (datum && datum->cell->value.kept_back)
      correction.before = correction.after = context.strings["value_withheld"];
    correction.address = datum ? address_of_datum(context, *datum) : "";
  }
  return corrections;
}

std::string address_of_datum(const Context& context, const model::Datum& datum) {
  return address_of_table(context, datum.table->id);
}

ReportSummary summarise(const Context& context, const model::Catalogue& catalogue) {
  const model::Report& report = context.report;
  ReportSummary summary;
  summary.address = report.settings.address;
  summary.title = report.settings.title;
  summary.edition = report.settings.edition;
  summary.issued = report.settings.issued;
  summary.summary = report.settings.summary;
  summary.year = report.settings.year;
  summary.kind = report.settings.kind;
  summary.chapters = report.chapters.size();
  summary.cases_count = report.cases.size();
  for (const model::Target& target : context.labels.targets) {
    using enum model::TargetKind;
    summary.tables += target.kind == table || target.kind == appendix_table;
    summary.charts += target.kind == chart;
  }
  for (const model::KeyFigure& figure : report.settings.key_figures)
    summary.figures.push_back(read_figure(context, catalogue, figure));
  for (const std::size_t i : context.labels.case_order) {
    const model::Narrative& narrative = report.cases[i];
    summary.cases.push_back({narrative.id, context.labels.cases[i].name, narrative.title, narrative.summary,
                             narrative.organisation, case_page(report, i)});
  }
  summary.majors = read_majors(context);
  for (const std::string& id : report.settings.partners) {
    if (const model::Table* table = model::find_table(report.tables, id))
      read_partners(context, *table, summary.partners);
  }
  for (const std::string& id : report.settings.services) {
    if (const model::Table* table = model::find_table(report.tables, id))
      summary.services.push_back(read_service(context, *table));
  }
  summary.corrections = shown_corrections(context);
  summary.indicators = read_indicators(context, catalogue, summary.figures);
  return summary;
}

ReportSummary summarise_indicators(const model::Report& report, const model::Site& site) {
  const model::ReportLabels labels;
  const AddressTitles titles;
  const text::Strings strings;
  DiagnosticSink unheard;  // nothing of it is printed
  const Context context{report, labels, titles, strings, site.lang, unheard};
  ReportSummary summary;
  summary.address = report.settings.address;
  summary.year = report.settings.year;
  summary.kind = report.settings.kind;
  std::vector<KeyFigureValue> figures;
  for (const model::KeyFigure& figure : report.settings.key_figures)
    figures.push_back(read_figure(context, site.catalogue, figure));
  summary.indicators = read_indicators(context, site.catalogue, figures);
  return summary;
}

std::string iso_date(std::string_view printed) {
  std::vector<int> numbers;
  for (std::size_t i = 0; i < printed.size() && numbers.size() < 3;) {
    if (printed[i] < '0' || printed[i] > '9') {
      ++i;
      continue;
    }
    int value = 0;
    for (; i < printed.size() && printed[i] >= '0' && printed[i] <= '9'; ++i)
      value = std::min(value * 10 + (printed[i] - '0'), 9999);
    numbers.push_back(value);
  }
  const bool has_year = !numbers.empty() && numbers[0] >= 1900 && numbers[0] < 2200;
  if (!has_year) return {};
  std::string date = fmt::format("{:04}", numbers[0]);
  if (numbers.size() > 1 && numbers[1] >= 1 && numbers[1] <= 12) date += fmt::format("-{:02}", numbers[1]);
  if (numbers.size() > 2 && date.size() == 7 && numbers[2] >= 1 &&
      numbers[2] <= days_in(numbers[0], numbers[1]))
    date += fmt::format("-{:02}", numbers[2]);
  return date;
}

}  // namespace nianbao::compose
