#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Diagrams from descriptions, through Graphviz's library, to inline SVG that fits the page: no fixed colours (CSS
/// variables and currentColor, so that dark mode works), no XML prologue, ids prefixed by the diagram's own id.
namespace nianbao::diagram {

struct Drawing {
  std::string svg;            ///< <svg role="img" aria-labelledby=…> with <title> and <desc>; empty on error
  std::string error;          ///< what Graphviz said, in English; empty when all is well
  int error_line = 0;         ///< line of the description, from 1; 0 unknown
};

struct DrawingRequest {
  std::string id;             ///< unique on the page; prefix of all ids inside the SVG
  std::string title;
  std::string description;    ///< the words equivalent
  std::string dot;            ///< a Graphviz description …
  std::vector<std::string> steps;  ///< … or the steps of a plain sequence
  std::string engine = "dot"; ///< dot, neato, circo, twopi, fdp
};

/// Draws one diagram. The same request gives the same bytes. Safe to call from several threads (Graphviz itself is
/// not re-entrant: calls are serialised inside).
Drawing draw(const DrawingRequest& request);

}  // namespace nianbao::diagram
