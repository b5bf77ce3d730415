#include "chart/stacking.h"

#include <algorithm>

namespace nianbao::chart {
namespace {

bool same_group(const Chart& chart, const Series& a, const Series& b) {
  return a.stack == b.stack && (chart.values().stacked || !a.stack.empty());
}

void assign_groups(const Chart& chart, Stacking& stacking) {
  std::vector<std::size_t> first_of_group;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto found = std::find_if(first_of_group.begin(), first_of_group.end(), [&](std::size_t first) {
      return same_group(chart, chart.series[first], chart.series[s]);
    });
    stacking.group_of.push_back(static_cast<std::size_t>(found - first_of_group.begin()));
    if (found == first_of_group.end()) first_of_group.push_back(s);
  }
  stacking.groups = std::max<std::size_t>(first_of_group.size(), 1);
  stacking.piled = first_of_group.size() < chart.series.size();
}

/// Where the piles of one group stand while a category is worked through.
struct Pile {
  double above = 0, below = 0;
  Segment* top = nullptr;
  Segment* bottom = nullptr;

  void add(Segment& segment, double value) {
    double& end = value < 0 ? below : above;
    Segment*& last = value < 0 ? bottom : top;
    segment = {end, end + value, true, true};
    if (last != nullptr && value != 0) last->outermost = false;
    if (value != 0 || last == nullptr) last = &segment;
    end = segment.to;
  }
};

}  // namespace

Stacking pile_up(const Chart& chart) {
  Stacking stacking;
  assign_groups(chart, stacking);
  const std::size_t categories = chart.labels.size();
  stacking.segments.resize(chart.series.size() * categories);
  std::vector<Pile> piles;
  for (std::size_t i = 0; i < categories; ++i) {
    piles.assign(stacking.groups, {});
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const auto& value = chart.series[s].values[i];
      if (value) piles[stacking.group_of[s]].add(stacking.segments[s * categories + i], *value);
    }
    for (const Pile& pile : piles) {
      stacking.extent.low = std::min(stacking.extent.low, pile.below);
      stacking.extent.high = std::max(stacking.extent.high, pile.above);
    }
  }
  return stacking;
}

}  // namespace nianbao::chart
