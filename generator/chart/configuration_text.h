#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

namespace nianbao::chart {

/// Arrays and objects within each other: one that means something needs ten. What is nested deeper is not to
/// be parsed, as copies recurse.
inline constexpr std::size_t deepest_configuration = 64;

/// A configuration from its text. Objects of nlohmann::json forget the order of their keys; where data are an
/// object ({"2023": 5, …}) that order is kept as `data.labels`. Throws what nlohmann::json::parse throws.
nlohmann::json parse_configuration(std::string_view text);

}  // namespace nianbao::chart
