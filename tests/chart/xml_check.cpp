#include "xml_check.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace nianbao::chart::testing {
namespace {

bool is_entity(std::string_view rest) {
  constexpr std::array<std::string_view, 5> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
  return std::any_of(known.begin(), known.end(), [&](auto entity) { return rest.starts_with(entity); });
}

std::string text_problem(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 && c != '\n') return "control character";
    if (c == '&' && !is_entity(text.substr(i))) return "bare &";
  }
  return "";
}

std::string attributes_problem(std::string_view tag) {
  std::set<std::string_view> seen;
  std::size_t at = tag.find(' ');
  while (at != std::string_view::npos && at + 1 < tag.size() && tag[at + 1] != '/') {
    const std::size_t equals = tag.find("=\"", at);
    if (equals == std::string_view::npos) return "attribute without value";
    if (!seen.insert(tag.substr(at + 1, equals - at - 1)).second) return "attribute given twice";
    const std::size_t end = tag.find('"', equals + 2);
    if (end == std::string_view::npos) return "attribute not closed";
    if (const auto problem = text_problem(tag.substr(equals + 2, end - equals - 2)); !problem.empty())
      return problem;
    at = tag[end + 1] == ' ' ? end + 1 : std::string_view::npos;
  }
  return "";
}

}  // namespace

std::string xml_problem(std::string_view xml) {
  std::vector<std::string_view> open;
  for (std::size_t i = 0; i < xml.size();) {
    const std::size_t begin = std::min(xml.find('<', i), xml.size());
    if (const auto problem = text_problem(xml.substr(i, begin - i)); !problem.empty()) return problem;
    if (begin == xml.size()) break;
    const std::size_t end = xml.find('>', begin);
    if (end == std::string_view::npos) return "tag not closed";
    const std::string_view tag = xml.substr(begin + 1, end - begin - 1);
    if (tag.find('<') != std::string_view::npos) return "bare <";
    i = end + 1;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return "closing tag does not match";
      open.pop_back();
      continue;
    }
    if (const auto problem = attributes_problem(tag); !problem.empty()) return problem;
    if (!tag.ends_with('/')) open.push_back(tag.substr(0, tag.find(' ')));
  }
  return open.empty() ? "" : "element not closed";
}

}  // namespace nianbao::chart::testing
