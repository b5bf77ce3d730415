#include "markdown/renderer.h"

#include <utility>

#include "text/escape.h"

namespace nianbao::markdown {
namespace {

bool is_inline(Kind kind) { return kind >= Kind::text; }

}  // namespace

std::vector<Segment> Renderer::render() {
  for (at_ = 0; at_ < parsed_.events.size(); ++at_) {
    const Event& event = parsed_.events[at_];
    if (is_inline(event.kind)) {
      inline_piece(event);
    } else {
      block(event);
    }
  }
  if (in_footnotes_) out_.markup("</ol>\n</section>\n");
  finish_html();
  return std::move(segments_);
}

void Renderer::block(const Event& event) {
  switch (event.kind) {
    case Kind::paragraph:
      return paragraph(event);
    case Kind::heading:
      return heading(event);
    case Kind::block_quote:
      tags(event, "<blockquote>\n", "</blockquote>\n");
      break;
    case Kind::list:
      return list(event);
    case Kind::item:
      tags(event, "<li>", "</li>\n");
      break;
    case Kind::task:
      tags(event, event.flag ? R"(<li class="task done">)" : R"(<li class="task">)", "</li>\n");
      task_mark_ = event.phase == Event::Phase::leave ? "" : event.flag ? "☑ " : "☐ ";
      break;
    case Kind::code_block:
      return code_block(event);
    case Kind::fence:
      finish_html();
      return add_segment(Segment::Kind::fence, static_cast<std::size_t>(event.number));
    case Kind::thematic_break:
      out_.markup("<hr>\n");
      break;
    case Kind::table:
      return table(event);
    case Kind::table_head:
    case Kind::table_row:
      return table_row(event);
    case Kind::table_cell:
      return table_cell(event);
    case Kind::footnote:
      return footnote(event);
    default:
      break;
  }
  out_.separate();
}

void Renderer::tags(const Event& event, std::string_view enter, std::string_view leave) {
  out_.markup(event.phase == Event::Phase::enter ? enter : leave);
}

void Renderer::paragraph(const Event& event) {
  if (!event.tight) tags(event, "<p>", "</p>\n");
  out_.separate();
  if (event.phase == Event::Phase::enter) out_.markup(std::exchange(task_mark_, {}));
}

void Renderer::heading(const Event& event) {
  if (!event.top_level) {
    tags(event, "<p><strong>", "</strong></p>\n");
    return out_.separate();
  }
  if (event.phase == Event::Phase::enter) return finish_html();
  add_segment(Segment::Kind::heading, static_cast<std::size_t>(event.number));
}

void Renderer::list(const Event& event) {
  const bool enter = event.phase == Event::Phase::enter;
  if (enter && event.flag && event.number != 1) {
    out_.markup("<ol start=\"" + std::to_string(event.number) + "\">\n");
  } else if (enter) {
    out_.markup(event.flag ? "<ol>\n" : "<ul>\n");
  } else {
    out_.markup(event.flag ? "</ol>\n" : "</ul>\n");
  }
  out_.separate();
}

void Renderer::code_block(const Event& event) {
  out_.separate();
  out_.markup("<pre tabindex=\"0\"><code");
  if (!event.info.empty()) out_.markup(" class=\"language-" + text::html(event.info) + "\"");
  out_.markup(">");
  out_.text(event.text);
  out_.markup("</code></pre>\n");
  out_.separate();
}

void Renderer::finish_html() {
  if (!out_.empty()) add_segment(Segment::Kind::html, 0);
}

void Renderer::add_segment(Segment::Kind kind, std::size_t index) {
  segments_.push_back({kind, out_.take_html(), out_.take_text(), index});
}

}  // namespace nianbao::markdown
