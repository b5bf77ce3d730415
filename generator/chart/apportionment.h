#pragma once

#include <vector>

namespace nianbao::chart {

/// Divides `seats` among parts by Hamilton's method of largest remainders: each part gets the whole seats of
/// its quota, and what is left goes to the largest fractions, the earlier part first where they are equal.
/// The counts sum up to `seats`, and none differs from its quota by one or more. Nothing is given where no
/// part has a size. Sizes are finite and not negative.
std::vector<int> apportion(const std::vector<double>& sizes, int seats);

}  // namespace nianbao::chart
