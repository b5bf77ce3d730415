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
};

/// What an organisation is called where there is little room.
inline const std::string& short_name(const model::Organisation& organisation) {
  return organisation.short_name.empty() ? organisation.name : organisation.short_name;
}

/// The home of a school, a city or a province.
Page organisation_page_of(const Portal& portal, const model::Organisation& organisation,
                          const std::vector<const model::Organisation*>& parents);

}  // namespace nianbao::compose
