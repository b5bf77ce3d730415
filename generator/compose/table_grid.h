#pragma once

#include <string>
#include <vector>

#include "compose/page.h"
#include "model/table.h"
#include "text/strings.h"

namespace nianbao::compose {

/// Which part of a table is printed; empty lists mean all.
struct TableSelection {
  std::vector<std::string> columns, rows;
};

/// A table as a grid ready to be printed, with the legend of the value states that occur in it.
/// `small_counts_below` is what its legend says of small counts that were withheld.
TableGrid make_grid(const model::Table& table, const TableSelection& selection, const text::Strings& strings,
                    int small_counts_below);

/// Rows of text, the first row the header: a chart's data table.
TableGrid make_grid(const std::vector<std::vector<std::string>>& rows);

/// RFC 4180 with a byte order mark, so that Excel opens it as UTF-8. Bands follow each other.
std::string make_csv(const model::Table& table);
/// Rows of text in the same form.
std::string make_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace nianbao::compose
