#pragma once

#include <nlohmann/json.hpp>

#include "chart/chart.h"

namespace nianbao::chart {

/// What Chart.js is given to draw the values of a chart, ours included.
struct InteractiveData {
  nlohmann::json labels, datasets;
  nlohmann::json hues;  ///< for each data set the number of its colour in the palette, from 0; null: none
};

/// `lies`: the index axis is the one that stands.
InteractiveData interactive_data(const nlohmann::json& configuration, const Chart& chart, bool lies);

}  // namespace nianbao::chart
