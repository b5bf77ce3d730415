#pragma once

#include "check/check.h"

namespace nianbao::check {

/// Sums within tables, of rows that say how they belong together. Nothing is taken for a sum that was not
/// declared:
/// - `@breakdown` exclusive: the parts of a row sum to it; partial: they are no more than it; overlapping:
/// each of them is no
///   more than it;
/// - `@role` total: the rows above (or, where the total comes first, below) sum to it, unless it is
///   overlapping or partial.
/// Rates, means and rows of other units are no parts; cells that state no number leave a sum open; decimals
/// may be rounded.
void check_sums(const model::Report& report, DiagnosticSink& sink);

/// Whether a column or a row holds rates, means or ratios, which never sum: 去向落实率, 生师比, 人均….
bool is_rate(std::string_view title, std::string_view unit);

}  // namespace nianbao::check
