#pragma once

#include "chart/cartesian_plan.h"

namespace nianbao::chart {

/// Bars, with their values inside when they are piled up.
void draw_bars(Scene& scene, const CartesianPlan& plan);

/// Values beyond the ends of bars, and words in place of those that are not drawn.
void draw_bar_values(Scene& scene, const CartesianPlan& plan);

}  // namespace nianbao::chart
