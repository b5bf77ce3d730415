#pragma once

#include <string>

#include "compose/page.h"
#include "model/labels.h"
#include "model/site.h"

/// Structured data for search engines (JSON-LD, schema.org vocabulary), as finished JSON.
namespace nianbao::compose {

std::string report_json_ld(const model::ReportSettings& report, const model::Organisation& issuer,
                           const model::Site& site, std::string_view address);
std::string organisation_json_ld(const model::Organisation& organisation, const model::Site& site);
std::string dataset_json_ld(const model::Target& table, const model::ReportSettings& report,
                            const model::Organisation& issuer, const model::Site& site,
                            std::string_view address);
std::string website_json_ld(const model::Site& site);

ContactView contact_view(const model::Organisation& organisation);

}  // namespace nianbao::compose
