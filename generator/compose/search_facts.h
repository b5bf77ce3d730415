#pragma once

#include <vector>

#include "compose/organisation_pages.h"
#include "search/search.h"

namespace nianbao::compose {

/// What the search answers at once: organisations, indicators with their values, majors with their schools.
struct SearchFacts {
  std::vector<search::Party> parties;
  std::vector<search::Subject> subjects;
};
SearchFacts search_facts(const Portal& portal);

}  // namespace nianbao::compose
