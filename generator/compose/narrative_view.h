#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/check.h"
#include "compose/chart_files.h"
#include "compose/page.h"
#include "model/labels.h"
#include "model/site.h"
#include "text/strings.h"

namespace nianbao::compose {

/// What references to other organisations and reports print.
using AddressTitles = std::map<std::string, std::string, std::less<>>;
AddressTitles address_titles(const model::Site& site);

/// Organisations and reports that a site of one organisation leaves out.
struct Elsewhere {
  std::set<std::string, std::less<>> addresses;
  std::string base_url;  ///< of the portal that has them; empty: they are named, not linked
};

/// Everything a narrative is rendered with.
struct Context {
  const model::Report& report;
  const model::ReportLabels& labels;
  const AddressTitles& titles;
  const text::Strings& strings;
  std::string_view lang;
  DiagnosticSink& sink;
  std::string_view notice = {};          ///< the organisation's warning
  bool png = false;                      ///< pictures of charts are written as PNG files, too
  const Elsewhere* elsewhere = nullptr;  ///< null: the site is whole
};

/// A narrative as components: prose, numbered headings, blocks. `page` is its address, from which links lead.
std::vector<Component> narrative_components(const Context& context, const model::Narrative& narrative,
                                            const model::NarrativeLabels& labels, std::string_view page);

/// One table or chart block, as it stands in a narrative or on a page of its own.
std::optional<TableView> table_view(const Context& context, const model::TableBlock& block,
                                    std::string_view label);
TableView appendix_view(const Context& context, const model::Table& table, std::string_view label);
ChartOrigin chart_origin(const Context& context);
ChartView chart_view(const Context& context, const model::ChartBlock& block, std::string_view label,
                     std::string_view title);

}  // namespace nianbao::compose
