#pragma once

#include <vector>

#include "chart/scene.h"

/// What is left of lines and areas inside a plot, when values lie beyond its ends.
namespace nianbao::chart {

/// The points of a line; of a smooth one so many that it still looks smooth.
std::vector<Point> flattened(const Stroke& stroke);

/// The pieces of a line inside `box`.
std::vector<std::vector<Point>> pieces_inside(const std::vector<Point>& line, const Box& box);

/// The part of a polygon inside `box` (Sutherland and Hodgman 1974).
std::vector<Point> polygon_inside(std::vector<Point> polygon, const Box& box);

}  // namespace nianbao::chart
