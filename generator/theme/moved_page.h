#pragma once

#include <string>
#include <string_view>

#include "theme/theme.h"

namespace nianbao::theme {

/// A page that stands where another stood before: it leads on by itself, without a script, and has a link for
/// where that is switched off. Both addresses are from the root of the site.
std::string moved_page(std::string_view from, std::string_view to, std::string_view lang,
                       const Strings& strings);

}  // namespace nianbao::theme
