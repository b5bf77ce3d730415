#pragma once

#include <string>
#include <vector>

#include "search/store.h"

namespace nianbao::search {

/// Facts that answer a question of these folded words; docs/search-format.md, "Cards".
std::vector<Card> cards_for(Store& store, const std::vector<std::u32string>& words, const Filter& filter);

}  // namespace nianbao::search
