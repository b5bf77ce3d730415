#include <nlohmann/json.hpp>

#include "compose/open_data.h"

namespace nianbao::compose {
namespace {

using TableJson = nlohmann::ordered_json;

void put_words(TableJson& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json[std::string(key)] = value;
}

TableJson column_json(const model::Column& column) {
  using enum model::ColumnRole;
  TableJson json = TableJson::object();
  if (column.id != column.title) put_words(json, "id", column.id);
  json["title"] = column.title;
  json["type"] = column.role == number || column.role == sample ? "number" : "text";
  if (column.role == label) json["role"] = "label";
  if (column.role == unit) json["role"] = "unit";
  if (column.role == sample) json["role"] = "sample";
  put_words(json, "unit", column.unit);
  if (column.year) json["year"] = *column.year;
  return json;
}

void put_span(TableJson& json, int rows, int columns) {
  if (rows > 1) json["rows"] = rows;
  if (columns > 1) json["columns"] = columns;
}

TableJson header_cell_json(const model::HeaderCell& cell) {
  TableJson json = {{"text", cell.text}};
  put_span(json, cell.rows, cell.columns);
  return json.size() == 1 ? json["text"] : json;
}

TableJson cell_json(const model::Cell& cell) {
  TableJson json = TableJson::object();
  if (!cell.items.empty()) json["items"] = cell.items;
  put_span(json, cell.rows, cell.columns);
  if (cell.header) json["header"] = true;
  if (json.empty()) return cell.value.printed.empty() ? TableJson() : TableJson(cell.value.printed);
  if (cell.items.empty()) json["text"] = cell.value.printed;
  return json;
}

TableJson row_json(const model::Row& row) {
  using model::Breakdown;
  TableJson json = TableJson::object();
  put_words(json, "id", row.id);
  if (row.level > 0) json["level"] = row.level;
  if (row.role == model::RowRole::total) json["role"] = "total";
  if (row.role == model::RowRole::group) json["role"] = "group";
  if (row.breakdown == Breakdown::exclusive) json["breakdown"] = "exclusive";
  if (row.breakdown == Breakdown::overlapping) json["breakdown"] = "overlapping";
  if (row.breakdown == Breakdown::partial) json["breakdown"] = "partial";
  put_words(json, "note", row.note);
  TableJson& cells = json["cells"] = TableJson::array();
  for (const model::Cell& cell : row.cells) {
    if (!cell.covered) cells.push_back(cell_json(cell));
  }
  return json;
}

void put_band(TableJson& json, const model::Band& band) {
  json["columns"] = TableJson::array();
  for (const model::Column& column : band.columns) json["columns"].push_back(column_json(column));
  for (const auto& line : band.header) {
    TableJson cells = TableJson::array();
    for (const model::HeaderCell& cell : line) cells.push_back(header_cell_json(cell));
    json["header"].push_back(std::move(cells));
  }
  json["rows"] = TableJson::array();
  for (const model::Row& row : band.rows) json["rows"].push_back(row_json(row));
}

}  // namespace

std::string make_json(const model::Table& table) {
  TableJson json = TableJson::object();
  put_words(json, "title", table.title);
  put_words(json, "unit", table.unit);
  if (!table.institution_name.empty()) {
    json["institution"]["name"] = table.institution_name;
    put_words(json["institution"], "code", table.institution_code);
  }
  if (table.bands.size() == 1) {
    put_band(json, table.bands.front());
  } else {
    for (const model::Band& band : table.bands) put_band(json["bands"].emplace_back(), band);
  }
  if (!table.notes.empty()) json["notes"] = table.notes;
  put_words(json, "source", table.source);
  return json.dump(1, ' ', false, TableJson::error_handler_t::replace) + "\n";
}

}  // namespace nianbao::compose
