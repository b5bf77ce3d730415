#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao::text {

/// Interface strings of one language, key = "text". A key that is missing reads as itself. "{0}", "{1}" mark
/// arguments.
class Strings {
 public:
  explicit Strings(std::map<std::string, std::string, std::less<>> texts = {}) : texts_(std::move(texts)) {}
  std::string_view operator[](std::string_view key) const;
  /// "1 chapter", "8 chapters": KEY_one for one, KEY for any other number, which is {0}.
  std::string count(std::string_view key, std::size_t number) const;
  std::string format(std::string_view key, std::initializer_list<std::string_view> arguments) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace nianbao::text
