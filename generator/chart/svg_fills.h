#pragma once

#include <cstddef>

#include "chart/scene.h"
#include "chart/svg_writer.h"

/// Bars, sectors and areas.
namespace nianbao::chart {

void write_areas(SvgWriter& svg, const Scene& scene, std::size_t layer);
/// Bars and sectors.
void write_fills(SvgWriter& svg, const Scene& scene, std::size_t layer);

}  // namespace nianbao::chart
