#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace nianbao::theme {

/// All bytes of a file of the theme; empty where it cannot be read.
inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace nianbao::theme
