#pragma once

#include <string>

#include "model/table.h"

namespace nianbao::source {

/// Column facts that a header's words give: the unit in brackets at its end, the year it names, usual roles
/// (单位, 指标).
void infer_from_title(model::Column& column);

/// Which columns hold numbers, and which cells of those are written badly. A column whose role was stated is
/// not guessed.
void infer_roles(model::Band& band, const std::vector<bool>& stated, DiagnosticSink& sink);

/// The label of each row: its text in the first label column.
void name_rows(model::Band& band);

/// A cell from its text; line breaks make a list.
model::Cell make_cell(std::string_view text, const Place& place);

/// Ids that stand twice in a table are reported.
void report_duplicate_rows(const model::Table& table, DiagnosticSink& sink);

model::RowRole row_role(std::string_view text, const Place& place, DiagnosticSink& sink);
model::Breakdown breakdown(std::string_view text, const Place& place, DiagnosticSink& sink);
std::optional<model::ColumnRole> column_role(std::string_view text, const Place& place, DiagnosticSink& sink);
/// "0" to "3".
int row_level(std::string_view text, const Place& place, DiagnosticSink& sink);

/// "data/majors.csv" -> "majors".
std::string table_id(std::string_view file);

}  // namespace nianbao::source
