#pragma once

#include "chart/chart.h"
#include "compose/chart_files.h"
#include "compose/page.h"
#include "diagnostics/diagnostic.h"
#include "model/report.h"

namespace nianbao::compose {

/// The Chart.js configuration a chart block stands for, as JSON text. The SVG and the interactive view are
/// both made from it. Empty when the block names data that are not there (which the checks report).
std::string chart_configuration(const model::ChartBlock& block, const std::vector<model::Table>& tables,
                                std::string_view title, std::string_view lang);

/// The finished view: SVG, configuration, finding, data table, addresses of its files. Problems of the
/// configuration are reported at the block.
ChartView make_chart_view(const model::ChartBlock& block, const std::vector<model::Table>& tables,
                          std::string_view label, std::string_view title, std::string_view lang,
                          DiagnosticSink& sink, const ChartOrigin& origin = {});

/// Width of the view box: a few categories, or bars that lie, fit a narrow picture, whose letters stay
/// readable on a phone; many categories side by side need a wide one, which a phone scrolls.
int picture_width(const chart::Chart& chart);

}  // namespace nianbao::compose
