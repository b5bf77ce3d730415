#pragma once

#include <string_view>

#include "search/search.h"
#include "search/store.h"

namespace nianbao::search {

/// One question, from words to an answer.
Answer answer_question(Store& store, std::string_view query, std::size_t limit, const Options& options);

}  // namespace nianbao::search
