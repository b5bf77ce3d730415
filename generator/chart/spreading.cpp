#include "chart/spreading.h"

#include <algorithm>
#include <cstddef>

namespace nianbao::chart {
namespace {

/// Labels that touch and are moved as one.
struct Pool {
  double sum = 0;
  std::size_t count = 0;

  double mean() const { return sum / static_cast<double>(count); }
};

/// Distance of each centre from the first one when all labels touch.
std::vector<double> touching_offsets(const std::vector<double>& sizes) {
  std::vector<double> offsets(sizes.size(), 0);
  for (std::size_t i = 1; i < sizes.size(); ++i) offsets[i] = offsets[i - 1] + (sizes[i - 1] + sizes[i]) / 2;
  return offsets;
}

}  // namespace

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& sizes, double low,
                           double high) {
  if (wanted.empty()) return {};
  const std::vector<double> offsets = touching_offsets(sizes);
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    pools.push_back({wanted[i] - offsets[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  const double least = low + sizes.front() / 2;
  const double greatest = std::max(least, high - sizes.back() / 2 - offsets.back());
  std::vector<double> centres;
  for (const Pool& pool : pools) {
    const double start = std::clamp(pool.mean(), least, greatest);
    for (std::size_t i = 0; i < pool.count; ++i) centres.push_back(start + offsets[centres.size()]);
  }
  return centres;
}

}  // namespace nianbao::chart
