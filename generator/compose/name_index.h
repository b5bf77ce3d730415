#pragma once

#include "compose/organisation_pages.h"

namespace nianbao::compose {

inline constexpr std::string_view name_index_address = "names.html";

/// All majors, organisations, cases and key figures of the portal by the letters of their pinyin, each with
/// the place it belongs to: what can be looked up without a script. Majors and key figures are those of the
/// newest report that has them, cases those of all reports.
Page name_index_page(const Portal& portal);

}  // namespace nianbao::compose
