#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

struct JsonMember;

/// A JSON value and where it begins. Numbers keep the letters they were written with.
struct JsonNode {
  enum class Kind { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  int line = 0, column = 0;
  std::string text;                 ///< of strings and numbers; "true"/"false"
  std::vector<JsonNode> items;      ///< of arrays
  std::vector<JsonMember> members;  ///< of objects, in order

  const JsonNode* find(std::string_view key) const;
  bool is_text() const { return kind == Kind::string || kind == Kind::number; }
};

struct JsonMember {
  std::string name;
  JsonNode node;
};

/// Most values of one file that are read: what an office PC still holds in memory.
constexpr std::size_t most_json_values = 2'000'000;

/// Parses strict JSON (RFC 8259) at most 64 levels deep; problems are reported with their place, a key that
/// stands twice in an object among them.
std::optional<JsonNode> parse_json(const std::string& text, const std::string& file, DiagnosticSink& sink);

}  // namespace nianbao::source
