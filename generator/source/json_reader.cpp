#include "source/json_reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "diagnostics/suggestion.h"

namespace nianbao::source {

using Kind = JsonNode::Kind;

std::string JsonReader::text(const JsonNode& object, std::string_view key) const {
  const JsonNode* value = object.find(key);
  if (value == nullptr || value->kind == Kind::null) return {};
  if (!value->is_text()) {
    wrong_type(*value, key, "文字", "text");
    return {};
  }
  return value->text;
}

std::vector<std::string> JsonReader::texts(const JsonNode& object, std::string_view key) const {
  std::vector<std::string> result;
  const JsonNode* values = array(object, key);
  if (values == nullptr) return result;
  for (const JsonNode& value : values->items) {
    if (!value.is_text()) wrong_type(value, key, "文字的列表", "a list of texts");
    result.push_back(value.text);
  }
  return result;
}

const JsonNode* JsonReader::array(const JsonNode& object, std::string_view key) const {
  const JsonNode* value = object.find(key);
  if (value == nullptr || value->kind == Kind::array) return value;
  wrong_type(*value, key, "列表 […]", "a list […]");
  return nullptr;
}

int JsonReader::integer(const JsonNode& node, std::string_view key) const {
  int value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (error == std::errc{} && stop == end && node.is_text()) return value;
  wrong_type(node, key, "整数", "a whole number");
  return 0;
}

int JsonReader::span(const JsonNode& object, std::string_view key) const {
  const JsonNode* value = object.find(key);
  if (value == nullptr) return 1;
  const int count = integer(*value, key);
  if (count >= 1 && count <= 1000) return count;
  sink_.error("N203", place(*value),
              {fmt::format("{} 应为 1 到 1000", key), fmt::format("{} should be 1 to 1000", key)});
  return 1;
}

bool JsonReader::is_object(const JsonNode& node, std::string_view key,
                           const std::vector<std::string>& keys) const {
  if (node.kind != Kind::object) {
    wrong_type(node, key, "对象 {…}", "an object {…}");
    return false;
  }
  for (const auto& [name, value] : node.members) {
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    sink_.error("N204", place(value),
                {fmt::format("不认识的键 {}", name), fmt::format("unknown key {}", name)},
                suggest(name, keys));
  }
  return true;
}

void JsonReader::wrong_type(const JsonNode& node, std::string_view key, std::string_view zh,
                            std::string_view en) const {
  sink_.error("N202", place(node),
              {fmt::format("{} 应为{}", key, zh), fmt::format("{} should be {}", key, en)});
}

}  // namespace nianbao::source
