#pragma once

#include <string>

#include "chart/chart.h"
#include "chart/scene.h"

namespace nianbao::chart {

/// Lays a cleaned chart out: the picture that render_svg writes. Positions lie inside [0, width] x [0,
/// height]. A message, when there is one, takes the place of the drawing.
Scene lay_out(const Chart& chart, const RenderOptions& options, const std::string& message = "");

}  // namespace nianbao::chart
