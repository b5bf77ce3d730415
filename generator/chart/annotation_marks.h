#pragma once

#include "chart/cartesian_plan.h"

namespace nianbao::chart {

/// Bands behind everything else.
void draw_annotation_boxes(Scene& scene, const CartesianPlan& plan);

/// Reference lines, breaks in the series and notes on points, with their texts where these find room; the
/// others are returned, to stand below the picture.
std::vector<std::string> draw_annotations(Scene& scene, const CartesianPlan& plan);

}  // namespace nianbao::chart
