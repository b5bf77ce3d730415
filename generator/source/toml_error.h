#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

/// What a syntax error means to somebody who does not know TOML: message and hint, from the parser's
/// description and the text where it stopped.
struct TomlError {
  Wording message, hint;
};
TomlError explain_toml_error(std::string_view description, std::string_view text_from_there);

}  // namespace nianbao::source
