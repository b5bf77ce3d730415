#pragma once

#include <optional>

#include "model/table.h"

/// The steering words of a table, as CSV and JSON write them. Anything else is reported and taken as not
/// said.
namespace nianbao::source {

model::RowRole row_role(std::string_view text, const Place& place, DiagnosticSink& sink);
model::Breakdown breakdown(std::string_view text, const Place& place, DiagnosticSink& sink);
std::optional<model::ColumnRole> column_role(std::string_view text, const Place& place, DiagnosticSink& sink);
/// "0" to "3".
int row_level(std::string_view text, const Place& place, DiagnosticSink& sink);

}  // namespace nianbao::source
