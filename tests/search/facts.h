#pragma once

#include <vector>

#include "search/search.h"

namespace nianbao::search {

/// An index of one page with facts about two schools and their city.
std::vector<File> index_with_facts(const Sizes& sizes);

}  // namespace nianbao::search
