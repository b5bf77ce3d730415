#include "diagram/xml_scanner.h"

#include <algorithm>

namespace nianbao::diagram {
namespace {

constexpr std::string_view white_space = " \t\r\n";

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
}

std::string_view take_name(std::string_view& text) {
  const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n=/>"));
  text.remove_prefix(name.size());
  return name;
}

/// name="value" name='value' …
std::vector<XmlPiece::Attribute> read_attributes(std::string_view text) {
  std::vector<XmlPiece::Attribute> attributes;
  for (skip_space(text); !text.empty(); skip_space(text)) {
    const std::string_view name = take_name(text);
    skip_space(text);
    if (name.empty() || !text.starts_with('=')) break;
    text.remove_prefix(1);
    skip_space(text);
    if (text.empty() || (text.front() != '"' && text.front() != '\'')) break;
    const std::size_t end = text.find(text.front(), 1);
    if (end == std::string_view::npos) break;
    attributes.push_back({name, text.substr(1, end - 1)});
    text.remove_prefix(end + 1);
  }
  return attributes;
}

XmlPiece read_tag(std::string_view inside) {
  XmlPiece piece;
  piece.kind = inside.starts_with('/') ? XmlPiece::Kind::end : XmlPiece::Kind::begin;
  if (piece.kind == XmlPiece::Kind::end) inside.remove_prefix(1);
  piece.empty = inside.ends_with('/');
  if (piece.empty) inside.remove_suffix(1);
  piece.name = take_name(inside);
  piece.attributes = read_attributes(inside);
  return piece;
}

}  // namespace

std::string_view XmlPiece::operator[](std::string_view attribute) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.name == attribute; });
  return found == attributes.end() ? std::string_view() : found->value;
}

bool XmlScanner::next(XmlPiece& piece) {
  while (!rest_.empty()) {
    if (rest_.front() != '<') {
      piece = {};
      piece.text = rest_.substr(0, rest_.find('<'));
      rest_.remove_prefix(piece.text.size());
      return true;
    }
    if (rest_.starts_with("<!--")) {
      take_until("-->");
    } else if (rest_.starts_with("<?") || rest_.starts_with("<!")) {
      take_until(">");
    } else {
      piece = read_tag(take_until(">").substr(1));
      return true;
    }
  }
  return false;
}

/// Up to `end`, which is passed over. (Graphviz escapes ">" in attribute values.)
std::string_view XmlScanner::take_until(std::string_view end) {
  const std::size_t at = std::min(rest_.find(end), rest_.size());
  const std::string_view taken = rest_.substr(0, at);
  rest_.remove_prefix(std::min(at + end.size(), rest_.size()));
  return taken;
}

}  // namespace nianbao::diagram
