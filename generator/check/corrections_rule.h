#pragma once

#include "check/check.h"

namespace nianbao::check {

/// The datum that a correction names is there, and is what the last correction of it says.
void check_corrections(const model::Report& report, DiagnosticSink& sink);

}  // namespace nianbao::check
