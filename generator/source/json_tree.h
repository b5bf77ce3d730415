#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

/// A JSON value with its place. Numbers keep the letters they were written with.
struct JsonNode {
  enum class Kind { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  std::string text;                                       ///< of strings and numbers; "true"/"false"
  std::vector<JsonNode> items;                            ///< of arrays
  std::vector<std::pair<std::string, JsonNode>> members;  ///< of objects, in order
  Place place;

  const JsonNode* find(std::string_view key) const;
  bool is_text() const { return kind == Kind::string || kind == Kind::number; }
};

/// Parses strict JSON (RFC 8259) at most 64 levels deep; problems are reported with their place.
std::optional<JsonNode> parse_json(const std::string& text, const std::string& file, DiagnosticSink& sink);

}  // namespace nianbao::source
