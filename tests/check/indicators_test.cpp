#include <catch2/catch.hpp>

#include "check/check.h"
#include "source/catalogue_reader.h"

using namespace nianbao;

namespace {

/// A table of indicators of 2025 with one row.
model::Report report_with(const std::string& title, const std::string& label) {
  model::Report report;
  report.settings.year = 2025;
  model::Table& table = report.tables.emplace_back();
  table.id = "t";
  table.title = title;
  table.place = {"data/t.csv", 1, 1};
  model::Band& band = table.bands.emplace_back();
  band.columns = {{"label", "指标", model::ColumnRole::label, "", {}},
                  {"y", "2025年", model::ColumnRole::number, "人", 2025}};
  model::Row& row = band.rows.emplace_back();
  row.label = label;
  row.line = 2;
  row.cells.resize(2);
  row.cells[1].value = model::read_value("12");
  return report;
}

std::vector<Diagnostic> told(const std::string& title, const std::string& label) {
  DiagnosticSink sink;
  check::check_indicators(report_with(title, label), source::standard_catalogue(), sink);
  return sink.sorted();
}

}  // namespace

TEST_CASE("A row of a standard table that no indicator fits is reported with the nearest names") {
  const auto found = told("人才培养质量计分卡", "毕业升人数");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "N512");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].place.file == "data/t.csv");
  CHECK(found[0].place.line == 2);
  CHECK(found[0].hint.zh.find("“毕业生人数”") != std::string::npos);
}

TEST_CASE("Rows that are known, and tables that are none of the six, are left alone") {
  CHECK(told("人才培养质量计分卡", "毕业生人数").empty());
  CHECK(told("社团活动一览", "毕业升人数").empty());
}
