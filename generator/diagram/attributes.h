#pragma once

#include <cgraph.h>
#include <string>

#include "diagram/diagram.h"

namespace nianbao::diagram {

/// Looks through a parsed description: sizes, attributes, labels. Returns what is refused; empty when
/// the description may be drawn. Attributes that do not serve a drawing on a page (colours, fonts, paper
/// sizes, limits of the algorithms) are taken back to their defaults.
Refusal check_and_reduce(Agraph_t* graph, const std::string& engine);

/// Gives what the author left open the look of the house: rounded boxes, small arrows, wrapped labels.
void apply_house_style(Agraph_t* graph, const std::string& engine);

/// The engine that the description asks for itself (layout = "circo"); empty when it does not.
std::string engine_of(Agraph_t* graph);

}  // namespace nianbao::diagram
