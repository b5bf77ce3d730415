#include "source/table_shape.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "text/utf8.h"

namespace nianbao::source {

using model::Band;
using model::Cell;
using model::Column;
using model::ColumnRole;

void name_rows(Band& band) {
  const auto label = std::find_if(band.columns.begin(), band.columns.end(),
                                  [](const Column& c) { return c.role == ColumnRole::label; });
  if (label == band.columns.end()) return;
  const auto index = static_cast<std::size_t>(label - band.columns.begin());
  for (auto& row : band.rows) {
    if (index < row.cells.size()) row.label = row.cells[index].value.printed;
    for (std::size_t i = 0; row.label.empty() && i < row.cells.size(); ++i)
      row.label = row.cells[i].value.printed;
  }
}

Cell make_cell(std::string_view text, int line, int column) {
  Cell cell;
  cell.line = line;
  cell.column = column;
  cell.value = model::read_value(text);
  if (cell.value.printed.find('\n') == std::string::npos) return cell;
  std::string_view rest = cell.value.printed;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (const auto line = text::trim(rest.substr(0, end)); !line.empty()) cell.items.emplace_back(line);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return cell;
}

void report_duplicate_rows(const model::Table& table, DiagnosticSink& sink) {
  for (const auto& band : table.bands) {
    std::map<std::string_view, int> seen;
    for (const auto& row : band.rows) {
      if (row.id.empty()) continue;
      const auto [first, is_new] = seen.emplace(row.id, row.line);
      if (is_new) continue;
      sink.error("N205", {table.place.file, row.line, 0},
                 {fmt::format("行的标识 {} 重复（第一次在第 {} 行）", row.id, first->second),
                  fmt::format("the row id {} stands twice (first in line {})", row.id, first->second)},
                 {"改成表内唯一的标识", "give it an id of its own"});
    }
  }
}

bool exceeds_limits(std::size_t columns, std::size_t rows) {
  return columns > most_columns || (columns > 0 && rows > most_cells / columns);
}

void report_table_size(const std::string& file, DiagnosticSink& sink) {
  sink.error("N106", {file, 1, 0},
             {fmt::format("表太大：上限是 {} 列、{} 万格", most_columns, most_cells / 10'000),
              fmt::format("the table is too large: at most {} columns and {} cells are read", most_columns,
                          most_cells)},
             {"把数据拆成几个文件；检查表头右边是否有多余的逗号",
              "split it into several files; look for needless commas at the end of the header"});
}

std::string table_id(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  std::string_view name = slash == std::string_view::npos ? file : file.substr(slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

}  // namespace nianbao::source
