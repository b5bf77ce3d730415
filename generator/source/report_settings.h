#pragma once

#include <optional>

#include "model/catalogue.h"
#include "model/report.h"
#include "source/project_files.h"

namespace nianbao::source {

/// Reads what report.toml says about the report itself (not its parts).
std::optional<model::ReportSettings> read_report_settings(const ProjectFiles& files,
                                                          const std::string& folder,
                                                          const std::string& address,
                                                          const model::Catalogue& catalogue,
                                                          DiagnosticSink& sink);

}  // namespace nianbao::source
