#pragma once

#include <string>

#include "chart/chart.h"
#include "chart/scene.h"

namespace nianbao::chart {

inline constexpr double edge = 4;         ///< free space at the picture's sides
inline constexpr double text_size = 14;   ///< names and legend
inline constexpr double value_size = 13;  ///< values and ticks
inline constexpr double small_size = 12;  ///< where room is short; never smaller

/// A picture in the making: what has been drawn, and from where on there is room.
struct Canvas {
  const Chart& chart;  ///< cleaned
  double plot_height;  ///< asked for; 0: by type and content
  Scene scene;
  double top = 0;
  double taken_left = 0, taken_right = 0;  ///< by a legend beside the chart
  double legend_bottom = 0;                ///< of that legend

  double left() const { return edge + taken_left; }
  double right() const { return scene.width - edge - taken_right; }
};

/// Title and finding, for a picture that stands alone.
void add_heading(Canvas& canvas, const std::string& title, const std::string& sentence);

/// Legend (when there is more than one series) and what the values are measured in.
void add_legend_and_caption(Canvas& canvas, const std::string& caption);

/// What value axes measure: of those at the left (or below) and those at the right (or above).
struct Captions {
  std::string near, far;
};
/// Captions below the legend, or at its right where they find room.
void add_captions(Canvas& canvas, const Captions& captions, bool with_legend);
/// Below the chart and the legend beside it, the whole width is free again.
void leave_legend_beside(Canvas& canvas);
/// The legend alone, below what is there.
void add_legend_below(Canvas& canvas);

/// What stands above the value axis: its title or the only series' name, and the unit.
std::string value_caption(const Chart& chart, const std::string& axis_title);

/// A muted line at the left below what is there.
void add_note(Canvas& canvas, const std::string& text);

/// Says what the gaps in the picture mean, when there are any.
void add_gap_note(Canvas& canvas);

}  // namespace nianbao::chart
