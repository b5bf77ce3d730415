#include <string>
#include <string_view>

#include "diagram/attributes.h"
#include "diagram/graph_walk.h"
#include "diagram/text_metrics.h"

namespace nianbao::diagram {
namespace {

constexpr double widest_node_label = 12, widest_edge_label = 9, widest_cluster_label = 24;  // em

std::string_view value_of(void* object, const char* name) {
  const char* value = agget(object, name_of(name));
  return value == nullptr ? "" : value;
}

void declare(Agraph_t* graph, int kind, const char* name) {
  if (agattr(graph, kind, name_of(name), nullptr) == nullptr) agattr(graph, kind, name_of(name), name_of(""));
}

/// Gives `value` to each object of a kind that has none.
void fill_in(Agraph_t* graph, int kind, const char* name, const char* value) {
  declare(graph, kind, name);
  for_each_object(graph, kind, [&](void* object) {
    if (value_of(object, name).empty()) agset(object, name_of(name), name_of(value));
  });
}

/// Only words: filling would make a box of them.
bool is_bare_text(void* node) {
  const std::string_view shape = value_of(node, "shape");
  return shape == "none" || shape == "plaintext" || shape == "plain" || shape == "underline" ||
         shape == "point";
}

/// A label that holds escapes or is HTML-like has been arranged by its author.
bool is_plain(char* label) {
  return aghtmlstr(label) == 0 && std::string_view(label).find('\\') == std::string_view::npos;
}

/// Graphviz reads a backslash as an escape.
std::string escaped(std::string_view name) {
  std::string result;
  for (const char c : name) result += c == '\\' ? "\\\\" : std::string(1, c);
  return result;
}

void wrap_label(void* object, const char* name, double most) {
  char* label = agget(object, name_of(name));
  if (label == nullptr || *label == '\0' || !is_plain(label)) return;
  const std::string lines = wrapped(label, most, "\\n");
  if (lines != label) agset(object, name_of(name), name_of(lines.c_str()));
}

/// A node without a label shows its name.
void wrap_node_label(Agnode_t* node) {
  if (value_of(node, "shape").ends_with("ecord")) return;
  const std::string_view label = value_of(node, "label");
  if (label == "\\N" && text_width(agnameof(node)) > widest_node_label) {
    agset(node, name_of("label"),
          name_of(wrapped(escaped(agnameof(node)), widest_node_label, "\\n").c_str()));
  } else {
    wrap_label(node, "label", widest_node_label);
  }
}

void wrap_labels(Agraph_t* graph) {
  for_each_node(graph, wrap_node_label);
  for_each_edge(graph, [](Agedge_t* edge) {
    for (const char* name : {"label", "xlabel", "headlabel", "taillabel"})
      wrap_label(edge, name, widest_edge_label);
  });
  for_each_subgraph(graph, [](Agraph_t* part) { wrap_label(part, "label", widest_cluster_label); });
}

void style_nodes(Agraph_t* graph) {
  fill_in(graph, AGNODE, "shape", "box");
  declare(graph, AGNODE, "style");
  for_each_node(graph, [](Agnode_t* node) {
    const bool open = value_of(node, "style").empty() && !is_bare_text(node);
    if (open) agset(node, name_of("style"), name_of("rounded,filled"));
  });
  for_each_node(graph, [&](Agnode_t* node) {
    if (value_of(node, "shape") == "point") agsafeset(node, name_of("width"), name_of("0.08"), name_of(""));
  });
  fill_in(graph, AGNODE, "margin", "0.16,0.1");
  fill_in(graph, AGNODE, "width", "0.5");
  fill_in(graph, AGNODE, "height", "0.45");
  fill_in(graph, AGNODE, "fontsize", "14");
}

}  // namespace

void apply_house_style(Agraph_t* graph, const std::string& engine) {
  // Where the attribute is declared, an empty value is an error.
  agsafeset(graph, name_of("layout"), name_of(engine.c_str()), name_of(""));
  declare(graph, AGRAPH, "bgcolor");
  agset(graph, name_of("bgcolor"), name_of("transparent"));
  fill_in(graph, AGRAPH, "fontsize", "14");
  fill_in(graph, AGRAPH, "nodesep", "0.3");
  fill_in(graph, AGRAPH, "ranksep", "0.4");
  fill_in(graph, AGRAPH, "pad", "0.04");
  if (engine != "dot") fill_in(graph, AGRAPH, "overlap", "false");
  declare(graph, AGRAPH, "style");
  for_each_subgraph(graph, [&](Agraph_t* part) {
    if (part != graph && value_of(part, "style").empty())
      agset(part, name_of("style"), name_of("rounded,dashed"));
  });
  style_nodes(graph);
  fill_in(graph, AGEDGE, "fontsize", "13");
  fill_in(graph, AGEDGE, "arrowsize", "0.7");
  wrap_labels(graph);
}

}  // namespace nianbao::diagram
