#pragma once

#include "chart/cartesian_plan.h"

namespace nianbao::chart {

/// Areas, lines and their points. A gap is never bridged unless the author asks for it, nor a break in the
/// series; a point alone is a dot.
void draw_lines(Scene& scene, const CartesianPlan& plan);

/// Points of scatter and bubble charts; small bubbles above large ones.
void draw_points(Scene& scene, const CartesianPlan& plan);

}  // namespace nianbao::chart
