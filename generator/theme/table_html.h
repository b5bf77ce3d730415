#pragma once

#include <string>
#include <string_view>

#include "compose/page.h"
#include "theme/language.h"
#include "theme/theme.h"

namespace nianbao::theme {

/// Appends a grid as HTML: a scrolling region named `name` with one <table> for each band, then the legend.
/// Cells are the report's words, headers may be the interface's. Header cells get their scope, numbers and
/// states their class, missing values a text for screen readers. `page` is the address that links lead from.
void append_table(std::string& out, const compose::TableGrid& grid, std::string_view name,
                  const Strings& strings, const LanguageMarks& marks = LanguageMarks("zh-CN"),
                  std::string_view page = {});

}  // namespace nianbao::theme
