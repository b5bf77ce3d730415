#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "source/json_tree.h"
#include "source/table_reader.h"
#include "source/table_shape.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Band;
using model::Cell;
using model::Column;
using model::Row;
using Kind = JsonNode::Kind;

class TableJsonReader {
 public:
  TableJsonReader(const std::string& file, DiagnosticSink& sink) : file_(file), sink_(sink) {}

  std::optional<model::Table> read(const JsonNode& root) {
    if (root.kind != Kind::object) {
      wrong_type(root, "数据文件", "一个 JSON 对象", "the data file", "a JSON object");
      return std::nullopt;
    }
    model::Table table;
    table.id = table_id(file_);
    table.place = {file_, 1, 1};
    table.title = text(root, "title");
    table.unit = text(root, "unit");
    table.source = text(root, "source");
    if (const JsonNode* notes = array(root, "notes")) {
      for (const JsonNode& note : notes->items) table.notes.push_back(note.text);
    }
    if (const JsonNode* institution = root.find("institution")) {
      table.institution_name = text(*institution, "name");
      table.institution_code = text(*institution, "code");
    }
    if (const JsonNode* bands = array(root, "bands")) {
      for (const JsonNode& band : bands->items) table.bands.push_back(read_band(band));
      known(root, {"title", "unit", "source", "notes", "institution", "bands", "$schema"});
    } else {
      table.bands.push_back(read_band(root));
      known(root,
            {"title", "unit", "source", "notes", "institution", "columns", "header", "rows", "$schema"});
    }
    report_duplicate_rows(table, sink_);
    return table;
  }

 private:
  Band read_band(const JsonNode& node) {
    Band band;
    std::vector<bool> stated;
    const JsonNode* columns = array(node, "columns");
    if (columns == nullptr || columns->items.empty()) {
      sink_.error("N201", node.place, {"缺少 columns（列的列表）", "columns (a list of columns) is missing"});
      return band;
    }
    for (const JsonNode& column : columns->items) band.columns.push_back(read_column(column, stated));
    if (const JsonNode* header = array(node, "header")) {
      for (const JsonNode& line : header->items) band.header.push_back(read_header_row(line));
    }
    const JsonNode* rows = array(node, "rows");
    std::vector<int> covered(band.columns.size(), 0);
    for (const JsonNode& row : rows == nullptr ? std::vector<JsonNode>{} : rows->items)
      band.rows.push_back(read_row(row, band, covered));
    infer_roles(band, stated, sink_);
    name_rows(band);
    return band;
  }

  Column read_column(const JsonNode& node, std::vector<bool>& stated) {
    known(node, {"id", "title", "type", "unit", "year", "role"});
    Column column;
    column.title = text(node, "title");
    column.id = text(node, "id");
    if (column.id.empty()) column.id = column.title;
    column.unit = text(node, "unit");
    if (const JsonNode* year = node.find("year")) column.year = integer(*year, "year");
    infer_from_title(column);
    stated.push_back(false);
    for (const std::string_view key : {"type", "role"}) {
      const JsonNode* value = node.find(key);
      if (value == nullptr) continue;
      if (const auto role = column_role(value->text, value->place, sink_))
        column.role = *role, stated.back() = true;
    }
    return column;
  }

  std::vector<model::HeaderCell> read_header_row(const JsonNode& line) {
    std::vector<model::HeaderCell> cells;
    for (const JsonNode& node : line.items) {
      if (node.is_text()) {
        cells.push_back({node.text, 1, 1});
      } else {
        known(node, {"text", "rows", "columns"});
        cells.push_back({text(node, "text"), span(node, "rows"), span(node, "columns")});
      }
    }
    return cells;
  }

  Row read_row(const JsonNode& node, const Band& band, std::vector<int>& covered) {
    known(node, {"id", "level", "role", "breakdown", "note", "cells"});
    Row row;
    row.place = node.place;
    row.id = text(node, "id");
    row.note = text(node, "note");
    if (const JsonNode* level = node.find("level")) row.level = row_level(level->text, level->place, sink_);
    if (const JsonNode* role = node.find("role")) row.role = row_role(role->text, role->place, sink_);
    if (const JsonNode* value = node.find("breakdown"))
      row.breakdown = breakdown(value->text, value->place, sink_);
    const JsonNode* cells = array(node, "cells");
    if (cells != nullptr) place_cells(*cells, row, band.columns.size(), covered);
    return row;
  }

