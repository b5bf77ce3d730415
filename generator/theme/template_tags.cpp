#include "theme/template_tags.h"

#include "text/utf8.h"

namespace nianbao::theme {
namespace {

constexpr std::string_view string_prefix = "strings.";

Tag::Kind kind_of(std::string_view content) {
  switch (content.empty() ? ' ' : content.front()) {
    case '#':
      return Tag::Kind::section;
    case '^':
      return Tag::Kind::inverted;
    case '/':
      return Tag::Kind::end;
    case '>':
      return Tag::Kind::partial;
    case '&':
      return Tag::Kind::unescaped;
    case '!':
      return Tag::Kind::comment;
    default:
      return content.starts_with(string_prefix) ? Tag::Kind::string : Tag::Kind::variable;
  }
}

Tag read_tag(std::string_view source, std::size_t begin, std::size_t end, bool triple) {
  const std::size_t braces = triple ? 3 : 2;
  auto content = text::trim(source.substr(begin + braces, end - begin - braces));
  Tag tag{triple ? Tag::Kind::unescaped : kind_of(content), content, begin, end + braces};
  if (tag.kind == Tag::Kind::string)
    tag.name.remove_prefix(string_prefix.size());
  else if (!triple && tag.kind != Tag::Kind::variable)
    tag.name = text::trim(content.substr(1));
  return tag;
}

void check_sections(TagScan& scan) {
  std::vector<Tag> open;
  for (const auto& tag : scan.tags) {
    if (tag.kind == Tag::Kind::section || tag.kind == Tag::Kind::inverted) open.push_back(tag);
    if (tag.kind != Tag::Kind::end) continue;
    if (open.empty() || open.back().name != tag.name)
      scan.problems.push_back({TagProblem::Kind::unopened_section, std::string(tag.name), tag.begin});
    else
      open.pop_back();
  }
  for (const auto& tag : open)
    scan.problems.push_back({TagProblem::Kind::unclosed_section, std::string(tag.name), tag.begin});
}

}  // namespace

TagScan scan_tags(std::string_view source) {
  TagScan scan;
  for (std::size_t at = source.find("{{"); at != std::string_view::npos;) {
    const bool triple = source.substr(at).starts_with("{{{");
    const auto end = source.find(triple ? "}}}" : "}}", at);
    if (end == std::string_view::npos) {
      scan.problems.push_back({TagProblem::Kind::unclosed_tag, {}, at});
      return scan;
    }
    scan.tags.push_back(read_tag(source, at, end, triple));
    at = source.find("{{", scan.tags.back().end);
  }
  check_sections(scan);
  return scan;
}

}  // namespace nianbao::theme
