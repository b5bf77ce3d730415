#pragma once

#include <string>
#include <string_view>

namespace nianbao::theme {

/// A title as HTML, escaped, with <wbr> between its words: a long Chinese title then breaks between words
/// where the style sheet forbids breaks inside them (`word-break: keep-all`). Short titles stay as they are.
std::string title_html(std::string_view title);

}  // namespace nianbao::theme
