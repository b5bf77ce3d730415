#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nianbao::compose {

/// Eight digits that are the same for the same texts: to tell one version of a file from another, or to make
/// an address of a name. Not for security. FNV-1a, 32 bits.
inline std::string fingerprint(std::initializer_list<std::string_view> texts) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const std::string_view text : texts)
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return fmt::format("{:08x}", hash);
}

}  // namespace nianbao::compose
