#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao::theme {

/// FNV-1a, 64 bit: tells a script from the same script edited.
constexpr std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

}  // namespace nianbao::theme
