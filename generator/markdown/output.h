#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao::markdown {

/// One segment as it grows: HTML and, beside it, the plain text for search.
class Output {
 public:
  void markup(std::string_view html) { html_ += html; }
  /// Text of the document: escaped for HTML, as it is for search.
  void text(std::string_view raw);
  /// A line break in the source: a space, or nothing between two Chinese characters. Which of them, the next
  /// text tells.
  void soft_break();
  void line_break();
  /// Begins a new line of the plain text: the next paragraph, item or cell.
  void separate();
  /// Plain text only, without HTML.
  void hidden_text(std::string_view raw);

  bool empty() const { return html_.empty(); }
  std::string take_html();
  std::string take_text();

 private:
  void settle_break(char32_t next);

  std::string html_, text_;
  bool break_waits_ = false;
  std::size_t break_at_ = 0;  ///< in html_
  char32_t before_break_ = 0;
};

}  // namespace nianbao::markdown
