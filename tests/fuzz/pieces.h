#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::fuzz {

/// The input as several files: a line "%%" ends each. Seeds can be read and written like that by hand.
inline std::vector<std::string> pieces(const std::uint8_t* data, std::size_t size, std::size_t most) {
  static constexpr std::string_view line = "\n%%\n";
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> found;
  while (found.size() + 1 < most) {
    const std::size_t end = rest.find(line);
    if (end == std::string_view::npos) break;
    found.emplace_back(rest.substr(0, end + 1));
    rest.remove_prefix(end + line.size());
  }
  found.emplace_back(rest);
  found.resize(most);
  return found;
}

}  // namespace nianbao::fuzz
