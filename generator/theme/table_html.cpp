#include "theme/table_html.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "text/escape.h"

namespace nianbao::theme {
namespace {

using compose::TableBand;
using compose::TableCell;
using compose::TableGrid;
using compose::TableRow;

/// From so many columns on a table scrolls sideways with its first column standing still.
constexpr int wide_from = 6;

/// Walks the cells of a group of rows and tells the column each one stands in, spans from above included.
class ColumnCounter {
 public:
  void next_row() {
    for (auto& rows : covered_) rows = std::max(rows - 1, 0);
    column_ = 0;
  }
  int place(const TableCell& cell) {
    while (column_ < static_cast<int>(covered_.size()) && covered_[column_] > 0) ++column_;
    const int place = column_;
    column_ += std::max(cell.columns, 1);
    if (static_cast<int>(covered_.size()) < column_) covered_.resize(column_);
    std::fill(covered_.begin() + place, covered_.begin() + column_, std::max(cell.rows, 1));
    return place;
  }

 private:
  std::vector<int> covered_;  ///< by column: rows that a cell still covers, this one included
  int column_ = 0;
};

int column_count(const TableBand& band) {
  const auto& rows = band.header.empty() ? band.body : band.header;
  int columns = 0;
  if (!rows.empty())
    for (const auto& cell : rows.front().cells) columns += std::max(cell.columns, 1);
  return columns;
}

/// The column that names the rows: the first with a header cell in the body; -1 when there is none.
int naming_column(const TableBand& band) {
  ColumnCounter counter;
  for (const auto& row : band.body) {
    for (const auto& cell : row.cells)
      if (const int column = counter.place(cell); cell.header) return column;
    counter.next_row();
  }
  return -1;
}

void append_span(std::string& out, const TableCell& cell) {
  if (cell.rows > 1) out += fmt::format(" rowspan=\"{}\"", cell.rows);
  if (cell.columns > 1) out += fmt::format(" colspan=\"{}\"", cell.columns);
}

void append_scope(std::string& out, const TableCell& cell, bool in_header) {
  if (in_header)
    out += cell.columns > 1 ? " scope=\"colgroup\"" : " scope=\"col\"";
  else
    out += cell.rows > 1 ? " scope=\"rowgroup\"" : " scope=\"row\"";
}

void append_class(std::string& out, const TableCell& cell, bool naming) {
  std::string classes;
  const auto add = [&classes](std::string_view name) {
    if (!classes.empty()) classes += ' ';
    classes += name;
  };
  if (naming) add("naming");
  if (cell.number) add("number");
  if (!cell.state.empty()) add(cell.state);
  if (classes.empty()) return;
  out += " class=\"";
  text::append_html(out, classes);
  out += '"';
}

void append_hidden(std::string& out, std::string_view words) {
  out += "<span class=\"visually-hidden\">";
  text::append_html(out, words);
  out += "</span>";
}

void append_content(std::string& out, const TableCell& cell, const Strings& strings) {
  if (cell.state == "missing" && cell.text.empty()) return append_hidden(out, strings["value_missing"]);
  if (cell.items.empty()) {
    text::append_html(out, cell.text);
  } else {
    out += "<ul>";
    for (const auto& item : cell.items) {
      out += "<li>";
      text::append_html(out, item);
      out += "</li>";
    }
    out += "</ul>";
  }
  if (cell.state == "not-applicable") append_hidden(out, strings["value_not_applicable"]);
}

void append_cell(std::string& out, const TableCell& cell, bool in_header, bool naming,
                 const Strings& strings) {
  const bool heads = (in_header || cell.header) && !(in_header && cell.text.empty() && cell.items.empty());
  out += heads ? "<th" : "<td";
  append_span(out, cell);
  if (heads) append_scope(out, cell, in_header);
  append_class(out, cell, naming);
  out += '>';
  append_content(out, cell, strings);
  out += heads ? "</th>" : "</td>";
}

void append_row_start(std::string& out, const TableRow& row) {
  std::string classes;
  if (row.level > 0) classes = fmt::format("level-{}", std::min(row.level, 3));
  if (row.total) classes += classes.empty() ? "total" : " total";
  if (row.group) classes += classes.empty() ? "group" : " group";
  out += classes.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", classes);
}

void append_rows(std::string& out, const std::vector<TableRow>& rows, bool in_header, int naming,
                 const Strings& strings) {
  if (rows.empty()) return;
  out += in_header ? "<thead>" : "<tbody>";
  ColumnCounter counter;
  for (const auto& row : rows) {
    append_row_start(out, row);
    for (const auto& cell : row.cells)
      append_cell(out, cell, in_header, counter.place(cell) == naming, strings);
    counter.next_row();
    out += "</tr>\n";
  }
  out += in_header ? "</thead>" : "</tbody>";
}

void append_legend(std::string& out, const std::vector<std::string>& legend) {
  if (legend.empty()) return;
  out += "<ul class=\"legend\">";
  for (const auto& line : legend) {
    out += "<li>";
    text::append_html(out, line);
    out += "</li>";
  }
  out += "</ul>\n";
}

}  // namespace

void append_table(std::string& out, const TableGrid& grid, std::string_view name, const Strings& strings) {
  const bool wide = std::any_of(grid.bands.begin(), grid.bands.end(),
                                [](const TableBand& band) { return column_count(band) >= wide_from; });
  out += wide ? "<div class=\"table-region wide\" role=\"region\" tabindex=\"0\" aria-label=\""
              : "<div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"";
  text::append_html(out, name);
  out += "\">\n";
  for (const auto& band : grid.bands) {
    const int naming = naming_column(band);
    out += "<table>";
    append_rows(out, band.header, true, naming, strings);
    append_rows(out, band.body, false, naming, strings);
    out += "</table>\n";
  }
  out += "</div>\n";
  append_legend(out, grid.legend);
}

}  // namespace nianbao::theme
