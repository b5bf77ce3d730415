#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include "source/column_roles.h"
#include "source/json_reader.h"
#include "source/span_grid.h"
#include "source/table_reader.h"
#include "source/table_shape.h"
#include "source/table_words.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Band;
using model::Cell;
using model::Column;
using model::Row;
using Kind = JsonNode::Kind;

class TableJsonReader : JsonReader {
 public:
  using JsonReader::JsonReader;

  std::optional<model::Table> read(const JsonNode& root) {
    std::vector<std::string> keys = {"title", "unit", "source", "notes", "institution", "$schema"};
    const bool stacked = root.find("bands") != nullptr;
    for (const char* key : {"columns", "header", "rows"}) {
      if (!stacked) keys.emplace_back(key);
    }
    if (stacked) keys.emplace_back("bands");
    if (!is_object(root, "数据文件 (data file)", keys)) return std::nullopt;
    model::Table table;
    table.id = table_id(file());
    table.place = {file(), 1, 1};
    table.title = text(root, "title");
    table.unit = text(root, "unit");
    table.source = text(root, "source");
    table.notes = texts(root, "notes");
    read_institution(root, table);
    if (!stacked) {
      table.bands.push_back(read_band(root));
    } else if (const JsonNode* bands = array(root, "bands")) {
      for (const JsonNode& band : bands->items) {
        if (is_object(band, "bands", {"columns", "header", "rows"})) table.bands.push_back(read_band(band));
      }
    }
    report_duplicate_rows(table, sink());
    return table;
  }

 private:
  void read_institution(const JsonNode& root, model::Table& table) {
    const JsonNode* institution = root.find("institution");
    if (institution == nullptr || !is_object(*institution, "institution", {"name", "code"})) return;
    table.institution_name = text(*institution, "name");
    table.institution_code = text(*institution, "code");
  }

  Band read_band(const JsonNode& node) {
    Band band;
    std::vector<bool> stated;
    const JsonNode* columns = array(node, "columns");
    const JsonNode* rows = array(node, "rows");
    if (columns == nullptr || columns->items.empty()) {
      sink().error("N201", place(node),
                   {"缺少 columns（列的列表）", "columns (a list of columns) is missing"});
      return band;
    }
    const std::size_t row_count = rows == nullptr ? 0 : rows->items.size();
    cells_ += columns->items.size() * row_count;
    if (exceeds_limits(columns->items.size(), row_count) || cells_ > most_cells) {
      report_table_size(file(), sink());
      return band;
    }
    for (const JsonNode& column : columns->items) band.columns.push_back(read_column(column, stated));
    report_duplicate_columns(*columns, band);
    if (const JsonNode* header = array(node, "header")) read_header(*header, band);
    if (rows != nullptr) read_rows(*rows, band);
    infer_roles(band, stated, file(), sink());
    name_rows(band);
    return band;
  }

  Column read_column(const JsonNode& node, std::vector<bool>& stated) {
    stated.push_back(false);
    Column column;
    if (!is_object(node, "columns", {"id", "title", "type", "unit", "year", "role"})) return column;
    column.title = text::trim(text(node, "title"));
    column.id = text::trim(text(node, "id"));
    if (column.id.empty()) column.id = column.title;
    column.unit = text(node, "unit");
    if (const JsonNode* year = node.find("year")) column.year = integer(*year, "year");
    infer_from_title(column);
    for (const std::string_view key : {"type", "role"}) {
      const JsonNode* value = node.find(key);
      if (value == nullptr) continue;
      if (const auto role = column_role(text(node, key), place(*value), sink()))
        column.role = *role, stated.back() = true;
    }
    return column;
  }

