#include "compose/data_columns.h"

#include <algorithm>
#include <set>

namespace nianbao::compose {
namespace {

using model::ColumnRole;
using model::ValueState;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// How a number is written, when it is written with ASCII letters only: sign, digits, grouping, point, %.
struct WrittenNumber {
  bool plain = false, grouped = false, decimals = false, percent = false;
};

WrittenNumber written_number(std::string_view text) {
  WrittenNumber written;
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1), written.percent = true;
  written.grouped = text.find(',') != std::string_view::npos;
  written.decimals = text.find('.') != std::string_view::npos;
  written.plain =
      !text.empty() && is_ascii_digit(text.front()) && is_ascii_digit(text.back()) &&
      std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c) || c == ',' || c == '.'; });
  return written;
}

bool is_no_value(const model::Value& value) {
  return value.printed.empty() || value.state == ValueState::not_applicable ||
         value.state == ValueState::withheld;
}

/// Adds what its values are to a column of numbers.
void type_numbers(const model::Band& band, std::size_t at, DataColumn& column) {
  bool any = false, decimals = false;
  for (const model::Row& row : band.rows) {
    if (at >= row.cells.size() || is_no_value(row.cells[at].value)) continue;
    const model::Value& value = row.cells[at].value;
    const WrittenNumber written = written_number(value.printed);
    if (value.state != ValueState::number || !written.plain) return;
    any = true;
    decimals |= written.decimals;
    column.grouped |= written.grouped;
    column.percent |= written.percent;
  }
  if (any) column.type = decimals || column.grouped || column.percent ? "number" : "integer";
}

void describe_labels(const model::Band& band, std::size_t at, DataColumn& column) {
  std::set<std::string_view> seen;
  column.required = column.unique = !band.rows.empty();
  for (const model::Row& row : band.rows) {
    const bool named = at < row.cells.size() && !is_no_value(row.cells[at].value);
    column.required &= named;
    if (named) column.unique &= seen.insert(row.cells[at].value.printed).second;
  }
}

}  // namespace

std::vector<DataColumn> data_columns(const model::Band& band) {
  std::vector<DataColumn> columns;
  for (std::size_t at = 0; at < band.columns.size(); ++at) {
    const model::Column& from = band.columns[at];
    DataColumn column{from.title, from.unit, "string"};
    if (from.role == ColumnRole::number || from.role == ColumnRole::sample) type_numbers(band, at, column);
    if (column.type == "string") column.grouped = column.percent = false;
    if (from.role == ColumnRole::label) describe_labels(band, at, column);
    columns.push_back(std::move(column));
  }
  return columns;
}

std::vector<std::string> missing_marks(const model::Band& band) {
  std::set<std::string> marks = {""};
  for (const model::Row& row : band.rows) {
    for (const model::Cell& cell : row.cells) {
      if (is_no_value(cell.value)) marks.insert(cell.value.printed);
    }
  }
  return {marks.begin(), marks.end()};
}

}  // namespace nianbao::compose
