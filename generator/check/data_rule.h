#pragma once

#include "check/check.h"

namespace nianbao::check {

/// The tables, columns, rows and cases that blocks and settings name.
void check_named_data(const model::Report& report, DiagnosticSink& sink);

}  // namespace nianbao::check
