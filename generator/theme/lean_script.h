#pragma once

#include <string>
#include <string_view>

namespace nianbao::theme {

/// A script of the theme as it is published: without indentation, empty lines and lines that are comments.
/// Strings over several lines are not used in these scripts.
std::string lean_script(std::string_view script);

}  // namespace nianbao::theme
