#pragma once

#include <cstddef>
#include <string_view>

#include "chart/scene.h"
#include "chart/specification.h"

/// Which colour something is drawn in: the author's, or the palette's.
namespace nianbao::chart {

/// Colour of the series at `place` among all; of one of its values when the author coloured those apart.
std::size_t fill_colour(Scene& scene, const Series& series, std::size_t place, std::size_t datum = 0);
std::size_t line_colour(Scene& scene, const Series& series, std::size_t place, std::size_t datum = 0);

/// What a look says of the point of one value.
double point_radius(const Look& look, std::size_t datum, double usual);
PointStyle point_style(const Look& look, std::size_t datum);
/// The author's colour of a point; `otherwise` when there is none.
std::size_t point_colour(Scene& scene, const Look& look, std::size_t datum, std::size_t otherwise);

/// Ink that is readable on a fill.
Ink ink_on(const Scene& scene, std::size_t colour);

/// Relative luminance of "#rrggbb" (WCAG 2.2), 0 to 1; of text that is no such colour 0.
double luminance(std::string_view colour);

}  // namespace nianbao::chart
