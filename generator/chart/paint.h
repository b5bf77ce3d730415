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

/// Ink that is readable on a fill.
Ink ink_on(const Scene& scene, std::size_t colour);

/// Relative luminance of "#rrggbb" (WCAG 2.2), 0 to 1; of text that is no such colour 0.
double luminance(std::string_view colour);

}  // namespace nianbao::chart
