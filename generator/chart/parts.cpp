#include "chart/parts.h"

#include <utility>

#include "chart/rings.h"
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

bool parts_are_series(const Chart& chart) { return chart.labels.size() == 1 && chart.series.size() > 1; }

Chart with_parts_as_categories(const Chart& chart) {
  Chart turned = chart;
  turned.labels.clear();
  turned.series.assign(1, {});
  Series& parts = turned.series.front();
  bool coloured = false;
  for (const Series& series : chart.series) {
    turned.labels.push_back(series.label);
    parts.values.push_back(series.values.front());
    parts.printed.push_back(series.printed.front());
    parts.states.push_back(series.states.front());
    parts.look.fills.push_back(series.look.fills.empty() ? "" : series.look.fills.front());
    coloured = coloured || !parts.look.fills.back().empty();
  }
  if (!coloured) parts.look.fills.clear();
  return turned;
}

void lay_out_parts(Canvas& canvas, void (*layout)(Canvas&)) {
  if (!parts_are_series(canvas.chart)) {
    layout(canvas);
    if (canvas.chart.series.size() == 1) return;
    std::string more(words(canvas.chart).and_more);
    return add_note(canvas,
                    more.replace(more.find("{0}"), 3, std::to_string(canvas.chart.series.size() - 1)));
  }
  const Chart turned = with_parts_as_categories(canvas.chart);
  Canvas inner = {turned, canvas.plot_height, std::move(canvas.scene), canvas.top};
  layout(inner);
  canvas.scene = std::move(inner.scene);
  for (Bar& bar : canvas.scene.bars) std::swap(bar.series, bar.category);
  canvas.top = inner.top;
}

std::size_t part_colour(Scene& scene, const Chart& chart, std::size_t category) {
  return slice_colour(scene, chart.series.front(), category);
}

void add_note_on_parts(Canvas& canvas, const Parts& parts) {
  if (parts.whole <= 0) {
    if (sum_of(canvas.chart.series.front()) > 0) add_note(canvas, std::string(words(canvas.chart).no_whole));
  } else if (!undrawn_states(canvas.chart).empty()) {
    add_note(canvas, std::string(words(canvas.chart).parts));
  }
}

}  // namespace nianbao::chart
