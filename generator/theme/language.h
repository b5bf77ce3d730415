#pragma once

#include <string>
#include <string_view>

#include "text/language.h"

namespace nianbao::theme {

/// Says which language words are in, where a portal has an interface in one language and reports in Chinese
/// (WCAG 2.2, 3.1.2). Each function gives a whole attribute (` lang="zh-CN"`) to be put behind a tag's name;
/// in a portal that is Chinese throughout all of them give nothing.
class LanguageMarks {
 public:
  explicit LanguageMarks(std::string_view interface_language) : interface_(interface_language) {}

  /// The language a text is in: names and titles may be in either.
  std::string of(std::string_view text) const {
    if (is_chinese() || !text::has_words(text)) return {};
    return text::reads_as_chinese(text) ? of_content() : of_interface();
  }
  std::string of_content() const { return is_chinese() ? "" : " lang=\"zh-CN\""; }
  std::string of_interface() const { return is_chinese() ? "" : " lang=\"" + std::string(interface_) + "\""; }

 private:
  bool is_chinese() const { return interface_.starts_with("zh"); }

  std::string_view interface_;
};

}  // namespace nianbao::theme
