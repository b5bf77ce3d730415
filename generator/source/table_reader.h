#pragma once

#include <optional>
#include <string>

#include "model/table.h"
#include "source/project_files.h"

namespace nianbao::source {

/// Reads every data file of `folder` (…/data): ID.csv with its ID.toml, and ID.json. Two files of one id are
/// reported.
std::vector<model::Table> read_tables(const ProjectFiles& files, const std::string& folder,
                                      DiagnosticSink& sink);

/// From text, for one file; `sidecar` is the text of ID.toml, empty when there is none.
std::optional<model::Table> read_csv_table(const std::string& text, const std::string& file,
                                           const std::string& sidecar, const std::string& sidecar_file,
                                           DiagnosticSink& sink);
std::optional<model::Table> read_json_table(const std::string& text, const std::string& file,
                                            DiagnosticSink& sink);

}  // namespace nianbao::source
