#pragma once

#include <string>
#include <vector>

#include "model/table.h"

namespace nianbao::compose {

/// A column as programs that read the CSV file have to know it.
struct DataColumn {
  std::string title, unit;
  std::string type;  ///< "integer", "number" where every value is one; "string" otherwise
  bool grouped = false, percent = false;  ///< how the numbers are written: 1,200 and 95.8%
  bool required = false, unique = false;  ///< of the column that names the rows
};

/// What the columns of a band hold. A single approximate figure (约1700) makes a column one of strings: the
/// figures stand as printed.
std::vector<DataColumn> data_columns(const model::Band& band);

/// What stands for no value in this band: empty, and the marks of what does not apply or is withheld.
std::vector<std::string> missing_marks(const model::Band& band);

}  // namespace nianbao::compose
