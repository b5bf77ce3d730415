#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/page.h"
#include "theme/language.h"

namespace nianbao::theme {

/// Entries with levels as nested lists of links, addresses relative to the page at `from`. A level that jumps
/// by more than one opens one list only. Empty when there are no entries.
std::string outline_html(const std::vector<compose::NavigationItem>& items, std::string_view from,
                         const LanguageMarks& marks = LanguageMarks("zh-CN"));
std::string outline_html(const std::vector<compose::ListView::Item>& items, std::string_view from,
                         const LanguageMarks& marks = LanguageMarks("zh-CN"));

}  // namespace nianbao::theme
