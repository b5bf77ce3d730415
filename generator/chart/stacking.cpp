#include "chart/stacking.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nianbao::chart {
namespace {

bool is_stacked(const Chart& chart, const Series& series) {
  const Axis& axis = chart.value_axes[series.axis];
  return axis.stacked || chart.percent || (!series.stack.empty() && mark_of(chart, series) == Mark::bars);
}

/// Whether two series stand on each other.
bool same_pile(const Chart& chart, const Series& a, const Series& b) {
  return mark_of(chart, a) == mark_of(chart, b) && a.axis == b.axis && a.stack == b.stack &&
         is_stacked(chart, a) && mark_of(chart, a) != Mark::points;
}

/// Numbers of the piles, bars first, so that these count the groups side by side.
struct Piles {
  std::vector<std::size_t> of;  ///< by series
  std::size_t count = 0;
};

Piles assign_piles(const Chart& chart, const std::vector<std::size_t>& sequence, Stacking& stacking) {
  Piles piles = {std::vector<std::size_t>(chart.series.size()), 0};
  std::vector<std::size_t> first;
  for (const bool bars : {true, false}) {
    for (const std::size_t s : sequence) {
      const Series& series = chart.series[s];
      if ((mark_of(chart, series) == Mark::bars) != bars) continue;
      const auto found = std::find_if(first.begin(), first.end(), [&](std::size_t other) {
        return same_pile(chart, chart.series[other], series);
      });
      piles.of[s] = static_cast<std::size_t>(found - first.begin());
      if (found == first.end())
        first.push_back(s);
      else if (bars)
        stacking.piled = true;
    }
    if (bars) stacking.groups = std::max<std::size_t>(first.size(), 1);
  }
  piles.count = first.size();
  return piles;
}

/// Where one pile stands while a category is worked through.
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

/// A value that stands on nothing but its base.
Segment alone(const Chart& chart, const Series& series, std::size_t i) {
  const double value = *series.values[i];
  if (mark_of(chart, series) != Mark::bars) return {value, value, true, true};
  const bool floating = i < series.bases.size() && series.bases[i];
  return {floating ? *series.bases[i] : series.look.base.value_or(0), value, true, true};
}

/// Sum of the sizes in each pile of one category.
std::vector<double> sums_of(const Chart& chart, const Piles& piles, std::size_t i) {
  std::vector<double> sums(piles.count);
  for (std::size_t s = 0; s < chart.series.size(); ++s)
    sums[piles.of[s]] += std::fabs(chart.series[s].values[i].value_or(0));
  return sums;
}

void include(Interval& extent, double value) {
  extent = {std::min(extent.low, value), std::max(extent.high, value)};
}

void set_extents(const Chart& chart, Stacking& stacking, std::size_t categories) {
  stacking.extents.assign(chart.value_axes.size(), {HUGE_VAL, -HUGE_VAL});
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const bool bars = mark_of(chart, chart.series[s]) == Mark::bars;
    Interval& extent = stacking.extents[chart.series[s].axis];
    for (std::size_t i = 0; i < categories; ++i) {
      const Segment& segment = stacking.at(s, i, categories);
      if (!segment.present) continue;
      include(extent, segment.to);
      if (bars) include(extent, segment.from);
    }
  }
  for (std::size_t a = 0; a < stacking.extents.size(); ++a) {
    Interval& extent = stacking.extents[a];
    if (extent.low > extent.high) extent = {0, 1};
    if (chart.value_axes[a].begin_at_zero) include(extent, 0);
  }
  stacking.extent = stacking.extents.front();
}

}  // namespace

Mark mark_of(const Chart& chart, const Series& series) {
  if (series.mark) return *series.mark;
  if (chart.type == Type::bar) return Mark::bars;
  return chart.type == Type::scatter || chart.type == Type::bubble ? Mark::points : Mark::line;
}

std::vector<std::size_t> sequence_of(const Chart& chart) {
  std::vector<std::size_t> sequence(chart.series.size());
  std::iota(sequence.begin(), sequence.end(), std::size_t{0});
  std::stable_sort(sequence.begin(), sequence.end(), [&](std::size_t a, std::size_t b) {
    return chart.series[a].order < chart.series[b].order;
  });
  return sequence;
}

Stacking pile_up(const Chart& chart) {
  Stacking stacking;
  const std::vector<std::size_t> sequence = sequence_of(chart);
  const Piles assigned = assign_piles(chart, sequence, stacking);
  for (std::size_t s = 0; s < chart.series.size(); ++s)
    stacking.group_of.push_back(chart.series[s].look.grouped ? assigned.of[s] : ungrouped);
  const std::size_t categories = chart.labels.size();
  stacking.segments.resize(chart.series.size() * categories);
  std::vector<Pile> piles;
  std::vector<double> sums;
  for (std::size_t i = 0; i < categories; ++i) {
    piles.assign(assigned.count, {});
    if (chart.percent) sums = sums_of(chart, assigned, i);
    for (const std::size_t s : sequence) {
      const Series& series = chart.series[s];
      if (!series.values[i]) continue;
      Segment& segment = stacking.segments[s * categories + i];
      const double sum = chart.percent ? sums[assigned.of[s]] : 0;
      if (is_stacked(chart, series) && mark_of(chart, series) != Mark::points) {
        piles[assigned.of[s]].add(segment, sum > 0 ? *series.values[i] / sum * 100 : *series.values[i]);
      } else {
        segment = alone(chart, series, i);
      }
    }
  }
  set_extents(chart, stacking, categories);
  return stacking;
}

}  // namespace nianbao::chart
