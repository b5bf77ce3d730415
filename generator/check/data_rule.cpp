#include "check/data_rule.h"

#include <algorithm>
#include <fmt/format.h>

#include "check/corrections_rule.h"
#include "check/references_rule.h"
#include "check/sums_rule.h"
#include "diagnostics/suggestion.h"

namespace nianbao::check {
namespace {

using namespace model;

std::vector<std::string> table_ids(const Report& report) {
  std::vector<std::string> ids;
  for (const Table& table : report.tables) ids.push_back(table.id);
  return ids;
}

/// Any band has it.
bool has_column(const Table& table, std::string_view name) {
  return std::any_of(table.bands.begin(), table.bands.end(),
                     [&](const Band& band) { return find_column(band, name).has_value(); });
}

bool has_row(const Table& table, std::string_view name) {
  return std::any_of(table.bands.begin(), table.bands.end(),
                     [&](const Band& band) { return !find_rows(band, name).empty(); });
}

class NamedData {
 public:
  NamedData(const Report& report, DiagnosticSink& sink) : report_(report), sink_(sink) {}

  void check(const Block& block) {
    if (const auto* chart = std::get_if<ChartBlock>(&block)) check_chart(*chart);
    if (const auto* table = std::get_if<TableBlock>(&block))
      check_table(table->data, table->columns, table->rows, table->head.place);
    if (const auto* document = std::get_if<DocumentBlock>(&block);
        document != nullptr && !document->data.empty())
      check_table(document->data, {}, {}, document->head.place);
    if (const auto* anchor = std::get_if<CaseBlock>(&block)) check_case(anchor->head);
  }

  void check_table(const std::string& id, const std::vector<std::string>& columns,
                   const std::vector<std::string>& rows, const Place& place) {
    const Table* table = find_table(report_.tables, id);
    if (table == nullptr) {
      sink_.error("N505", place,
                  {fmt::format("没有数据文件 data/{}.csv 或 .json", id),
                   fmt::format("there is no data file data/{}.csv or .json", id)},
                  suggest(id, table_ids(report_)));
      return;
    }
    std::vector<std::string> titles, labels;
    for (const Band& band : table->bands) {
      for (const Column& column : band.columns) titles.push_back(column.title);
      for (const Row& row : band.rows) labels.push_back(row.id.empty() ? row.label : row.id);
    }
    for (const std::string& name : columns) {
      if (!has_column(*table, name)) {
        sink_.error("N506", place,
                    {fmt::format("{} 没有“{}”这一列", table->place.file, name),
                     fmt::format("{} has no column {}", table->place.file, name)},
                    suggest(name, titles));
      }
    }
    for (const std::string& name : rows) {
      if (!has_row(*table, name)) {
        sink_.error("N507", place,
                    {fmt::format("{} 没有“{}”这一行", table->place.file, name),
                     fmt::format("{} has no row {}", table->place.file, name)},
                    suggest(name, labels));
      }
    }
  }

 private:
  void check_chart(const ChartBlock& chart) {
    if (!chart.published || !chart.config.empty()) return;
    if (!chart.data.empty()) {
      check_chart_names(chart);
    } else if (chart.given.empty() && chart.config_file.empty()) {
      sink_.error("N508", chart.head.place, {"图表没有数据", "the chart has no data"},
                  {"写 data = \"数据文件\"；报告没有公布数据时写 published = false",
                   "write data = \"…\", or published = false where the report gives none"});
    }
    const bool is_of_points = chart.type == "scatter" || chart.type == "bubble";
    for (const ChartSeries& series : chart.given) {
      const std::size_t places = is_of_points ? series.x.size() : chart.labels.size();
      if (!series.column.empty() || series.values.size() == places) continue;
      sink_.error("N509", chart.head.place,
                  {fmt::format("{} 有 {} 个，values 有 {} 个", is_of_points ? "x" : "labels", places,
                               series.values.size()),
                   fmt::format("there are {} {} and {} values", places, is_of_points ? "x" : "labels",
                               series.values.size())});
    }
  }

  void check_chart_names(const ChartBlock& chart) {
    std::vector<std::string> columns = chart.series, rows = chart.rows;
    for (const std::string& name : {chart.category, chart.x, chart.size})
      if (!name.empty()) columns.push_back(name);
    for (const ChartSeries& series : chart.given)
      if (!series.column.empty()) (chart.by_row ? rows : columns).push_back(series.column);
    check_table(chart.data, columns, rows, chart.head.place);
  }

  void check_case(const BlockHead& head) {
    std::vector<std::string> ids;
    for (const Narrative& narrative : report_.cases) {
      if (narrative.id == head.id) return;
      ids.push_back(narrative.id);
    }
    sink_.error("N308", head.place,
                {fmt::format("没有案例 {}", head.id), fmt::format("there is no case {}", head.id)},
                suggest(head.id, ids));
  }

  const Report& report_;
  DiagnosticSink& sink_;
};

/// Tables, or charts, whose small counts are shown.
void check_exempt(const Report& report, const ReportLabels& labels, DiagnosticSink& sink) {
  for (const std::string& id : report.settings.small_counts.exempt) {
    if (find_table(report.tables, id) != nullptr || labels.find(id) != nullptr) continue;
    sink.error("N505", report.settings.small_counts.place,
               {fmt::format("exempt 里的 {} 既不是数据文件也不是图表", id),
                fmt::format("{} in exempt is neither a data file nor a chart", id)},
               suggest(id, table_ids(report)));
  }
}

}  // namespace

void check_named_data(const Report& report, DiagnosticSink& sink) {
  NamedData rule(report, sink);
  for_each_narrative(report, [&](const Narrative& narrative) {
    for (const Block& block : narrative.blocks) rule.check(block);
  });
  for (const Part& part : report.parts) {
    for (const std::string& table : part.tables) rule.check_table(table, {}, {}, part.place);
  }
  if (!report.settings.majors.empty())
    rule.check_table(report.settings.majors, {}, {}, report.settings.place);
  for (const auto* ids : {&report.settings.partners, &report.settings.services}) {
    for (const std::string& id : *ids) rule.check_table(id, {}, {}, report.settings.place);
  }
  for (const KeyFigure& figure : report.settings.key_figures) {
    AddressProblem problem;
    if (!figure.value_address.empty() && !find_datum(report.tables, figure.value_address, problem)) {
      report_address_problem(problem, figure.value_address, figure.place, sink);
    }
  }
}

void check_report(const Report& report, const ReportLabels& labels, const KnownAddresses& known,
                  DiagnosticSink& sink) {
  check_references(report, labels, known, sink);
  check_named_data(report, sink);
  check_exempt(report, labels, sink);
  check_sums(report, sink);
  check_corrections(report, sink);
}

}  // namespace nianbao::check
