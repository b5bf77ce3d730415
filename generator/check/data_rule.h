#pragma once

#include "check/check.h"

namespace nianbao::check {

/// The tables, columns, rows and cases that blocks and settings name.
void check_named_data(const model::Report& report, DiagnosticSink& sink);

/// Sums: children of an exclusive breakdown, and rows marked as totals.
void check_sums(const model::Report& report, DiagnosticSink& sink);

}  // namespace nianbao::check
