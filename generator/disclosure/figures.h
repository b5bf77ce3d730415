#pragma once

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/site.h"

namespace nianbao::disclosure {

/// What an organisation states of an indicator for a year, in whichever report it is printed.
struct Figure {
  std::string organisation, indicator;  ///< address, id
  int year = 0;

  auto operator<=>(const Figure&) const = default;
};
using Figures = std::set<Figure>;

/// What the tables of a report call organisations below the one that issued it: names, as
/// `model::compared_name` compares them -> addresses.
using NamesBelow = std::map<std::string, std::vector<std::string>, std::less<>>;
/// Of each organisation that has some below it, by its address.
using OrganisationNames = std::map<std::string, NamesBelow, std::less<>>;
OrganisationNames names_of(const model::Site& site);

/// The organisation that issued a report: "a/b" of "a/b/2025".
std::string organisation_of(const model::ReportSettings& report);

/// The year that a title begins with, and what it says behind it: "2025年毕业生数" -> 2025, "毕业生数".
std::pair<std::optional<int>, std::string_view> year_and_title(std::string_view title);

}  // namespace nianbao::disclosure
