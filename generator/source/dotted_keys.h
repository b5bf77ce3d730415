#pragma once

#include <string_view>

namespace nianbao::source {

/// The most dots in a row of dotted names of a TOML text: "a.b.c" has two. Names are Latin or quoted. Words
/// inside texts and remarks are counted too, which does not matter for a limit that no word comes near.
int longest_dotted_key(std::string_view text);

}  // namespace nianbao::source
