#pragma once

#include <string>
#include <string_view>

#include "markdown/markdown.h"

namespace nianbao::markdown {

/// All HTML of a text, one segment behind the other.
inline std::string html_of(std::string_view text, const RenderHooks& hooks = {}) {
  std::string html;
  for (const Segment& segment : Document::parse(text).render(hooks)) html += segment.html;
  return html;
}

/// The HTML of a text that is one paragraph, without the <p>.
inline std::string inline_html_of(std::string_view text, const RenderHooks& hooks = {}) {
  const std::string html = html_of(text, hooks);
  constexpr std::string_view begin = "<p>", end = "</p>\n";
  if (!html.starts_with(begin) || !html.ends_with(end)) return html;
  return html.substr(begin.size(), html.size() - begin.size() - end.size());
}

}  // namespace nianbao::markdown
