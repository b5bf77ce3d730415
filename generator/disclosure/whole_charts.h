#pragma once

#include "model/report.h"

namespace nianbao::disclosure {

/// Withholds the small counts of a chart that is a whole Chart.js configuration, where it says that it counts
/// persons (`unit` in its "nianbao", or of the block) and its labels are not years; how many.
std::size_t withhold_in_configuration(model::ChartBlock& chart, int below);

/// Warns of whole configurations of which it cannot be told whether they show small counts of persons: no
/// unit is stated, or values are not plain numbers, one for each label.
void check_configurations(const model::Report& report, DiagnosticSink& sink);

}  // namespace nianbao::disclosure
