#pragma once

#include <string>
#include <vector>

namespace nianbao::diagram {

/// A description of a plain sequence: boxes of one width below each other, narrow enough for a phone.
std::string steps_description(const std::vector<std::string>& steps);

}  // namespace nianbao::diagram
