#pragma once

#include <string>
#include <string_view>

#include "diagram/diagram.h"

namespace nianbao::diagram {

/// Graphviz's SVG as a part of a page: only shapes and text are taken over, each attribute by name, so that
/// nothing unexpected of a description reaches the page.
Drawing rewrite_svg(std::string_view svg, const DrawingRequest& request);

}  // namespace nianbao::diagram
