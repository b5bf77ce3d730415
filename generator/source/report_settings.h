#pragma once

#include <optional>

#include "model/report.h"
#include "model/site.h"
#include "source/fields.h"
#include "source/project_files.h"

namespace nianbao::source {

/// Reads what report.toml says about the report itself (not its parts). Of the site, the catalogue and the
/// settings must be known.
std::optional<model::ReportSettings> read_report_settings(const ProjectFiles& files,
                                                          const std::string& folder,
                                                          const std::string& address, const model::Site& site,
                                                          DiagnosticSink& sink);

/// `below` of a [small_counts] table.
int read_small_counts_below(Fields& fields, int otherwise);

}  // namespace nianbao::source
