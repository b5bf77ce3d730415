#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Diagrams from descriptions, through Graphviz's library, to inline SVG that fits the page: no colours of
/// its own (CSS variables, so that dark mode works), no XML prologue, ids prefixed by the diagram's own id,
/// the page's font.
///
/// The picture takes its colours from --diagram-line (lines and arrows, default currentColor), --diagram-fill
/// (inside of boxes, default none) and --diagram-text (default currentColor). Colours of the description are
/// not used, except "none". `width` and `height` are the size at which its text is 14 px high; CSS may scale
/// it.
///
/// Text is measured by a table and not by the fonts of the machine, so the same request gives the same bytes
/// everywhere. Descriptions are not trusted: attributes that read files or hold links are refused, sizes have
/// limits.
namespace nianbao::diagram {

/// What is wrong with a description, in both languages; empty when nothing is.
struct Refusal {
  std::string zh, en;

  bool empty() const { return en.empty(); }
};

struct Drawing {
  std::string svg;  ///< <svg role="img" aria-labelledby=…> with <title> and <desc>; empty on error
  int width = 0, height = 0;          ///< natural size in CSS pixels
  Refusal error;                      ///< what is wrong, in Graphviz's words where only it can tell
  int error_line = 0;                 ///< line of the description, from 1; 0 unknown
  std::vector<std::string> warnings;  ///< what Graphviz remarked and went on
};

struct DrawingRequest {
  std::string id{};  ///< unique on the page; prefix of all ids inside the SVG; empty: the SVG has none
  std::string title{};
  std::string description{};         ///< the words equivalent; may be empty
  std::string dot{};                 ///< a Graphviz description …
  std::vector<std::string> steps{};  ///< … or the steps of a plain sequence, drawn from top to bottom
  std::string engine = "dot";        ///< dot, neato, circo, twopi, fdp
};

/// Draws one diagram. The same request gives the same bytes. Safe to call from several threads (Graphviz
/// itself is not re-entrant: calls are serialised inside).
Drawing draw(const DrawingRequest& request);

}  // namespace nianbao::diagram
