#pragma once

#include <vector>

#include "chart/scene.h"
#include "chart/svg_writer.h"

namespace nianbao::chart {

/// Labels, those of one style together. Outlines are part of their text, or shapes below it.
enum class Outline { of_text, below_text };
void write_labels(SvgWriter& svg, const std::vector<Label>& labels, Outline outline = Outline::of_text);

}  // namespace nianbao::chart
