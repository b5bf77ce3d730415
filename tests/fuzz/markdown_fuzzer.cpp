#include <cstdint>

#include "markdown/markdown.h"
#include "require.h"
#include "text/utf8.h"

using namespace nianbao;
using fuzz::require;

namespace {

void check_segment(const markdown::Segment& segment, bool author_uses_private_characters) {
  require(text::first_invalid_utf8(segment.html) == std::string_view::npos);
  require(segment.html.find("<script") == std::string::npos);
  require(segment.html.find("href=\"javascript:") == std::string::npos);
  require(author_uses_private_characters || segment.html.find("\uE000") == std::string::npos);
}

}  // namespace

/// Any bytes become valid, harmless HTML, and every place that is reported stands in the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  const auto matter = markdown::split_front_matter(file);
  const auto document =
      markdown::Document::parse(matter.body, {.fence_kinds = {"chart"}, .first_line = matter.body_line});
  const bool private_characters = file.find('\xEE') != std::string_view::npos;
  for (const auto& segment : document.render()) check_segment(segment, private_characters);
  for (const auto& link : document.links())
    require(link.position.line >= matter.body_line && link.position.column >= 1);
  for (const auto& place : document.dropped_html())
    require(place.line >= matter.body_line && place.column >= 1);
  return 0;
}
