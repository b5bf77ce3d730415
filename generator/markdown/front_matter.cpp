#include "markdown/markdown.h"

namespace nianbao::markdown {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_fence(std::string_view line) {
  if (line.substr(0, 3) != "+++") return false;
  return line.find_first_not_of(" \t\r", 3) == std::string_view::npos;
}

}  // namespace

FrontMatter split_front_matter(std::string_view text) {
  FrontMatter result;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const auto end_of_line = [&](std::size_t from) { return std::min(text.find('\n', from), text.size()); };
  std::size_t begin = end_of_line(0);
  if (!is_fence(text.substr(0, begin))) {
    result.body = text;
    return result;
  }
  const std::size_t toml_begin = std::min(begin + 1, text.size());
  result.toml_line = 2;
  int line = 2;
  for (begin = toml_begin; begin < text.size(); ++line) {
    const std::size_t end = end_of_line(begin);
    if (is_fence(text.substr(begin, end - begin))) {
      result.toml = text.substr(toml_begin, begin - toml_begin);
      result.body = text.substr(std::min(end + 1, text.size()));
      result.body_line = line + 1;
      return result;
    }
    begin = end + 1;
  }
  result.toml = text.substr(toml_begin);
  result.body = text.substr(text.size());
  result.body_line = line;
  result.unterminated = true;
  return result;
}

}  // namespace nianbao::markdown
