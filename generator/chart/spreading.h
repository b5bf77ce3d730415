#pragma once

#include <vector>

namespace nianbao::chart {

/// Moves labels that want to stand at `wanted` (ascending centres) apart by their `sizes`, as little as
/// possible in the least-squares sense, and keeps them between `low` and `high` when they fit there. Returns
/// the centres. It is the isotonic regression of the centres less what the labels before them take up (pool
/// adjacent violators).
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& sizes, double low,
                           double high);

}  // namespace nianbao::chart
