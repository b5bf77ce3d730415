#pragma once

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// The shapes of a scene, each kind in one piece of SVG.
namespace nianbao::chart {

void write_areas(SvgWriter& svg, const Scene& scene, std::size_t layer);
void write_references(SvgWriter& svg, const Scene& scene);
/// Class and fall-back colour of a fill.
void write_fill_colour(SvgWriter& svg, const Scene& scene, std::size_t colour, double opacity = 1);

void write_gaps(SvgWriter& svg, const Scene& scene);
void write_grid(SvgWriter& svg, const Scene& scene);
void write_rules(SvgWriter& svg, const Scene& scene, RuleKind kind);
void write_fills(SvgWriter& svg, const Scene& scene, std::size_t layer);
void write_strokes(SvgWriter& svg, const Scene& scene, std::size_t layer);
void write_dots(SvgWriter& svg, const Scene& scene, std::size_t layer);
void write_swatches(SvgWriter& svg, const Scene& scene);

}  // namespace nianbao::chart
