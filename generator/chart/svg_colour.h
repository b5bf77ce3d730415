#pragma once

#include <cstddef>
#include <span>

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// The colours of shapes, and what several kinds of shapes have in common.
namespace nianbao::chart {

/// ` class="c1" fill="#…"`: class and fall-back colour of a series for lines ('l'), for fills ('c') and for
/// those that may carry a pattern ('f'); fainter each time the palette is used again.
void write_colour(SvgWriter& svg, const Scene& scene, std::size_t colour, char kind, double opacity = 1);

/// Opens a group of shapes that have an outline in the colour of the surface.
void open_separated(SvgWriter& svg, double width);

/// Straight lines from point to point.
void draw_polyline(PathData& path, std::span<const Point> points, bool closed);

/// The rest of a straight or smooth line whose beginning has been reached.
void draw_course(PathData& path, const Stroke& stroke);

}  // namespace nianbao::chart
