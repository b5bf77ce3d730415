#pragma once

#include <cgraph.h>
#include <string>

#include "diagram/diagram.h"

namespace nianbao::diagram {

/// Refuses what cannot be read on a page anyway and would keep Graphviz busy for minutes: its
/// layouts take time that grows much faster than the description. Within these limits the worst random graphs
/// take seconds, and real diagrams milliseconds. Empty when all is well.
Refusal check_counts(Agraph_t* graph);

/// The same for the edges together: each counts with the ranks that it spans, twice when edges have labels,
/// because Graphviz puts a hidden node on each rank. To be called when `minlen` is known to be a number.
Refusal check_length(Agraph_t* graph, const std::string& engine);

}  // namespace nianbao::diagram
