#pragma once

#include <string>
#include <vector>

#include "model/table.h"

namespace nianbao::source {

/// Column facts that a header's words give: the unit in brackets at its end, the year it names, usual roles
/// (单位, 指标).
void infer_from_title(model::Column& column);

/// Which columns hold numbers, and which cells of those are written badly; the first text column names the
/// rows. A column whose role was stated is not guessed, and any text in a stated number column is reported.
void infer_roles(model::Band& band, const std::vector<bool>& stated, const std::string& file,
                 DiagnosticSink& sink);

/// "15x3", "1O2", "12.3.4", "1,53", "1 533": slips of the keyboard. "1533人", "14.27:1", "4G", "2022-12-17"
/// are words of a report.
bool looks_like_bad_number(std::string_view printed);

}  // namespace nianbao::source
