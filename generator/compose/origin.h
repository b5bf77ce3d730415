#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/site.h"

namespace nianbao::compose {

/// The names by which the search chooses pages of an organisation, the last of `line`, which begins at the
/// top: its nearest city (or province), and itself where it is a school. Empty where there is none.
std::pair<std::string, std::string> city_and_school(const std::vector<const model::Organisation*>& line);

}  // namespace nianbao::compose
