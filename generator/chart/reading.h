#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.h"

/// The pieces of configuration_reader: typed access to JSON that turns everything unexpected into problems.
namespace nianbao::chart {

using Json = nlohmann::json;

/// More problems than this are not listed one by one.
inline constexpr std::size_t most_problems = 100;

/// A value and the JSON pointer that leads to it (RFC 6901).
struct Node {
  const Json* value = nullptr;
  std::string pointer;

  explicit operator bool() const { return value != nullptr; }
};

class Problems {
 public:
  void add(std::string pointer, std::string_view code, std::string zh, std::string en, bool fatal = false);
  void wrong_type(const Node& node, std::string_view zh_expected, std::string_view en_expected,
                  bool fatal = false);
  std::vector<Problem> take() { return std::move(list_); }

 private:
  std::vector<Problem> list_;
};

/// Pointer to a member, escaped; of a long or broken key as much as can be shown.
std::string member_pointer(const Node& object, std::string_view key);

/// A member of an object; nothing when it is absent or null.
Node member(const Node& object, std::string_view key);
Node item(const Node& array, std::size_t index);

/// Each returns nothing, and reports, when the value is there but of another type.
std::optional<std::string> string_of(const Node& node, Problems& problems);
std::optional<bool> flag_of(const Node& node, Problems& problems);
/// Finite numbers, and numbers written as text, which Chart.js takes as well.
std::optional<double> number_of(const Node& node, Problems& problems);

std::optional<std::string> read_string(const Node& object, std::string_view key, Problems& problems);
std::optional<bool> read_flag(const Node& object, std::string_view key, Problems& problems);
std::optional<double> read_number(const Node& object, std::string_view key, Problems& problems);
/// A string, or an array of strings as lines of one text.
std::optional<std::string> text_of(const Node& node, std::size_t longest, Problems& problems);
std::optional<std::string> read_text(const Node& object, std::string_view key, Problems& problems);
/// A member that must be an object, or an array.
Node read_object(const Node& object, std::string_view key, Problems& problems);
Node read_array(const Node& object, std::string_view key, Problems& problems);

/// Whether a node is the text `text`.
bool is_text(const Node& node, std::string_view text);

/// Text as the picture will show it: reports what is not UTF-8 or too long, and repairs it.
std::string usable_text(const std::string& raw, const std::string& pointer, std::size_t longest,
                        Problems& problems);

}  // namespace nianbao::chart
