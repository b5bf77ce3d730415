#pragma once

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// What lies behind the marks, and the shapes of bullet, dumbbell, share and waffle charts, each kind in one
/// piece of SVG.
namespace nianbao::chart {

void write_gaps(SvgWriter& svg, const Scene& scene);
void write_grounds(SvgWriter& svg, const Scene& scene);
void write_squares(SvgWriter& svg, const Scene& scene);
void write_spans(SvgWriter& svg, const Scene& scene);
void write_notches(SvgWriter& svg, const Scene& scene);

}  // namespace nianbao::chart
