#pragma once

#include "chart/cartesian_plan.h"

namespace nianbao::chart {

/// Whether any line drawn so far runs through the box.
bool crosses_lines(const Scene& scene, const Box& box);
/// Whether the box hides a point.
bool covers_dot(const Scene& scene, const Box& box);

/// Name and value at the last point of each line, moved apart where they would collide, then with a line to
/// the point.
void draw_end_texts(Scene& scene, const CartesianPlan& plan);

/// Values at the points of lines: all of them for a single series with room enough, otherwise first, last,
/// least and greatest; only the ends for several series. What would collide is left to the data table.
void label_lines(Scene& scene, const CartesianPlan& plan);

/// Names of single points, where the chart has any, and printed values of scattered points.
void label_scattered(Scene& scene, const CartesianPlan& plan);

}  // namespace nianbao::chart
