#pragma once

#include <optional>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

inline constexpr std::string_view partners_address = "partners/index.html";

/// The newest report of a school that names partners or services; null when none does.
const ReportSummary* newest_partners(const Portal& portal, const model::Organisation& school);

/// Whether a report names partners, or what is offered to employers.
bool has_partner_page(const Portal& portal);

/// Enterprises with the schools they work with and what is said of it, by pinyin; what the schools offer to
/// employers; whom to call. From the newest report of each school that names its partners. None when no
/// report does.
std::optional<Page> partner_page(const Portal& portal);

}  // namespace nianbao::compose
