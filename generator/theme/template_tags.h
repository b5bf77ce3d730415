#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::theme {

/// One {{tag}} of a template, with the place where it stands.
struct Tag {
  enum class Kind { variable, unescaped, section, inverted, end, partial, string, comment };
  Kind kind = Kind::variable;
  std::string_view name;  ///< points into the template; of a string tag: its key
  std::size_t begin = 0;  ///< offsets of the whole tag, braces included
  std::size_t end = 0;
};

/// What is wrong with a template, and where.
struct TagProblem {
  enum class Kind { unclosed_tag, unclosed_section, unopened_section } kind = Kind::unclosed_tag;
  std::string name;
  std::size_t offset = 0;
};

struct TagScan {
  std::vector<Tag> tags;
  std::vector<TagProblem> problems;
};

/// Finds all tags of a template and checks that its sections are closed in order. `{{strings.KEY}}` is a
/// string tag: a text of the interface, put in when the theme is loaded.
TagScan scan_tags(std::string_view source);

}  // namespace nianbao::theme
