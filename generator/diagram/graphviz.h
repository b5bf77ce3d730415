#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagram/diagram.h"

namespace nianbao::diagram {

/// What Graphviz made of a description.
struct Picture {
  std::string svg;  ///< as Graphviz writes it
  Refusal error;
  int error_line = 0;
  std::vector<std::string> warnings;
};

/// Parses, checks, styles and draws. Serialised inside.
Picture draw_with_graphviz(const std::string& description, const std::string& engine);

}  // namespace nianbao::diagram
