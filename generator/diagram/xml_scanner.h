#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::diagram {

/// One tag or stretch of text of a well-formed XML document.
struct XmlPiece {
  enum class Kind { begin, end, text };
  struct Attribute {
    std::string_view name, value;  ///< the value is escaped as it stands
  };
  Kind kind = Kind::text;
  bool empty = false;     ///< <begin/>: no end follows
  std::string_view name;  ///< of a tag
  std::string_view text;  ///< escaped as it stands
  std::vector<Attribute> attributes;

  std::string_view operator[](std::string_view attribute) const;
};

/// Reads what Graphviz writes. Prologue, comments and document type are passed over.
class XmlScanner {
 public:
  explicit XmlScanner(std::string_view xml) : rest_(xml) {}
  /// False at the end.
  bool next(XmlPiece& piece);

 private:
  std::string_view take_until(std::string_view end);

  std::string_view rest_;
};

}  // namespace nianbao::diagram
