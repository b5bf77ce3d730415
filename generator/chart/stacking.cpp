#include "chart/stacking.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace nianbao::chart {
namespace {

bool is_stacked(const Chart& chart, const Series& series) {
  const Axis& axis = chart.value_axes[series.axis];
  return axis.stacked || chart.percent || !series.stack.empty();
}

/// Whether two series stand on each other: those of one kind, or of one name for their stack.
bool same_pile(const Chart& chart, const Series& a, const Series& b) {
  const Mark mark = mark_of(chart, a), other = mark_of(chart, b);
  if (mark == Mark::points || other == Mark::points) return false;
  return (mark == other || !a.stack.empty()) && a.axis == b.axis && a.stack == b.stack &&
         is_stacked(chart, a);
}

bool has_ranges(const Series& series) {
  return std::any_of(series.bases.begin(), series.bases.end(),
                     [](const auto& base) { return base.has_value(); });
}

/// Whether two series of bars stand in one place beside others: as they do when they are piled up, or as
/// ranges in one lane when only the index axis is stacked.
bool same_group(const Chart& chart, const Series& a, const Series& b) {
  const bool lane = chart.index.stacked && (has_ranges(a) || has_ranges(b));
  return same_pile(chart, a, b) || (lane && a.stack == b.stack);
}

/// Numbers of the piles.
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
  }
  piles.count = first.size();
  return piles;
}

/// Bars side by side; those that are not grouped take all the room.
void assign_groups(const Chart& chart, const std::vector<std::size_t>& sequence, Stacking& stacking) {
  stacking.group_of.assign(chart.series.size(), ungrouped);
  std::vector<std::size_t> first;
  for (const std::size_t s : sequence) {
    const Series& series = chart.series[s];
    if (mark_of(chart, series) != Mark::bars || !series.look.grouped) continue;
    const auto found = std::find_if(first.begin(), first.end(), [&](std::size_t other) {
      return same_group(chart, chart.series[other], series);
    });
    stacking.group_of[s] = static_cast<std::size_t>(found - first.begin());
    if (found == first.end()) first.push_back(s);
  }
  stacking.groups = std::max<std::size_t>(first.size(), 1);
}

/// Where one pile stands while a category is worked through.
struct Pile {
  double above = 0, below = 0;
  Segment* top = nullptr;
  Segment* bottom = nullptr;

  /// `base`: where a floating bar begins above what it stands on. `one`: what is negative is taken off.
  void add(Segment& segment, double value, double base, bool one) {
    const bool down = value < 0 && !one;
    double& end = down ? below : above;
    Segment*& last = down ? bottom : top;
    // A bar that reaches over zero stands on nothing.
    segment = {base * value < 0 ? base : end + base, base * value < 0 ? value : end + value, true, true};
    if (last != nullptr && value != 0) last->outermost = false;
    if (value != 0 || last == nullptr) last = &segment;
    end += value;
  }
};

/// A value that stands on nothing but its base.
Segment alone(const Chart& chart, const Series& series, std::size_t i) {
  const double value = *series.values[i];
  if (mark_of(chart, series) != Mark::bars) return {value, value, true, true};
  const bool floating = i < series.bases.size() && series.bases[i];
  return {floating ? *series.bases[i] : series.look.base.value_or(0), value, true, true};
}

/// Both ends of a value within its pile: of a floating bar the one farther from zero counts as its value.
std::pair<double, double> ends_in_pile(const Series& series, std::size_t i) {
  const double value = *series.values[i];
  const double base = i < series.bases.size() ? series.bases[i].value_or(0) : 0;
  return std::fabs(base) > std::fabs(value) ? std::pair(value, base) : std::pair(base, value);
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

/// Where a bar begins on a logarithmic axis, which has no zero: at the power of ten below its end.
double decade_below(const Segment& segment) {
  if (segment.from > 0 || segment.to <= 0) return segment.from;
  return std::pow(10.0, std::ceil(std::log10(segment.to)) - 1);
}

void set_extents(const Chart& chart, Stacking& stacking, std::size_t categories) {
  stacking.extents.assign(chart.value_axes.size(), {HUGE_VAL, -HUGE_VAL});
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const bool bars = mark_of(chart, chart.series[s]) == Mark::bars;
    Interval& extent = stacking.extents[chart.series[s].axis];
    for (std::size_t i = 0; i < categories; ++i) {
      const Segment& segment = stacking.at(s, i, categories);
      if (!segment.present || !is_within_index(chart, chart.series[s], i)) continue;
      include(extent, segment.to);
      if (!bars) continue;
      const bool logarithmic = chart.value_axes[chart.series[s].axis].type == ScaleType::logarithmic;
      include(extent, logarithmic ? decade_below(segment) : segment.from);
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

bool is_within_bounds(const Axis& axis, double value) {
  return !(axis.minimum && value < *axis.minimum) && !(axis.maximum && value > *axis.maximum);
}

bool is_within_index(const Chart& chart, const Series& series, std::size_t i) {
  const bool open = chart.index.type == ScaleType::category || (!chart.index.minimum && !chart.index.maximum);
  return open || (i < series.positions.size() && is_within_bounds(chart.index, series.positions[i]));
}

namespace {

/// Counted from the lowest: within a layer bars lie below lines, as readers expect; an `order` that puts bars
/// above a line opens a new one.
void set_layers(const Chart& chart, Stacking& stacking) {
  const bool ordered = std::any_of(chart.series.begin(), chart.series.end(),
                                   [&](const Series& s) { return s.order != chart.series.front().order; });
  if (!ordered) return;
  std::vector<std::size_t> layers(chart.series.size());
  const auto is_bars = [&](std::size_t s) { return mark_of(chart, chart.series[s]) == Mark::bars; };
  std::vector<std::size_t> sequence = sequence_of(chart);
  std::stable_sort(sequence.begin(), sequence.end(), [&](std::size_t a, std::size_t b) {
    const int order = chart.series[a].order, other = chart.series[b].order;
    return order != other ? order > other : is_bars(a) && !is_bars(b);
  });
  std::size_t layer = 0;
  bool line_below = false;
  for (const std::size_t s : sequence) {
    if (is_bars(s) && line_below) ++layer, line_below = false;
    line_below = line_below || !is_bars(s);
    layers[s] = layer;
  }
  stacking.layers = std::move(layers);
  stacking.layer_count = layer + 1;
}

}  // namespace

Stacking pile_up(const Chart& chart) {
  Stacking stacking;
  const std::vector<std::size_t> sequence = sequence_of(chart);
  const Piles assigned = assign_piles(chart, sequence, stacking);
  assign_groups(chart, sequence, stacking);
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
        const auto [base, value] = ends_in_pile(series, i);
        const double unit = sum > 0 ? 100 / sum : 1;
        piles[assigned.of[s]].add(segment, value * unit, base * unit, chart.value_axes[series.axis].one_pile);
      } else {
        segment = alone(chart, series, i);
      }
    }
  }
  set_extents(chart, stacking, categories);
  set_layers(chart, stacking);
  return stacking;
}

}  // namespace nianbao::chart
