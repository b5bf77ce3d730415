#pragma once

#include "model/site.h"
#include "source/project_files.h"

namespace nianbao::source {

/// Reads site.toml, the tree of organisations and the settings of every report; no chapter is read yet.
model::Site read_site(const ProjectFiles& files, DiagnosticSink& sink);

/// Reads one report: its parts, chapters, cases and tables of data.
model::Report read_report(const ProjectFiles& files, const model::ReportSettings& settings,
                          DiagnosticSink& sink);

/// Its settings and tables of data only: what is counted of a report that is not published.
model::Report read_data(const ProjectFiles& files, const model::ReportSettings& settings,
                        DiagnosticSink& sink);

}  // namespace nianbao::source
