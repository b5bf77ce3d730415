#include "compose/table_grid.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace nianbao::compose {
namespace {

using model::Band;
using model::Cell;
using model::ColumnRole;
using model::ValueState;

std::string_view state_name(ValueState state) {
  switch (state) {
    case ValueState::not_applicable:
      return "not-applicable";
    case ValueState::missing:
      return "missing";
    case ValueState::approximate:
      return "approximate";
    case ValueState::withheld:
      return "withheld";
    default:
      return "";
  }
}

std::vector<std::size_t> chosen_columns(const Band& band, const std::vector<std::string>& names) {
  std::vector<std::size_t> chosen;
  for (const std::string& name : names) {
    if (const auto column = model::find_column(band, name)) chosen.push_back(*column);
  }
  if (chosen.empty()) {
    chosen.resize(band.columns.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  }
  return chosen;
}

std::vector<std::size_t> chosen_rows(const Band& band, const std::vector<std::string>& names) {
  std::vector<std::size_t> chosen;
  for (const std::string& name : names) {
    const auto found = model::find_rows(band, name);
    chosen.insert(chosen.end(), found.begin(), found.end());
  }
  if (names.empty()) {
    chosen.resize(band.rows.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  }
  return chosen;
}

class GridMaker {
 public:
  GridMaker(const TableSelection& selection, const text::Strings& strings)
      : selection_(selection), strings_(strings) {}

  TableGrid make(const model::Table& table) {
    TableGrid grid;
    for (const Band& band : table.bands) grid.bands.push_back(make_band(band));
    const std::pair<std::string_view, std::string_view> legends[] = {
        {"not-applicable", "legend_not_applicable"},
        {"missing", "legend_missing"},
        {"approximate", "legend_approximate"},
        {"withheld", "legend_withheld"}};
    for (const auto& [state, key] : legends) {
      if (states_.contains(state)) grid.legend.emplace_back(strings_[key]);
    }
    return grid;
  }

 private:
  TableBand make_band(const Band& band) {
    TableBand out;
    const auto columns = chosen_columns(band, selection_.columns);
    const bool whole = columns.size() == band.columns.size();
    if (whole && !band.header.empty()) {
      for (const auto& line : band.header) out.header.push_back(header_row(line));
    } else {
      TableRow row;
      for (const std::size_t c : columns)
        row.cells.push_back(header_cell(band.columns[c].title, band.columns[c].role == ColumnRole::number));
      out.header.push_back(std::move(row));
    }
    int level_before = 0;
    for (const std::size_t r : chosen_rows(band, selection_.rows)) {
      out.body.push_back(body_row(band, band.rows[r], columns, level_before));
      level_before = band.rows[r].level;
    }
    return out;
  }

  static TableCell header_cell(const std::string& text, bool number) {
    TableCell cell;
    cell.text = text;
    cell.header = true;
    cell.number = number;
    return cell;
  }

  static TableRow header_row(const std::vector<model::HeaderCell>& line) {
    TableRow row;
    for (const auto& header : line) {
      TableCell cell = header_cell(header.text, false);
      cell.rows = header.rows;
      cell.columns = header.columns;
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  TableRow body_row(const Band& band, const model::Row& row, const std::vector<std::size_t>& columns,
                    int level_before) {
    TableRow out;
    out.level = row.level;
    out.total = row.role == model::RowRole::total;
    out.group = row.role == model::RowRole::group;
    for (const std::size_t c : columns) {
      if (c >= row.cells.size() || row.cells[c].covered) continue;
      TableCell cell = body_cell(band.columns[c].role, row.cells[c]);
      const bool first_child = row.level > level_before && band.columns[c].role == ColumnRole::label;
      if (first_child && !cell.text.starts_with("其中")) cell.text.insert(0, "其中：");
      out.cells.push_back(std::move(cell));
    }
    return out;
  }

  TableCell body_cell(ColumnRole role, const Cell& cell) {
    TableCell out;
    const bool figure = role == ColumnRole::number || role == ColumnRole::sample;
    out.text = cell.value.state == ValueState::withheld ? std::string(strings_["value_withheld"])
                                                        : cell.value.printed;
    out.items = cell.items;
    out.rows = cell.rows;
    out.columns = cell.columns;
    out.header = cell.header || role == ColumnRole::label;
    out.number = figure && cell.value.state != ValueState::text;
    const bool stated = figure || cell.value.state == ValueState::withheld;
    if (stated) out.state = state_name(cell.value.state);
    if (!out.state.empty()) states_.insert(out.state);
    return out;
  }

  const TableSelection& selection_;
  const text::Strings& strings_;
  std::set<std::string, std::less<>> states_;
};

void append_field(std::string& out, std::string_view text) {
  const bool quoted = text.find_first_of(",\"\n\r") != std::string_view::npos;
  if (!quoted) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

TableGrid make_grid(const model::Table& table, const TableSelection& selection,
                    const text::Strings& strings) {
  return GridMaker(selection, strings).make(table);
}

TableGrid make_grid(const std::vector<std::vector<std::string>>& rows) {
  TableGrid grid;
  TableBand& band = grid.bands.emplace_back();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    TableRow row;
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      TableCell cell;
      cell.text = rows[r][c];
      cell.header = r == 0 || c == 0;
      cell.number = c > 0;
      row.cells.push_back(std::move(cell));
    }
    (r == 0 ? band.header : band.body).push_back(std::move(row));
  }
  return grid;
}

std::string make_csv(const model::Table& table) {
  std::string out = "\xEF\xBB\xBF";
  for (const Band& band : table.bands) {
    for (std::size_t c = 0; c < band.columns.size(); ++c) {
      if (c > 0) out += ',';
      append_field(out, band.columns[c].title);
    }
    out += "\r\n";
    for (const auto& row : band.rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (c > 0) out += ',';
        append_field(out, row.cells[c].value.printed);
      }
      out += "\r\n";
    }
  }
  return out;
}

}  // namespace nianbao::compose
