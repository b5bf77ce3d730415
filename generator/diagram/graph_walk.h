#pragma once

#include <cgraph.h>

namespace nianbao::diagram {

/// Calls `visit(object, kind)` for the graph, each subgraph, node and edge, in the order of the description.
template <typename Visit>
void for_each_subgraph(Agraph_t* graph, const Visit& visit) {
  visit(graph);
  for (Agraph_t* child = agfstsubg(graph); child != nullptr; child = agnxtsubg(child))
    for_each_subgraph(child, visit);
}

template <typename Visit>
void for_each_node(Agraph_t* graph, const Visit& visit) {
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) visit(node);
}

template <typename Visit>
void for_each_edge(Agraph_t* graph, const Visit& visit) {
  for_each_node(graph, [&](Agnode_t* node) {
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) visit(edge);
  });
}

/// Calls `visit` for all objects of a kind: AGRAPH (the graph itself and its subgraphs), AGNODE or AGEDGE.
template <typename Visit>
void for_each_object(Agraph_t* graph, int kind, const Visit& visit) {
  if (kind == AGRAPH) {
    for_each_subgraph(graph, [&](Agraph_t* object) { visit(static_cast<void*>(object)); });
  } else if (kind == AGNODE) {
    for_each_node(graph, [&](Agnode_t* object) { visit(static_cast<void*>(object)); });
  } else {
    for_each_edge(graph, [&](Agedge_t* object) { visit(static_cast<void*>(object)); });
  }
}

/// cgraph's functions take names as char* but do not change them.
inline char* name_of(const char* name) { return const_cast<char*>(name); }

}  // namespace nianbao::diagram
