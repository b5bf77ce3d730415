#pragma once

#include <vector>

#include "model/catalogue.h"
#include "model/report.h"

namespace nianbao::model {

/// A figure of a report that states an indicator of the catalogue.
struct PrintedIndicator {
  const Indicator* indicator = nullptr;
  const Table* table = nullptr;
  const Row* row = nullptr;
  const Column* column = nullptr;
  const Cell* cell = nullptr;
  int year = 0;
  bool standard = false;  ///< stands in one of the six tables
};

/// A row of one of the six tables that the catalogue does not know.
struct UnmatchedRow {
  const Table* table = nullptr;
  const Row* row = nullptr;
};

struct PrintedIndicators {
  std::vector<PrintedIndicator> found;  ///< in the order of tables, rows and columns
  std::vector<UnmatchedRow> unmatched;
};

/// Looks for indicators in the six standard tables and in tables whose rows are called 指标, 项目 or 去向. A
/// sample beside a rate (调查人次) states the indicator that the rate is weighted with. A column counts for
/// the year it states; the only column of its unit without one for `year`, the report's.
PrintedIndicators printed_indicators(const std::vector<Table>& tables, int year, const Catalogue& catalogue);

}  // namespace nianbao::model
