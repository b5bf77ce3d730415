#pragma once

#include <vector>

#include "compose/page.h"
#include "search/search.h"

namespace nianbao::compose {

/// What can be found on a page: one entry for each section, table and chart, with everything a reader can see
/// there.
std::vector<search::Entry> search_entries(const Page& page);

}  // namespace nianbao::compose
