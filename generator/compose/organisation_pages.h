#pragma once

#include <vector>

#include "compose/indicator_book.h"
#include "compose/summary.h"

namespace nianbao::compose {

/// What the pages above the reports are made from: the tree of organisations and the summaries of their
/// reports.
struct Portal {
  const model::Site& site;
  const Summaries& summaries;
  const text::Strings& strings;
  DiagnosticSink& sink;
  IndicatorBook indicators = IndicatorBook(site, summaries);
  /// The city of a school whose site stands by itself: its schools are in `indicators`, its pages are not
  /// published here. Null: the site has all that it speaks of.
  const model::Organisation* city_elsewhere = nullptr;
};

/// What an organisation is called where there is little room.
inline const std::string& short_name(const model::Organisation& organisation) {
  return organisation.short_name.empty() ? organisation.name : organisation.short_name;
}

/// How many schools and reports there are in a place: "3 所学校", "4 份报告".
std::vector<std::string> counts_below(const text::Strings& strings, const model::Organisation& place);

/// Where to find a page of the city that a school is looked at beside: in this site, or in the portal that
/// the site is a part of. Empty when that stands nowhere.
std::string page_of_city(const Portal& portal, std::string address);

/// The home of a school, a city or a province.
Page organisation_page_of(const Portal& portal, const model::Organisation& organisation,
                          const std::vector<const model::Organisation*>& parents);

}  // namespace nianbao::compose
