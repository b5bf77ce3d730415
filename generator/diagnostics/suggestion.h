#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao {

/// A hint for a misspelt name: "did you mean …?" when one of `known` is near, otherwise the first thirty of
/// them; empty when there are none.
Wording suggest(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace nianbao
