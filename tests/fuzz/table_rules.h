#pragma once

#include "diagnostics/diagnostic.h"
#include "model/table.h"
#include "require.h"
#include "text/utf8.h"

namespace nianbao::fuzz {

/// What holds of every table that was read: rows as wide as their band, spans that begin in a cell of their
/// own, and rows that are found by the names they have.
inline void require_sound(const model::Table& table) {
  std::vector<model::Table> tables = {table};
  model::AddressProblem problem;
  for (const model::Band& band : table.bands) {
    for (const model::Row& row : band.rows) {
      require(row.cells.size() == band.columns.size());
      require(row.level >= 0 && row.level <= 3);
      for (const model::Cell& cell : row.cells) require(cell.rows >= 1 && cell.columns >= 1);
      if (!row.label.empty()) require(!model::find_rows(band, row.label).empty());
      model::find_datum(tables, table.id + "." + row.label, problem);
    }
    for (const model::Column& column : band.columns)
      if (!column.id.empty()) require(model::find_column(band, text::trim(column.id)).has_value());
  }
}

/// Every problem is told in both languages and stands in its file.
inline void require_told(const DiagnosticSink& sink) {
  for (const Diagnostic& d : sink.sorted()) {
    require(d.code.size() == 4 && !d.message.zh.empty() && !d.message.en.empty());
    require(d.place.line >= 0 && d.place.column >= 0);
  }
}

}  // namespace nianbao::fuzz
