#include "chart/bullet_parts.h"

#include <algorithm>

namespace nianbao::chart {
namespace {

bool has_values(const Series& series) {
  return std::any_of(series.values.begin(), series.values.end(),
                     [](const auto& value) { return value.has_value(); });
}

bool has_ranges(const Series& series) {
  return std::any_of(series.bases.begin(), series.bases.end(),
                     [](const auto& base) { return base.has_value(); });
}

}  // namespace

BulletParts bullet_parts(const Chart& chart) {
  BulletParts parts;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    // Ranges of which none is known stand third.
    if (has_ranges(chart.series[s]) || (s == 2 && !has_values(chart.series[s]))) {
      if (parts.range == no_series) parts.range = s;
    } else if (parts.bar == no_series) {
      parts.bar = s;
    } else {
      parts.marks.push_back(s);
    }
  }
  return parts;
}

}  // namespace nianbao::chart
