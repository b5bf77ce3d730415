#pragma once

#include "compose/page.h"
#include "diagnostics/diagnostic.h"
#include "model/report.h"

namespace nianbao::compose {

/// The Chart.js configuration a chart block stands for, as JSON text. The SVG and the interactive view are
/// both made from it. Empty when the block names data that are not there (which the checks report).
std::string chart_configuration(const model::ChartBlock& block, const std::vector<model::Table>& tables,
                                std::string_view title, std::string_view lang);

/// The finished view: SVG, configuration, finding, data table. Problems of the configuration are reported at
/// the block.
ChartView make_chart_view(const model::ChartBlock& block, const std::vector<model::Table>& tables,
                          std::string_view label, std::string_view title, std::string_view lang,
                          DiagnosticSink& sink);

}  // namespace nianbao::compose
