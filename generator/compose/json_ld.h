#pragma once

#include <string>

#include "compose/page.h"
#include "model/labels.h"
#include "model/site.h"

/// Structured data for search engines (JSON-LD, schema.org vocabulary), as finished JSON.
namespace nianbao::compose {

/// `has_data`: the report's tables can be had as a whole, and are a Dataset of it.
std::string report_json_ld(const model::ReportSettings& report, const model::Organisation& issuer,
                           const model::Site& site, std::string_view address, bool has_data = false);
std::string organisation_json_ld(const model::Organisation& organisation, const model::Site& site);
/// `data`: id of the data that the table prints.
std::string dataset_json_ld(const model::Target& table, const model::ReportSettings& report,
                            const model::Organisation& issuer, const model::Site& site,
                            std::string_view address, std::string_view data = "");
std::string website_json_ld(const model::Site& site);

ContactView contact_view(const model::Organisation& organisation);

}  // namespace nianbao::compose
