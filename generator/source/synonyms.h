#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/project_files.h"

namespace nianbao::source {

/// synonyms.toml of a project: words of which each may stand for the others when somebody searches. None
/// where there is no such file.
///
///     [[synonyms]]
///     words = ["焊工", "焊接"]
std::vector<std::vector<std::string>> read_synonyms(const ProjectFiles& files, DiagnosticSink& sink);

}  // namespace nianbao::source
