#pragma once

#include <cstddef>

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// Grid, axes, references and the lines of series.
namespace nianbao::chart {

void write_grid(SvgWriter& svg, const Scene& scene);
void write_rules(SvgWriter& svg, const Scene& scene, RuleKind kind);
void write_references(SvgWriter& svg, const Scene& scene);
void write_strokes(SvgWriter& svg, const Scene& scene, std::size_t layer);

}  // namespace nianbao::chart
