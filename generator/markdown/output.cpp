#include "markdown/output.h"

#include <utility>

#include "markdown/chinese.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace nianbao::markdown {

void Output::text(std::string_view raw) {
  if (raw.empty()) return;
  settle_break(first_code_point(raw));
  text::append_html(html_, raw);
  text_ += raw;
}

void Output::hidden_text(std::string_view raw) {
  if (raw.empty()) return;
  settle_break(first_code_point(raw));
  text_ += raw;
}

void Output::soft_break() {
  break_waits_ = true;
  break_at_ = html_.size();
  before_break_ = last_code_point(text_);
}

void Output::line_break() {
  settle_break(0);
  html_ += "<br>\n";
  separate();
}

void Output::separate() {
  break_waits_ = false;
  if (!text_.empty() && text_.back() != '\n') text_ += '\n';
}

void Output::settle_break(char32_t next) {
  if (!break_waits_) return;
  break_waits_ = false;
  if (joins_without_space(before_break_, next)) return;
  html_.insert(break_at_, 1, '\n');
  text_ += ' ';
}

std::string Output::take_html() { return std::exchange(html_, {}); }

std::string Output::take_text() {
  break_waits_ = false;
  return std::string(text::trim(std::exchange(text_, {})));
}

}  // namespace nianbao::markdown