  /// Puts the written cells into the columns that no span covers.
  void place_cells(const JsonNode& cells, Row& row, std::size_t width, std::vector<int>& covered) {
    row.cells.resize(width);
    std::size_t next = 0;
    int covered_by_left = 0, left_rows = 1;
    for (std::size_t i = 0; i < width; ++i) {
      if (covered[i] > 0 || covered_by_left > 0) {
        row.cells[i].covered = true;
        if (covered_by_left > 0)
          --covered_by_left, covered[i] = left_rows - 1;
        else
          --covered[i];
        continue;
      }
      if (next >= cells.items.size()) break;
      row.cells[i] = read_cell(cells.items[next++]);
      covered[i] = row.cells[i].rows - 1;
      covered_by_left = row.cells[i].columns - 1;
      left_rows = row.cells[i].rows;
    }
    const auto expected = static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& c) { return !c.covered; }));
    if (expected == cells.items.size() && covered_by_left == 0) return;
    sink_.error("N104", row.place,
                {fmt::format("这一行有 {} 格，应有 {} 格", cells.items.size(), expected),
                 fmt::format("this row has {} cells, {} were expected", cells.items.size(), expected)},
                {"被合并单元格盖住的格不写，其余每列一格；跨列不能超出表的宽度",
                 "leave out cells that a span covers, write one for every other column, and keep spans "
                 "inside the table"});
  }

  Cell read_cell(const JsonNode& node) {
    if (node.kind == Kind::null) return make_cell("", node.place);
    if (node.is_text()) return make_cell(node.text, node.place);
    if (node.kind != Kind::object) {
      wrong_type(node, "单元格", "文字、数、null 或对象", "a cell", "text, a number, null or an object");
      return make_cell("", node.place);
    }
    known(node, {"text", "rows", "columns", "items", "header"});
    Cell cell = make_cell(text(node, "text"), node.place);
    cell.rows = span(node, "rows");
    cell.columns = span(node, "columns");
    if (const JsonNode* header = node.find("header")) cell.header = header->text == "true";
    if (const JsonNode* items = array(node, "items")) {
      cell.items.clear();
      for (const JsonNode& item : items->items) cell.items.push_back(item.text);
      cell.value = model::read_value(fmt::format("{}", fmt::join(cell.items, "\n")));
    }
    return cell;
  }

  std::string text(const JsonNode& node, std::string_view key) {
    const JsonNode* value = node.find(key);
    if (value == nullptr || value->kind == Kind::null) return {};
    if (!value->is_text()) wrong_type(*value, key, "文字", key, "text");
    return value->text;
  }

  const JsonNode* array(const JsonNode& node, std::string_view key) {
    const JsonNode* value = node.find(key);
    if (value != nullptr && value->kind != Kind::array) {
      wrong_type(*value, key, "列表 […]", key, "a list […]");
      return nullptr;
    }
    return value;
  }

  int integer(const JsonNode& node, std::string_view key) {
    int value = 0;
    const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
    if (error != std::errc{} || end != node.text.data() + node.text.size() || !node.is_text())
      wrong_type(node, key, "整数", key, "a whole number");
    return value;
  }

  int span(const JsonNode& node, std::string_view key) {
    const JsonNode* value = node.find(key);
    if (value == nullptr) return 1;
    const int count = integer(*value, key);
    if (count >= 1 && count <= 1000) return count;
    sink_.error("N203", value->place,
                {fmt::format("{} 应为 1 到 1000", key), fmt::format("{} should be 1 to 1000", key)});
    return 1;
  }

  void wrong_type(const JsonNode& node, std::string_view zh_what, std::string_view zh,
                  std::string_view en_what, std::string_view en) {
    sink_.error("N202", node.place,
                {fmt::format("{}应为{}", zh_what, zh), fmt::format("{} should be {}", en_what, en)});
  }

  void known(const JsonNode& node, const std::vector<std::string>& keys) {
    for (const auto& [key, value] : node.members) {
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      const auto near = text::nearest(key, keys);
      sink_.error(
          "N204", value.place, {fmt::format("不认识的键 {}", key), fmt::format("unknown key {}", key)},
          near ? Wording{fmt::format("是不是想写 {}？", *near), fmt::format("did you mean {}?", *near)}
               : Wording{fmt::format("可用的有：{}", fmt::join(keys, "、")),
                         fmt::format("known here: {}", fmt::join(keys, ", "))});
    }
  }

  const std::string& file_;
  DiagnosticSink& sink_;
};

}  // namespace

std::optional<model::Table> read_json_table(const std::string& text, const std::string& file,
                                            DiagnosticSink& sink) {
  const auto root = parse_json(text, file, sink);
  if (!root) return std::nullopt;
  return TableJsonReader(file, sink).read(*root);
}

}  // namespace nianbao::source
