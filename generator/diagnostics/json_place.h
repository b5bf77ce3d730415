#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

/// Offset of the value that a JSON pointer (RFC 6901) names in a JSON text; of the nearest value around it
/// that is there, when it is not. Of a key that is given twice the last counts, as for the parser. The text
/// is one that has been parsed: what is not JSON gives some offset within it.
std::size_t json_place(std::string_view text, std::string_view pointer);

/// Deepest nesting of arrays and objects in a JSON text, whether or not it is valid.
std::size_t json_depth(std::string_view text);

}  // namespace nianbao
