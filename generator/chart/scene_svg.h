#pragma once

#include <string>
#include <string_view>

#include "chart/scene.h"

namespace nianbao::chart {

/// What surrounds the drawing: the names by which a page and a screen reader know it.
struct Frame {
  std::string_view id;    ///< any text; what an id may not hold becomes "-"
  std::string_view kind;  ///< "bar", "line", …: the class chart-bar
  std::string_view title;
  std::string_view description;
  bool background = false;  ///< see RenderOptions
};

/// Letters, digits, "-" and "_" of any script; never empty.
std::string safe_id(std::string_view id);

/// Appends the scene as one <svg> element.
void append_svg(std::string& out, const Scene& scene, const Frame& frame);

}  // namespace nianbao::chart
