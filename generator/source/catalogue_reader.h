#pragma once

#include "model/catalogue.h"
#include "source/project_files.h"

namespace nianbao::source {

/// The catalogue of the program (catalogue/indicators.toml) with what a project adds to it in its
/// indicators.toml: new indicators, and more aliases, other definitions or plain words for known ones.
model::Catalogue read_catalogue(const ProjectFiles& files, DiagnosticSink& sink);
/// The program's alone.
model::Catalogue standard_catalogue();

}  // namespace nianbao::source
