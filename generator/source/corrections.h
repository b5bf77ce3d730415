#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/report.h"
#include "source/project_files.h"

namespace nianbao::source {

/// corrections.toml of a report's folder, newest first: which figures were published otherwise before. None
/// where there is no such file. Whether a datum is what a correction says is checked with the report.
///
///     [[corrections]]
///     date = "2026-03-02"
///     what = "毕业生人数"
///     address = "scorecard.graduates.2025"
///     before = "1530"
///     after = "1533"
///     reason = "漏计第二批毕业生"
std::vector<model::Correction> read_corrections(const ProjectFiles& files, const std::string& folder,
                                                DiagnosticSink& sink);

}  // namespace nianbao::source
