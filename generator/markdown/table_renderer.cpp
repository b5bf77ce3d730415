#include "markdown/renderer.h"
#include "text/escape.h"

namespace nianbao::markdown {
namespace {

std::string_view alignment_class(int alignment) {
  switch (static_cast<Alignment>(alignment)) {
    case Alignment::left:
      return " class=\"align-left\"";
    case Alignment::center:
      return " class=\"align-center\"";
    case Alignment::right:
      return " class=\"align-right\"";
    case Alignment::none:
      break;
  }
  return "";
}

}  // namespace

/// Wide tables scroll inside a region of their own, which a keyboard reaches and a screen reader names.
void Renderer::table(const Event& event) {
  out_.separate();
  if (event.phase == Event::Phase::enter) {
    in_table_body_ = false;
    out_.markup("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out_.markup(text::html(table_name()) + "\">\n<table>\n");
  } else {
    out_.markup(in_table_body_ ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
  }
}

void Renderer::table_row(const Event& event) {
  const bool head = event.kind == Kind::table_head;
  if (!head && !in_table_body_) {
    out_.markup("<tbody>\n");
    in_table_body_ = true;
  }
  if (head) {
    tags(event, "<thead>\n<tr>", "</tr>\n</thead>\n");
  } else {
    tags(event, "<tr>", "</tr>\n");
  }
}

void Renderer::table_cell(const Event& event) {
  if (event.phase == Event::Phase::enter) {
    out_.markup(event.flag ? "<th scope=\"col\"" : "<td");
    out_.markup(alignment_class(event.number));
    out_.markup(">");
  } else {
    out_.markup(event.flag ? "</th>" : "</td>");
  }
  out_.separate();
}

/// "表格：学校类别、合计", numbered when the document has several tables with the same header.
std::string Renderer::table_name() {
  std::string name;
  for (std::size_t i = at_ + 1; i < parsed_.events.size() && parsed_.events[i].kind != Kind::table_row; ++i) {
    const Event& event = parsed_.events[i];
    if (event.kind == Kind::table_head && event.phase == Event::Phase::leave) break;
    if (event.kind == Kind::table_cell && event.phase == Event::Phase::enter && !name.empty()) name += "、";
    if (event.kind == Kind::text || event.kind == Kind::code) name += event.text;
  }
  name = name.empty() ? hooks_.table_label : hooks_.table_label + hooks_.colon + name;
  const int occurrence = ++table_names_[name];
  return occurrence == 1 ? name : name + " " + std::to_string(occurrence);
}

}  // namespace nianbao::markdown
