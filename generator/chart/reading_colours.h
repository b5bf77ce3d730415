#pragma once

#include <string>
#include <vector>

#include "chart/reading.h"

namespace nianbao::chart {

/// WCAG 2.2, 1.4.11: shapes that tell something.
inline constexpr double least_contrast = 3;

/// One colour of CSS, or a list of them; empty for what is none, which is reported.
std::vector<std::string> colours_of(const Node& node, Problems& problems);

/// Reports colours that cannot be told from white, unless their outlines can.
void check_contrast(const Node& node, const std::vector<std::string>& colours,
                    const std::vector<std::string>& outlines, Problems& problems);

}  // namespace nianbao::chart
