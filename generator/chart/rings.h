#pragma once

#include <cstddef>
#include <vector>

#include "chart/scene.h"
#include "chart/specification.h"

/// The rings of pies and doughnuts: a data set each, the first one outermost, as Chart.js draws them.
namespace nianbao::chart {

/// Radii are shares of the disc's; angles as those of a Sector.
struct RingArc {
  std::size_t series = 0;
  double inner = 0, outer = 1;
  double from = 0, sweep = 0;
};

std::vector<RingArc> ring_arcs(const Chart& chart);

/// What the arcs take up of the square from -1 to 1 around their centre.
Box extent_of(const std::vector<RingArc>& arcs);

/// The sectors of one ring: its positive values as shares of their sum. Nothing when there is none.
std::vector<Sector> sectors_of(Scene& scene, const Chart& chart, const RingArc& arc, Point centre,
                               double radius);

/// Colour of a slice: the author's, or the palette's by category; one colour for all would make them one.
std::size_t slice_colour(Scene& scene, const Series& series, std::size_t category);

}  // namespace nianbao::chart
