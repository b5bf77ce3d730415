#include "compose/table_grid.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
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
  if (names.empty()) {
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

/// Which cell each place of a band shows: the one that stands there, or the merged one that lies over it.
class Cover {
 public:
  using Cell = std::pair<std::size_t, std::size_t>;  ///< row and column

  explicit Cover(const Band& band) : width_(band.columns.size()) {
    for (std::size_t r = 0; r < band.rows.size(); ++r) {
      const auto& cells = band.rows[r].cells;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        if (cells[c].rows > 1 || cells[c].columns > 1) lay(band, r, c);
      }
    }
  }

  Cell at(std::size_t row, std::size_t column) const {
    const auto merged = merged_.find(row * width_ + column);
    return merged == merged_.end() ? Cell{row, column} : merged->second;
  }

 private:
  void lay(const Band& band, std::size_t row, std::size_t column) {
    const Cell at{row, column};
    const auto& cell = band.rows[row].cells[column];
    const std::size_t bottom = std::min(row + static_cast<std::size_t>(cell.rows), band.rows.size());
    const std::size_t right = std::min(column + static_cast<std::size_t>(cell.columns), width_);
    for (std::size_t r = row; r < bottom; ++r) {
      for (std::size_t c = column; c < right && c < band.rows[r].cells.size(); ++c) {
        if (band.rows[r].cells[c].covered) merged_.emplace(r * width_ + c, at);
      }
    }
  }

  std::size_t width_;
  std::map<std::size_t, Cell> merged_;
};

/// The nearest row above `row` that is less deep.
std::optional<std::size_t> parent_of(const Band& band, std::size_t row) {
  for (std::size_t r = row; r-- > 0;) {
    if (band.rows[r].level < band.rows[row].level) return r;
  }
  return std::nullopt;
}

class GridMaker {
 public:
  GridMaker(const TableSelection& selection, const text::Strings& strings, int small_counts_below)
      : selection_(selection), strings_(strings), small_counts_below_(small_counts_below) {}

  TableGrid make(const model::Table& table) {
    TableGrid grid;
    for (const Band& band : table.bands) {
      const auto columns = chosen_columns(band, selection_.columns);
      const auto rows = chosen_rows(band, selection_.rows);
      const bool named =
          (selection_.columns.empty() || !columns.empty()) && (selection_.rows.empty() || !rows.empty());
      if (named) grid.bands.push_back(make_band(band, columns, rows));
    }
    const std::pair<std::string_view, std::string_view> legends[] = {
        {"not-applicable", "legend_not_applicable"},
        {"missing", "legend_missing"},
        {"approximate", "legend_approximate"},
        {"withheld", "legend_withheld"}};
    for (const auto& [state, key] : legends) {
      if (states_.contains(state)) grid.legend.emplace_back(strings_[key]);
    }
    if (has_small_counts_)
      grid.legend.push_back(strings_.format("legend_small_counts", {std::to_string(small_counts_below_)}));
    return grid;
  }

 private:
  TableBand make_band(const Band& band, const std::vector<std::size_t>& columns,
                      const std::vector<std::size_t>& rows) {
    TableBand out;
    const bool in_order = std::is_sorted(columns.begin(), columns.end(), std::less_equal<>());
    const bool whole = in_order && columns.size() == band.columns.size();
    if (whole && !band.header.empty()) {
      for (const auto& line : band.header) out.header.push_back(header_row(line));
    } else {
      TableRow row;
      for (const std::size_t c : columns)
        row.cells.push_back(header_cell(band.columns[c].title, band.columns[c].role == ColumnRole::number));
      out.header.push_back(std::move(row));
    }
    const Cover cover(band);
    for (std::size_t i = 0; i < rows.size(); ++i) out.body.push_back(body_row(band, cover, columns, rows, i));
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

  /// The row printed at `i`. A cell that lies over several places is printed at the first, as large as they
  /// are.
  TableRow body_row(const Band& band, const Cover& cover, const std::vector<std::size_t>& columns,
                    const std::vector<std::size_t>& rows, std::size_t i) {
    const model::Row& row = band.rows[rows[i]];
    TableRow out;
    out.level = row.level;
    out.total = row.role == model::RowRole::total;
    out.group = row.role == model::RowRole::group;
    const bool first_child = i > 0 && parent_of(band, rows[i]) == rows[i - 1];
    const auto shown = [&](std::size_t r, std::size_t c) { return cover.at(rows[r], columns[c]); };
    for (std::size_t j = 0; j < columns.size(); ++j) {
      const Cover::Cell at = shown(i, j);
      const bool is_new = (i == 0 || shown(i - 1, j) != at) && (j == 0 || shown(i, j - 1) != at);
      if (!is_new || at.second >= band.rows[at.first].cells.size()) continue;
      TableCell cell = body_cell(band.columns[at.second].role, band.rows[at.first].cells[at.second]);
      std::size_t below = i + 1, right = j + 1;
      while (below < rows.size() && shown(below, j) == at) ++below;
      while (right < columns.size() && shown(i, right) == at) ++right;
      cell.rows = static_cast<int>(below - i);
      cell.columns = static_cast<int>(right - j);
      const bool leads = first_child && band.columns[columns[j]].role == ColumnRole::label;
      if (leads && !cell.text.starts_with("其中")) cell.text.insert(0, "其中：");
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
    out.header = cell.header || role == ColumnRole::label;
    out.number = figure && cell.value.state != ValueState::text;
    const bool stated = figure || cell.value.state == ValueState::withheld;
    if (stated) out.state = state_name(cell.value.state);
    if (cell.value.kept_back) {
      has_small_counts_ = true;
    } else if (!out.state.empty()) {
      states_.insert(out.state);
    }
    return out;
  }

  const TableSelection& selection_;
  const text::Strings& strings_;
  int small_counts_below_;
  std::set<std::string, std::less<>> states_;
  bool has_small_counts_ = false;
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

TableGrid make_grid(const model::Table& table, const TableSelection& selection, const text::Strings& strings,
                    int small_counts_below) {
  return GridMaker(selection, strings, small_counts_below).make(table);
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

std::string make_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) out += ',';
      append_field(out, row[c]);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace nianbao::compose
