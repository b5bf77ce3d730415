#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace nianbao::tests {

/// Whether `actual` equals the golden file. A mismatch leaves FILE.changed beside it to look at; with
/// NIANBAO_UPDATE_GOLDEN=1 the golden file is written anew instead.
inline bool equals_golden(const std::filesystem::path& file, const std::string& actual) {
  const std::filesystem::path changed = file.string() + ".changed";
  const char* update = std::getenv("NIANBAO_UPDATE_GOLDEN");
  std::filesystem::create_directories(file.parent_path());
  if (update != nullptr && std::string(update) == "1") std::ofstream(file, std::ios::binary) << actual;
  std::ifstream in(file, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  if (in && expected == actual) {
    std::filesystem::remove(changed);
    return true;
  }
  std::ofstream(changed, std::ios::binary) << actual;
  return false;
}

}  // namespace nianbao::tests
