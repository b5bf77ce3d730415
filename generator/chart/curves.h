#pragma once

#include <vector>

#include "chart/geometry.h"

namespace nianbao::chart {

/// Control points of a smooth line through `points`, two for each stretch. Rob Spencer's spline as Chart.js 4
/// draws it (https://scaledinnovation.com/analytics/splines/aboutSplines.html), kept inside `plot`.
std::vector<Point> spline_controls(const std::vector<Point>& points, double tension, const Box& plot);

/// Control points of a cubic line that never swings beyond its points (Fritsch and Carlson 1980).
std::vector<Point> monotone_controls(const std::vector<Point>& points, bool along_y);

}  // namespace nianbao::chart
