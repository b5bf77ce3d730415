#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace nianbao::chart {

/// A configuration from its text. Objects of nlohmann::json forget the order of their keys; where data are an
/// object ({"2023": 5, …}) that order is kept as `data.labels`. Throws what nlohmann::json::parse throws.
nlohmann::json parse_configuration(std::string_view text);

}  // namespace nianbao::chart
