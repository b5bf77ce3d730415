#pragma once

#include <vector>

#include "compose/summary.h"

namespace nianbao::compose {

/// What the pages above the reports are made from: the tree of organisations and the summaries of their
/// reports.
struct Portal {
  const model::Site& site;
  const Summaries& summaries;
  const text::Strings& strings;
  DiagnosticSink& sink;
};

Page portal_page(const Portal& portal);
Page organisation_page_of(const Portal& portal, const model::Organisation& organisation,
                          const std::vector<const model::Organisation*>& parents);
Page search_page(const Portal& portal);
Page not_found_page(const Portal& portal);

}  // namespace nianbao::compose
