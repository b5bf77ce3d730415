#pragma once

#include <string>
#include <vector>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// A school that offers a major, by its newest report that lists majors.
struct MajorOffer {
  const model::Organisation* school = nullptr;
  const model::Organisation* place = nullptr;  ///< city or province it belongs to; may be null
  const ReportSummary* report = nullptr;
  const Major* major = nullptr;  ///< its first row
  bool several = false;          ///< the report has a row for each of its directions
};

/// All that is known under one name of a major.
struct MajorEntry {
  std::string name, address;       ///< address of its page: "majors/660104.html"
  std::vector<MajorOffer> offers;  ///< each school once, in the order of the organisations
};

inline constexpr std::string_view majors_address = "majors/index.html";

/// The majors of the portal by pinyin. The address is made from the national code; two names of one code, or
/// a name without a code, get an address made from the name.
std::vector<MajorEntry> major_entries(const Portal& portal);

/// Whether a report lists majors.
bool has_major_pages(const Portal& portal);

/// A page for each major, and the list of all of them by category. None when no report lists majors.
std::vector<Page> major_pages(const Portal& portal);

/// Shorter names by which a major is asked for: 焊接技术应用 is 焊接技术 and 焊接, too.
std::vector<std::string> short_major_names(std::string_view name);

}  // namespace nianbao::compose
