#include "chart/bar_parts.h"

#include <algorithm>

#include "chart/layouts.h"
#include "chart/paint.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

double widest_value(const Chart& chart, double size) {
  double widest = 0;
  for (const Series& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      widest =
          std::max(widest, text_width(value_text(chart, series, i), series.values[i] ? size : small_size));
    }
  }
  return widest;
}

}  // namespace

BarSlots divide_band(const BandScale& bands, std::size_t groups, double thickest) {
  const auto count = static_cast<double>(groups);
  const double gap = groups > 1 && bands.bandwidth / count > 8 ? 2 : 0;
  BarSlots slots;
  slots.thickness = std::min((bands.bandwidth - gap * (count - 1)) / count, thickest);
  slots.pitch = slots.thickness + gap;
  slots.first = (bands.bandwidth - slots.pitch * count + gap) / 2;
  return slots;
}

double size_for_values(const Chart& chart, double room) {
  for (const double size : {value_size, small_size}) {
    if (widest_value(chart, size) <= room) return size;
  }
  return 0;
}

void add_inner_label(Scene& scene, const Box& bar, std::size_t colour, std::string text) {
  const double width = text_width(text, small_size);
  if (width + 6 > bar.width() || small_size * (ascent + descent) + 3 > bar.height()) return;
  const TextStyle style = {small_size, ink_on(scene, colour), false, false};
  scene.add_if_free(
      make_label(std::move(text), {bar.centre(), bar.middle()}, Anchor::middle, Stand::middle, style));
}

void layout_bars(Canvas& canvas) {
  const bool horizontal = draws_horizontally(canvas.chart, static_cast<int>(canvas.scene.width));
  horizontal ? layout_horizontal_bars(canvas) : layout_vertical_bars(canvas);
}

}  // namespace nianbao::chart
