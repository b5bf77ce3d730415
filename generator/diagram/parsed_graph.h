#pragma once

#include <cgraph.h>
#include <string>

namespace nianbao::diagram {

/// Parses a description; null when it holds no graph. The caller closes the graph.
///
/// Graphviz itself numbers objects by the addresses of their names in memory, and lays subgraphs out in that
/// order, so that a picture may differ from run to run. Here they are numbered in the order of the
/// description.
Agraph_t* parse_graph(const std::string& description);

}  // namespace nianbao::diagram
