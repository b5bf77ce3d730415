#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// "a/compare.html": schools of a city side by side, as a reader chooses them.
std::string compare_page(std::string_view city_address);

/// The way there from the page at `from`, with a school chosen; empty where there is none.
std::string way_to_compare(const Portal& portal, std::string_view from, const model::Organisation& city,
                           const model::Organisation& school);

/// Whether a city has one: when two of its schools state one of the indicators that are compared.
bool has_compare_page(const Portal& portal, const model::Organisation& city);

/// The page and, beside it, the values for its script. Without the script it holds the key indicators of all
/// schools as a table, and links to the indicators. Schools stand in their order, never by value.
std::optional<Page> compare_page_of(const Portal& portal, const model::Organisation& city,
                                    const std::vector<const model::Organisation*>& parents);

}  // namespace nianbao::compose
