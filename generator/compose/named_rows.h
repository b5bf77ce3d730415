#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/page.h"

namespace nianbao::compose {

/// A row of a table that is about one thing of a name: a major, an indicator.
struct NamedRow {
  std::string_view kind;  ///< "major", "indicator"
  std::string name;
  std::string text;  ///< its other cells under their headings, a line each
};

/// The rows of tables whose header has a column of majors or indicators; none of other tables.
std::vector<NamedRow> named_rows(const TableGrid& grid);

}  // namespace nianbao::compose
