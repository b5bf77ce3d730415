#include "chart/category_bounds.h"

#include <algorithm>
#include <cmath>

namespace nianbao::chart {
namespace {

template <typename Value>
void keep(std::vector<Value>& list, std::size_t first, std::size_t count) {
  if (list.empty()) return;
  list.resize(std::min(list.size(), first + count));
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(first, list.size())));
}

/// Lists with one entry each; those that repeat begin at another entry, then.
template <typename Value>
void turn(std::vector<Value>& looks, std::size_t first) {
  if (looks.size() > 1)
    std::rotate(looks.begin(), looks.begin() + static_cast<std::ptrdiff_t>(first % looks.size()),
                looks.end());
}

void keep(Series& series, std::size_t first, std::size_t count) {
  keep(series.values, first, count);
  keep(series.bases, first, count);
  keep(series.printed, first, count);
  keep(series.states, first, count);
  keep(series.radii, first, count);
  turn(series.look.fills, first);
  turn(series.look.point_radii, first);
  turn(series.look.point_styles, first);
  turn(series.look.point_fills, first);
}

}  // namespace

void keep_categories_in_bounds(Chart& chart) {
  Axis& index = chart.index;
  if (index.type != ScaleType::category || (!index.minimum && !index.maximum) || chart.labels.empty()) return;
  const double last = static_cast<double>(chart.labels.size()) - 1;
  const double low = std::ceil(std::clamp(index.minimum.value_or(0), 0.0, last));
  const double high = std::floor(std::clamp(index.maximum.value_or(last), 0.0, last));
  index.minimum.reset();
  index.maximum.reset();
  if (low > high) return;
  const auto first = static_cast<std::size_t>(low), count = static_cast<std::size_t>(high - low) + 1;
  keep(chart.labels, first, count);
  for (Series& series : chart.series) keep(series, first, count);
  for (Annotation& annotation : chart.annotations) {
    for (auto* place : {&annotation.index_low, &annotation.index_high})
      if (*place) **place -= low;
  }
  for (Break& broken : chart.breaks) broken.before -= low;
}

}  // namespace nianbao::chart
