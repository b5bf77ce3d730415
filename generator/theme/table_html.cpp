#include "theme/table_html.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "text/escape.h"
#include "text/relative_address.h"
#include "text/utf8.h"

namespace nianbao::theme {
namespace {

using compose::TableBand;
using compose::TableCell;
using compose::TableGrid;
using compose::TableRow;

/// What a table is printed with besides its grid.
struct CellWording {
  const Strings& strings;
  LanguageMarks marks;
  std::string_view page;  ///< where links lead from
};

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

/// What the body tells about the columns of a band.
struct Columns {
  int naming = -1;            ///< names the rows: the first with a header cell; -1 when there is none
  std::vector<bool> numbers;  ///< hold figures: their headers are set right like the figures below them

  bool hold_numbers(int column, const TableCell& header) const {
    return header.columns == 1 && column < static_cast<int>(numbers.size()) && numbers[column];
  }
};

Columns columns_of(const TableBand& band) {
  Columns columns;
  ColumnCounter counter;
  for (const auto& row : band.body) {
    for (const auto& cell : row.cells) {
      const int column = counter.place(cell);
      if (cell.header && columns.naming < 0) columns.naming = column;
      if (static_cast<int>(columns.numbers.size()) <= column) columns.numbers.resize(column + 1);
      if (cell.number) columns.numbers[column] = true;
    }
    counter.next_row();
  }
  return columns;
}

/// Cells up to this width stay in one line where the column leaves room; in half-width characters, eight
/// Chinese ones.
constexpr int short_cell = 16;

int cell_width(const TableCell& cell) {
  return cell.items.empty() ? text::display_width(cell.text) : short_cell + 1;
}

/// Width a band needs when no short cell is broken and the long ones are: in half-width characters of a
/// table's type, the room between columns included.
int unbroken_width(const TableBand& band) {
  constexpr int room = 2;
  std::vector<int> widths;
  for (const auto* rows : {&band.header, &band.body}) {
    ColumnCounter counter;
    for (const auto& row : *rows) {
      for (const auto& cell : row.cells) {
        const auto column = static_cast<std::size_t>(counter.place(cell));
        if (widths.size() <= column) widths.resize(column + 1);
        if (cell.columns <= 1)
          widths[column] = std::max(widths[column], std::min(cell_width(cell), short_cell));
      }
      counter.next_row();
    }
  }
  int sum = 0;
  for (const int width : widths) sum += width + room;
  return sum;
}

/// Where the short cells of a table stay in one line: in the column of a text, on the wide pages only,
/// nowhere.
std::string_view room_class(const TableBand& band) {
  constexpr int text_column = 86, wide_page = 112;
  const int width = unbroken_width(band);
  return width <= text_column ? " class=\"roomy\"" : width <= wide_page ? " class=\"wider\"" : "";
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

void append_class(std::string& out, bool naming, bool number, bool is_long, std::string_view state) {
  if (!naming && !number && !is_long && state.empty()) return;
  std::string classes = naming ? "naming" : "";
  if (number) classes += classes.empty() ? "number" : " number";
  if (is_long) classes += classes.empty() ? "long" : " long";
  if (!state.empty()) classes.append(classes.empty() ? "" : " ").append(state);
  out += " class=\"";
  text::append_html(out, classes);
  out += '"';
}

void append_hidden(std::string& out, std::string_view key, const CellWording& wording) {
  out += "<span class=\"visually-hidden\"" + wording.marks.of_interface() + ">";
  text::append_html(out, wording.strings[key]);
  out += "</span>";
}

void append_content(std::string& out, const TableCell& cell, const CellWording& wording) {
  if (cell.state == "missing" && cell.text.empty()) return append_hidden(out, "value_missing", wording);
  if (cell.items.empty() && !cell.address.empty()) {
    out += "<a href=\"";
    text::append_html(out, text::relative_address(wording.page, cell.address));
    out += "\">";
    text::append_html(out, cell.text);
    out += "</a>";
  } else if (cell.items.empty()) {
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
  if (cell.state == "not-applicable") append_hidden(out, "value_not_applicable", wording);
}

/// A table is the report's; a header may be the interface's.
std::string header_language(const TableCell& cell, const LanguageMarks& marks) {
  const std::string mark = marks.of(cell.text);
  return mark == marks.of_interface() ? mark : "";
}

void append_cell(std::string& out, const TableCell& cell, bool in_header, int column, const Columns& columns,
                 const CellWording& wording) {
  const bool blank = cell.text.empty() && cell.items.empty();
  const bool heads = in_header ? !blank : cell.header;
  const bool number = in_header ? columns.hold_numbers(column, cell) : cell.number;
  out += heads ? "<th" : "<td";
  append_span(out, cell);
  if (heads) append_scope(out, cell, in_header);
  append_class(out, column == columns.naming, number, cell_width(cell) > short_cell, cell.state);
  if (in_header) out += header_language(cell, wording.marks);
  out += '>';
  append_content(out, cell, wording);
  out += heads ? "</th>" : "</td>";
}

void append_row_start(std::string& out, const TableRow& row) {
  std::string classes;
  if (row.level > 0) classes = fmt::format("level-{}", std::min(row.level, 3));
  if (row.total) classes += classes.empty() ? "total" : " total";
  if (row.group) classes += classes.empty() ? "group" : " group";
  out += classes.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", classes);
}

void append_rows(std::string& out, const std::vector<TableRow>& rows, bool in_header, const Columns& columns,
                 const CellWording& wording) {
  if (rows.empty()) return;
  out += in_header ? "<thead>" : "<tbody>";
  ColumnCounter counter;
  for (const auto& row : rows) {
    append_row_start(out, row);
    for (const auto& cell : row.cells)
      append_cell(out, cell, in_header, counter.place(cell), columns, wording);
    counter.next_row();
    out += "</tr>\n";
  }
  out += in_header ? "</thead>" : "</tbody>";
}

void append_legend(std::string& out, const std::vector<std::string>& legend, const LanguageMarks& marks) {
  if (legend.empty()) return;
  out += "<ul class=\"legend\"" + marks.of_interface() + ">";
  for (const auto& line : legend) {
    out += "<li>";
    text::append_html(out, line);
    out += "</li>";
  }
  out += "</ul>\n";
}

}  // namespace

void append_table(std::string& out, const TableGrid& grid, std::string_view name, const Strings& strings,
                  const LanguageMarks& marks, std::string_view page) {
  const CellWording wording{strings, marks, page};
  const bool wide = std::any_of(grid.bands.begin(), grid.bands.end(),
                                [](const TableBand& band) { return column_count(band) >= wide_from; });
  out += wide ? "<section class=\"table-region wide\" tabindex=\"0\" aria-label=\""
              : "<section class=\"table-region\" tabindex=\"0\" aria-label=\"";
  text::append_html(out, name);
  out += "\">\n";
  for (const auto& band : grid.bands) {
    const auto columns = columns_of(band);
    out.append("<table").append(room_class(band)).append(marks.of_content()).append(">");
    append_rows(out, band.header, true, columns, wording);
    append_rows(out, band.body, false, columns, wording);
    out += "</table>\n";
  }
  out += "</section>\n";
  append_legend(out, grid.legend, marks);
}

}  // namespace nianbao::theme
