#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/catalogue.h"
#include "model/report.h"

namespace nianbao::disclosure {

/// The text of a file of the project; nothing when it cannot be read.
using ReadText = std::function<std::optional<std::string>(const std::string& file)>;

/// Warns of withheld counts of persons that chapters, cases and texts of parts state all the same, typed and
/// not bound: the number with 人, 名 or 位 behind it, in one clause with the label of its row or a name of
/// its indicator. A sentence that names years has to name the count's, one without is taken for the report's
/// year. Where a table has several columns of numbers, what the column is called has to stand in the
/// sentence. Misses other wordings rather than warn without reason. Texts are read only where a report
/// withholds something.
void check_typed_counts(const model::Report& report, const model::Catalogue& catalogue, const ReadText& read,
                        DiagnosticSink& sink);

}  // namespace nianbao::disclosure
