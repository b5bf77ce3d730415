#pragma once

#include <vector>

#include "chart/scene.h"
#include "chart/svg_writer.h"

namespace nianbao::chart {

/// Labels, those of one style in one group.
void write_labels(SvgWriter& svg, const std::vector<Label>& labels);

}  // namespace nianbao::chart
