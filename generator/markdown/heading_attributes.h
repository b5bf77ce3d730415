#pragma once

#include <string>

#include "markdown/markdown.h"

namespace nianbao::markdown {

/// Takes `{#id .unnumbered number=5}` off the end of `text` and puts what it says into `heading`. Braces that
/// say anything else are left as text.
void take_heading_attributes(std::string& text, Heading& heading);

}  // namespace nianbao::markdown
