#include "theme/outline_html.h"

#include "text/escape.h"
#include "text/relative_address.h"
#include "theme/labels.h"
#include "theme/theme.h"

namespace nianbao::theme {
namespace {

void append_entry(std::string& out, const std::string& label, const std::string& title,
                  const std::string& address, bool current, std::string_view from,
                  const LanguageMarks& marks) {
  const std::string_view element = address.empty() ? "span" : "a";
  out.append("<").append(element);
  if (!address.empty()) {
    out += " href=\"";
    text::append_html(out, text::relative_address(from, address));
    out += '"';
  }
  out += marks.of(title);
  if (current) out += " aria-current=\"page\"";
  out += '>';
  if (!label.empty()) {
    out += "<span class=\"label\">";
    text::append_html(out, label);
    out += stands_close(label) ? "</span>" : "</span> ";
  }
  text::append_html(out, title);
  out.append("</").append(element).append(">");
}

bool is_current(const compose::NavigationItem& item) { return item.current; }
bool is_current(const compose::ListView::Item&) { return false; }

template <typename Item>
std::string nested_list(const std::vector<Item>& items, std::string_view from, const LanguageMarks& marks) {
  std::string out;
  std::vector<int> open;  // levels of the lists that are open
  for (const auto& item : items) {
    while (open.size() > 1 && item.level < open.back() && item.level <= open[open.size() - 2]) {
      out += "</li></ol>";
      open.pop_back();
    }
    if (!open.empty() && item.level < open.back()) open.back() = item.level;
    if (open.empty() || item.level > open.back()) {
      out += "<ol>";
      open.push_back(item.level);
    } else {
      out += "</li>";
    }
    out += "<li>";
    append_entry(out, item.label, item.title, item.address, is_current(item), from, marks);
  }
  for (std::size_t i = 0; i < open.size(); ++i) out += "</li></ol>";
  return out;
}

}  // namespace

std::string outline_html(const std::vector<compose::NavigationItem>& items, std::string_view from,
                         const LanguageMarks& marks) {
  return nested_list(items, from, marks);
}

std::string outline_html(const std::vector<compose::ListView::Item>& items, std::string_view from,
                         const LanguageMarks& marks) {
  return nested_list(items, from, marks);
}

}  // namespace nianbao::theme
