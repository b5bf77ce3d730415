#pragma once

#include <string>

#include "compose/page.h"

namespace nianbao::tests {

/// A grid as lines of text: "*" before header cells, "#" before numbers, "{state}" and "<rows x columns>"
/// behind,
/// ">" for each level of a row, "=" before totals, "@" before groups, "---" under the header.
std::string printed(const compose::TableGrid& grid);

/// Items as "level label title -> address", one a line.
std::string printed(const compose::ListView& list);

}  // namespace nianbao::tests
