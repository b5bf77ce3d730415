#pragma once

#include <cstddef>

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// Points, and the samples of a legend.
namespace nianbao::chart {

void write_dots(SvgWriter& svg, const Scene& scene, std::size_t layer);
void write_swatches(SvgWriter& svg, const Scene& scene);

}  // namespace nianbao::chart
