#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/report.h"

namespace nianbao::compose {

/// A series with its values as printed.
struct DrawnSeries {
  std::string label, stack = {};
  std::string type = {}, axis = {};  ///< as model::ChartSeries has them
  std::string unit = {};
  std::vector<model::Value> values = {};
  std::vector<model::Value> x = {}, size = {};  ///< of points
};

/// What a chart block draws, gathered from its table or from the block itself.
struct ChartData {
  std::vector<std::string> labels;
  std::vector<DrawnSeries> series;
  std::string category, unit;
  std::string x_title, y_title;  ///< of points
};

/// "人数（人）" as the name of a series is "人数": its unit is said elsewhere.
std::string without_unit(const model::Column& column);

/// Nothing when the block names data that are not there.
std::optional<ChartData> chart_data(const model::ChartBlock& block, const std::vector<model::Table>& tables);

}  // namespace nianbao::compose
