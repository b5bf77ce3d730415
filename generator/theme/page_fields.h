#pragma once

#include "theme/component_fields.h"
#include "theme/fields.h"

namespace nianbao::theme {

/// Finished parts that the page's template puts in as they stand.
struct PageParts {
  std::string article_html;         ///< the components, printed
  std::string search_strings_json;  ///< texts for search.js; empty: no search on this page
};

/// Pages of a report hold the report's own words, all others the portal's.
inline bool is_of_report(const compose::Page& page) { return !page.report_title.empty(); }

/// The variables of the page's template.
Fields page_fields(const Surroundings& around, const PageParts& parts);

/// "school", "case-narrative": the page's kind as the style sheet and the scripts call it.
std::string_view kind_name(compose::PageKind kind);

}  // namespace nianbao::theme
