#pragma once

#include <string>

#include "chart/canvas.h"
#include "chart/scale.h"
#include "chart/stacking.h"

/// What upright and lying bars have in common.
namespace nianbao::chart {

/// How the bars of a category share its band.
struct BarSlots {
  double first = 0;      ///< from the band's start to the first bar
  double thickness = 0;  ///< of a bar
  double pitch = 0;      ///< from one bar to the next: what a label across the bars may take

  double begin(const BandScale& bands, std::size_t category, std::size_t group) const {
    return bands.begin(category) + first + static_cast<double>(group) * pitch;
  }
};

/// Divides a band among `groups` bars, none thicker than `thickest`.
BarSlots divide_band(const BandScale& bands, std::size_t groups, double thickest);

/// Visits every segment: visit(series, category, segment).
template <typename Visit>
void for_each_segment(const Chart& chart, const Stacking& stacking, Visit visit) {
  const std::size_t categories = chart.labels.size();
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    for (std::size_t i = 0; i < categories; ++i) visit(s, i, stacking.at(s, i, categories));
  }
}

/// Font size at which every value (and every word for a gap) fits into `room` across its bar; 0: they do not
/// fit.
double size_for_values(const Chart& chart, double room);

/// Words in place of bars that are not drawn ("未公布").
inline constexpr TextStyle gap_style = {small_size, Ink::muted, false, false};

/// A value inside its bar, when it fits there with some air.
void add_inner_label(Scene& scene, const Box& bar, std::size_t colour, std::string text);

}  // namespace nianbao::chart
