#pragma once

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// The home of the whole portal: search, places, schools, the newest report of each.
Page portal_page(const Portal& portal);
Page search_page(const Portal& portal);
/// What a host shows for an address that is not there.
Page not_found_page(const Portal& portal);

/// Words to try a search with: the portal's own, or else the majors that most of its reports name.
std::vector<std::string> search_suggestions(const Portal& portal);

}  // namespace nianbao::compose
