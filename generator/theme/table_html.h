#pragma once

#include <string>
#include <string_view>

#include "compose/page.h"
#include "theme/theme.h"

namespace nianbao::theme {

/// Appends a grid as HTML: a scrolling region named `name` with one <table> for each band, then the legend.
/// Header cells get their scope, numbers and states their class, missing values a text for screen readers.
void append_table(std::string& out, const compose::TableGrid& grid, std::string_view name,
                  const Strings& strings);

}  // namespace nianbao::theme
