#include "theme/title_html.h"

#include "text/escape.h"
#include "text/word_breaks.h"

namespace nianbao::theme {

std::string title_html(std::string_view title) {
  // Eight characters fit in a line of every heading, on every screen.
  constexpr std::size_t short_title = 8 * 3;
  std::string out;
  std::size_t begin = 0;
  if (title.size() > short_title) {
    for (const std::size_t end : text::word_breaks(title)) {
      text::append_html(out, title.substr(begin, end - begin));
      out += "<wbr>";
      begin = end;
    }
  }
  text::append_html(out, title.substr(begin));
  return out;
}

}  // namespace nianbao::theme
