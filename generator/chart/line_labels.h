#pragma once

#include "chart/chart.h"
#include "chart/scale.h"
#include "chart/scene.h"

namespace nianbao::chart {

/// Whether any line drawn so far runs through the box.
bool crosses_lines(const Scene& scene, const Box& box);

/// Values at the points of lines: all of them for a single series with room enough, otherwise first, last,
/// least and greatest; only the ends for several series. What would collide is left to the data table.
void label_points(Scene& scene, const Chart& chart, const BandScale& bands, const LinearScale& scale);

}  // namespace nianbao::chart
