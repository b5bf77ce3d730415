#pragma once

#include <optional>

#include "compose/major_pages.h"

namespace nianbao::compose {

inline constexpr std::string_view partners_address = "partners/index.html";

/// The newest report of a school that names partners or services; null when none does.
const ReportSummary* newest_partners(const Portal& portal, const model::Organisation& school);

/// Whether a report names partners, or what is offered to employers.
bool has_partner_page(const Portal& portal);

/// Addresses of the pages of majors, by name.
using MajorAddresses = std::map<std::string, std::string, std::less<>>;
MajorAddresses major_addresses(const std::vector<MajorEntry>& entries);

/// "现代学徒制", "实训基地": what a row's column of kinds names.
std::vector<std::string> kinds_of_cooperation(const NamedFacts& row);

/// What a row says of a partner, a line for each column; majors lead to their pages.
std::vector<CardsView::Detail> row_details(const NamedFacts& row, const MajorAddresses& majors);

/// Kinds of cooperation, which schools cooperate in them; enterprises with the schools they work with and
/// what is said of it, by pinyin; what the schools offer to employers; whom to call. From the newest report
/// of each school that names its partners. None when no report does.
std::optional<Page> partner_page(const Portal& portal);

}  // namespace nianbao::compose
