#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/json_tree.h"

namespace nianbao::source {

/// Reads the members of JSON objects with their types checked; what is wrong is reported and read as not
/// given.
class JsonReader {
 public:
  /// Both outlive the reader.
  JsonReader(const std::string& file, DiagnosticSink& sink) : file_(file), sink_(sink) {}

  /// Text or a number as written; empty when it is null or not given.
  std::string text(const JsonNode& object, std::string_view key) const;
  std::vector<std::string> texts(const JsonNode& object, std::string_view key) const;
  const JsonNode* array(const JsonNode& object, std::string_view key) const;
  int integer(const JsonNode& node, std::string_view key) const;
  /// A span of rows or columns: 1 when not given, 1000 at most.
  int span(const JsonNode& object, std::string_view key) const;
  /// Whether the node is an object with no other keys than these; both are reported, and only the first is
  /// false.
  bool is_object(const JsonNode& node, std::string_view key, const std::vector<std::string>& keys) const;

  const std::string& file() const { return file_; }
  DiagnosticSink& sink() const { return sink_; }
  Place place(const JsonNode& node) const { return {file_, node.line, node.column}; }
  void wrong_type(const JsonNode& node, std::string_view key, std::string_view zh, std::string_view en) const;

 private:
  const std::string& file_;
  DiagnosticSink& sink_;
};

}  // namespace nianbao::source
