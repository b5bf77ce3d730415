#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/report.h"

namespace nianbao::compose {

/// The references of a block in the words of chartjs-plugin-annotation. `lies`: values run from left to
/// right.
nlohmann::ordered_json annotations(const model::ChartBlock& block, const std::vector<std::string>& labels,
                                   bool lies);

/// The breaks of a block, as the charts' own key has them.
nlohmann::ordered_json breaks(const model::ChartBlock& block);

}  // namespace nianbao::compose
