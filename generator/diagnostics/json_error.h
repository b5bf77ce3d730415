#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"

namespace nianbao {

/// What is wrong with a JSON text, from the message of nlohmann's parser ("[json.exception.…] parse error at
/// line 1, column 2: syntax error while parsing value - unexpected ']'; expected …"). Empty when a word could
/// not be read at all.
Wording explain_json_error(std::string_view what);

}  // namespace nianbao
