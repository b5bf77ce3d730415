#pragma once

#include <optional>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// Beside the folders of organisations, which have no dot in their names.
inline constexpr std::string_view corrections_page_address = "corrections.html";

/// A line for each correction: date, what, before, after, reason.
TableGrid corrections_grid(const std::vector<model::Correction>& corrections, const text::Strings& strings);

/// How many figures the reports of the portal have corrected.
std::size_t count_corrections(const Portal& portal);

/// All corrections of the portal by organisation and year; the organisation that corrected last comes first.
/// None when no report corrects anything.
std::optional<Page> corrections_page(const Portal& portal);

}  // namespace nianbao::compose