  void report_duplicate_columns(const JsonNode& nodes, const Band& band) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < band.columns.size(); ++i) {
      const std::string& id = band.columns[i].id;
      if (id.empty() || seen.insert(id).second) continue;
      sink().error("N205", place(nodes.items[i]),
                   {fmt::format("列名“{}”重复", id), fmt::format("the column {} stands twice", id)},
                   {"给每一列不同的 id", "give each column an id of its own"});
    }
  }

  void read_header(const JsonNode& header, Band& band) {
    SpanGrid grid(band.columns.size());
    for (const JsonNode& line : header.items) {
      if (line.kind != Kind::array) {
        wrong_type(line, "header", "列表的列表 [[…], […]]", "a list of lists [[…], […]]");
        continue;
      }
      std::vector<Span> spans;
      std::vector<model::HeaderCell>& cells = band.header.emplace_back();
      for (const JsonNode& node : line.items) {
        cells.push_back(read_header_cell(node));
        spans.push_back({cells.back().rows, cells.back().columns});
      }
      report_fit(grid.lay(spans), spans.size(), line);
    }
    if (grid.is_open()) report_open_span(header);
  }

  model::HeaderCell read_header_cell(const JsonNode& node) {
    if (node.is_text()) return {node.text, 1, 1};
    if (!is_object(node, "header", {"text", "rows", "columns"})) return {"", 1, 1};
    return {text(node, "text"), span(node, "rows"), span(node, "columns")};
  }

  void read_rows(const JsonNode& rows, Band& band) {
    SpanGrid grid(band.columns.size());
    for (const JsonNode& row : rows.items) {
      if (is_object(row, "rows", {"id", "level", "role", "breakdown", "note", "cells"}))
        band.rows.push_back(read_row(row, grid));
    }
    if (grid.is_open()) report_open_span(rows);
  }

  Row read_row(const JsonNode& node, SpanGrid& grid) {
    Row row;
    row.line = node.line;
    row.id = text::trim(text(node, "id"));
    row.note = text(node, "note");
    if (const JsonNode* level = node.find("level"))
      row.level = row_level(text(node, "level"), place(*level), sink());
    if (const JsonNode* role = node.find("role"))
      row.role = row_role(text(node, "role"), place(*role), sink());
    if (const JsonNode* value = node.find("breakdown"))
      row.breakdown = breakdown(text(node, "breakdown"), place(*value), sink());
    const JsonNode* cells = array(node, "cells");
    place_cells(cells == nullptr ? std::vector<JsonNode>() : cells->items, node, grid, row);
    return row;
  }

  /// Puts the written cells into the columns that no span covers.
  void place_cells(const std::vector<JsonNode>& nodes, const JsonNode& row_node, SpanGrid& grid, Row& row) {
    std::vector<Cell> written;
    std::vector<Span> spans;
    for (const JsonNode& node : nodes) {
      written.push_back(read_cell(node));
      spans.push_back({written.back().rows, written.back().columns});
    }
    const SpanGrid::Row laid = grid.lay(spans);
    for (const auto& index : laid.cells) {
      Cell& cell = row.cells.emplace_back();
      if (index) {
        cell = std::move(written[*index]);
      } else {
        cell.covered = true;
        cell.line = row_node.line;
      }
    }
    report_fit(laid, nodes.size(), row_node);
  }

  void report_fit(const SpanGrid::Row& laid, std::size_t found, const JsonNode& row) {
    if (laid.fits) return;
    sink().error("N104", {file(), row.line, 0},
                 {fmt::format("这一行有 {} 格，应有 {} 格", found, laid.expected),
                  fmt::format("this row has {} cells, {} were expected", found, laid.expected)},
                 {"被合并单元格盖住的格不写，其余每列一格；跨列不能超出表的宽度",
                  "leave out cells that a span covers, write one for every other column, and keep spans "
                  "inside the table"});
  }

  void report_open_span(const JsonNode& rows) {
    sink().error("N104", place(rows), {"有单元格跨行超出最后一行", "a cell spans more rows than there are"},
                 {"减小它的 rows", "make its rows smaller"});
  }

  Cell read_cell(const JsonNode& node) {
    if (node.kind == Kind::null) return make_cell("", node.line, node.column);
    if (node.is_text()) return make_cell(node.text, node.line, node.column);
    if (node.kind != Kind::object) {
      wrong_type(node, "cells", "文字、数、null 或对象 {…}", "text, a number, null or an object {…}");
      return make_cell("", node.line, node.column);
    }
    is_object(node, "cells", {"text", "rows", "columns", "items", "header"});
    Cell cell = make_cell(text(node, "text"), node.line, node.column);
    cell.rows = span(node, "rows");
    cell.columns = span(node, "columns");
    if (const JsonNode* header = node.find("header")) cell.header = header->text == "true";
    if (node.find("items") != nullptr) {
      cell.items = texts(node, "items");
      cell.value = model::read_value(fmt::format("{}", fmt::join(cell.items, "\n")));
    }
    return cell;
  }

  std::size_t cells_ = 0;  ///< of all bands
};

}  // namespace

std::optional<model::Table> read_json_table(const std::string& text, const std::string& file,
                                            DiagnosticSink& sink) {
  const auto root = parse_json(text, file, sink);
  if (!root) return std::nullopt;
  return TableJsonReader(file, sink).read(*root);
}

}  // namespace nianbao::source
