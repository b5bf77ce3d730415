#pragma once

#include <string>

#include "model/table.h"

namespace nianbao::source {

/// The label of each row: its text in the first label column; where that is empty or lies under a span, its
/// first text.
void name_rows(model::Band& band);

/// A cell from its text; line breaks make a list.
model::Cell make_cell(std::string_view text, int line, int column);

/// Ids that stand twice in a band are reported.
void report_duplicate_rows(const model::Table& table, DiagnosticSink& sink);

/// Most columns and cells of one table: far above any report's, and what an office PC still holds in memory.
constexpr std::size_t most_columns = 1000;
constexpr std::size_t most_cells = 2'000'000;
bool exceeds_limits(std::size_t columns, std::size_t rows);
void report_table_size(const std::string& file, DiagnosticSink& sink);

/// "data/majors.csv" -> "majors".
std::string table_id(std::string_view file);

}  // namespace nianbao::source
