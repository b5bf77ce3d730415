#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compose/narrative_view.h"
#include "model/site.h"

namespace nianbao::cli {

/// What is built: the whole portal, or the site of one organisation: itself with all below it, under the
/// addresses they have in the portal.
struct PartOfSite {
  model::Site site;
  compose::Elsewhere elsewhere;
  const model::Organisation* city = nullptr;  ///< in the whole site: of a part that is one school
};

/// The whole site if `organisation` is empty. Nothing, and reported, when the portal has no such
/// organisation. `base_url` is where the site will stand, instead of what site.toml says; a part has no
/// other, and links to the portal's.
std::optional<PartOfSite> part_of(const model::Site& whole, const std::string& organisation,
                                  const std::string& base_url, DiagnosticSink& sink);

/// Addresses of all organisations that have a report of their own, parents first.
std::vector<std::string> organisations_with_reports(const model::Site& site);

}  // namespace nianbao::cli
