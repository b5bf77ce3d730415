#include "diagram/limits.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "diagram/graph_walk.h"

namespace nianbao::diagram {
namespace {

constexpr int most_nodes = 120, most_edges = 250, most_subgraphs = 60, deepest_subgraph = 12;
constexpr int greatest_length = 250, greatest_length_in_circles = 80;

int depth_of(Agraph_t* graph) {
  int depth = 0;
  for (Agraph_t* child = agfstsubg(graph); child != nullptr; child = agnxtsubg(child))
    depth = std::max(depth, 1 + depth_of(child));
  return depth;
}

bool has_value(void* object, const char* name) {
  const char* value = agget(object, name_of(name));
  return value != nullptr && *value != '\0';
}

int ranks_of(Agedge_t* edge) {
  return has_value(edge, "minlen") ? std::max(1, std::atoi(agget(edge, name_of("minlen")))) : 1;
}

Refusal too_many(std::string_view zh, std::string_view en, int found, int most) {
  return {fmt::format("{}{}，最多画 {}{}", found, zh, most, zh),
          fmt::format("{} {}: at most {} are drawn", found, en, most)};
}

}  // namespace

Refusal check_counts(Agraph_t* graph) {
  int subgraphs = -1;
  for_each_subgraph(graph, [&](Agraph_t*) { ++subgraphs; });
  if (agnnodes(graph) == 0) return {"dot 里没有节点", "the description has no nodes"};
  if (agnnodes(graph) > most_nodes) return too_many("个节点", "nodes", agnnodes(graph), most_nodes);
  if (agnedges(graph) > most_edges) return too_many("条连线", "edges", agnedges(graph), most_edges);
  if (subgraphs > most_subgraphs) return too_many("个子图", "subgraphs", subgraphs, most_subgraphs);
  if (depth_of(graph) > deepest_subgraph)
    return {fmt::format("子图嵌套超过 {} 层", deepest_subgraph),
            fmt::format("subgraphs are nested more than {} deep", deepest_subgraph)};
  return {};
}

Refusal check_length(Agraph_t* graph, const std::string& engine) {
  int length = 0;
  bool labelled = false;
  for_each_edge(graph, [&](Agedge_t* edge) {
    length += ranks_of(edge);
    labelled = labelled || has_value(edge, "label");
  });
  const int most = engine == "circo" ? greatest_length_in_circles : greatest_length;
  if (labelled && engine == "dot") length *= 2;
  if (length <= most) return {};
  return {fmt::format("连线总长 {}（minlen；带文字的加倍），最多 {}", length, most),
          fmt::format("the edges have {} units of length together (minlen; labels count twice): at most {} "
                      "are drawn",
                      length, most)};
}

}  // namespace nianbao::diagram
