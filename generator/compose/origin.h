#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/page.h"
#include "model/site.h"
#include "text/strings.h"

namespace nianbao::compose {

/// The names by which the search chooses pages of an organisation, the last of `line`, which begins at the
/// top: its nearest city (or province), and itself where it is a school. Empty where there is none.
std::pair<std::string, std::string> city_and_school(const std::vector<const model::Organisation*>& line);

/// Says on a page where it stands below the home of an organisation: whose it is, with its notice, the names
/// to choose it by, the way down from the portal's home.
void place_below(Page& page, const text::Strings& strings, const model::Organisation& organisation,
                 const std::vector<const model::Organisation*>& parents);

/// A page of the portal itself, right below its home; title and description by their keys.
Page page_below_home(PageKind kind, std::string_view address, const text::Strings& strings,
                     std::string_view title, std::string_view description);

/// The key of words that say 全市 of a city: of a province, "KEY_province".
std::string place_key(const model::Organisation& place, std::string_view key);

}  // namespace nianbao::compose
