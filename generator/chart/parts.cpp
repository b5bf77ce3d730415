#include "chart/parts.h"

#include "chart/paint.h"
#include "chart/shares.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

/// Rounded percentages of many parts may add up to a little more than a hundred.
constexpr double rounding = 1.01;

}  // namespace

Parts parts_of(const Chart& chart) {
  Parts parts;
  parts.slices = slices_of(chart, true);
  double sum = 0;
  for (const Slice& slice : parts.slices) sum += slice.size;
  parts.whole = sum;
  if (!is_rate(chart)) return parts;
  const double full = chart.unit.starts_with("‰") ? 1000 : 100;
  parts.whole = sum > full * rounding ? 0 : std::max(sum, full);
  parts.single_rate = parts.slices.size() == 1;
  return parts;
}

std::size_t part_colour(Scene& scene, const Chart& chart, std::size_t category) {
  const Series& series = chart.series.front();
  const bool each_its_own = series.look.fills.size() > 1 || chart.labels.size() == 1;
  return each_its_own ? fill_colour(scene, series, category, category) : category;
}

void add_note_on_parts(Canvas& canvas, const Parts& parts) {
  if (parts.whole <= 0) {
    if (sum_of(canvas.chart.series.front()) > 0) add_note(canvas, std::string(words(canvas.chart).no_whole));
  } else if (!undrawn_states(canvas.chart).empty()) {
    add_note(canvas, std::string(words(canvas.chart).parts));
  }
}

}  // namespace nianbao::chart
