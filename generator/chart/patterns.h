#pragma once

#include <string>
#include <string_view>

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// Patterns by which fills can be told apart without colour: thin strokes lighter than the fill, so faint
/// that text on it stays readable. The palette's first is plain.
namespace nianbao::chart {

/// Opacity of the white strokes on fills of deep and of light colours.
inline constexpr double on_deep = 0.25, on_light = 0.55;

/// <defs> with a pattern for each colour of the palette and of the author's that the scene may fill with.
void write_patterns(SvgWriter& svg, const Scene& scene);

/// The end of a pattern's id: "3" of the palette's third colour, "a3" of the author's.
std::string pattern_name(std::size_t colour);

}  // namespace nianbao::chart
