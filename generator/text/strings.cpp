#include "text/strings.h"

namespace nianbao::text {

std::string_view Strings::operator[](std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string Strings::count(std::string_view key, std::size_t number) const {
  return format(number == 1 ? std::string(key) + "_one" : std::string(key), {std::to_string(number)});
}

std::string Strings::format(std::string_view key, std::initializer_list<std::string_view> arguments) const {
  const std::string_view pattern = (*this)[key];
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool marked = i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}';
    const std::size_t index = marked ? static_cast<std::size_t>(pattern[i + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      out += arguments.begin()[index];
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace nianbao::text
