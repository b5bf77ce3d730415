#pragma once

#include "chart/canvas.h"

/// One function for each kind of picture. Each draws into the canvas from `canvas.top` on and moves it below
/// what was drawn. The chart holds at least one value.
namespace nianbao::chart {

void layout_cartesian(Canvas& canvas);  ///< bars, lines and points over an index axis
void layout_panels(Canvas& canvas);     ///< the same, each series in a panel of its own
void layout_pie(Canvas& canvas);        ///< doughnuts, too
void layout_polar_area(Canvas& canvas);
void layout_radar(Canvas& canvas);
void layout_slope(Canvas& canvas);
void layout_dumbbell(Canvas& canvas);
void layout_pyramid(Canvas& canvas);
void layout_bullet(Canvas& canvas);
void layout_share(Canvas& canvas);
void layout_waffle(Canvas& canvas);
void layout_sparkline(Canvas& canvas);

}  // namespace nianbao::chart
