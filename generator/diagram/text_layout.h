#pragma once

#include <gvc.h>

namespace nianbao::diagram {

/// A new context of Graphviz that measures text by our table instead of by the fonts of the machine, and has
/// the layouts and the SVG writer that are installed. To be freed with gvFreeContext.
GVC_t* make_context();

}  // namespace nianbao::diagram
