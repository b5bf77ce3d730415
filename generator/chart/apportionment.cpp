#include "chart/apportionment.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nianbao::chart {

std::vector<int> apportion(const std::vector<double>& sizes, int seats) {
  const double whole = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  std::vector<int> counts(sizes.size(), 0);
  if (!(whole > 0)) return counts;
  std::vector<double> fractions;
  int left = seats;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    // A hair is added so that 3 of 30 is ten of a hundred and not nine and almost one.
    const double quota = sizes[i] / whole * seats;
    counts[i] = static_cast<int>(std::floor(quota + 1e-9));
    fractions.push_back(quota - counts[i]);
    left -= counts[i];
  }
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return fractions[a] > fractions[b] + 1e-9; });
  for (std::size_t k = 0; left > 0; k = (k + 1) % order.size(), --left) ++counts[order[k]];
  return counts;
}

}  // namespace nianbao::chart
