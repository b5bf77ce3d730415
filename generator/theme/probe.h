#pragma once

#include <string>

#include "compose/page.h"
#include "theme/theme.h"

namespace nianbao::theme {

/// A page with one of every component, every text of it `text` and every list one or two items long. Loading
/// a theme renders it once to find variables that no template can ever get; tests render it with hostile
/// texts.
compose::Page full_page(const std::string& text);
SiteFrame full_frame(const std::string& text);

}  // namespace nianbao::theme
