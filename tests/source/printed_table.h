#pragma once

#include <string>

#include "model/table.h"

namespace nianbao::tests {

inline std::string printed(const model::Cell& cell) {
  if (cell.covered) return "^";
  std::string out = cell.value.printed;
  for (char& c : out) {
    if (c == '\n') c = '/';
  }
  if (cell.value.state == model::ValueState::number) out += "#";
  if (cell.rows > 1 || cell.columns > 1)
    out += "[" + std::to_string(cell.rows) + "x" + std::to_string(cell.columns) + "]";
  return out;
}

inline std::string printed(const model::Column& column) {
  using enum model::ColumnRole;
  const char* roles[] = {"label", "number", "unit", "sample", "text"};
  std::string out = column.title + ":" + roles[static_cast<int>(column.role)];
  if (!column.unit.empty()) out += "(" + column.unit + ")";
  if (column.year) out += "@" + std::to_string(*column.year);
  return out;
}

/// A table as a few lines to compare: columns with role, unit and year; rows with label and level; numbers
/// marked "#", covered cells "^", spans "[rows x columns]".
inline std::string printed(const model::Table& table) {
  std::string out;
  for (const model::Band& band : table.bands) {
    for (const model::Column& column : band.columns)
      out += (&column == &band.columns[0] ? "" : " | ") + printed(column);
    out += "\n";
    for (const model::Row& row : band.rows) {
      out += std::string(static_cast<std::size_t>(row.level), '>') + row.label + ":";
      for (const model::Cell& cell : row.cells) out += " " + printed(cell);
      out += "\n";
    }
  }
  return out;
}

}  // namespace nianbao::tests
