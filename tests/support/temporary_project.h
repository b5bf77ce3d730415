#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao::tests {

/// A folder of files that lives as long as the test: TemporaryProject project{{"site.toml", "title = \"x\""},
/// …}.
class TemporaryProject {
 public:
  TemporaryProject(std::initializer_list<std::pair<std::string, std::string>> files = {}) {
    std::string pattern = (std::filesystem::temp_directory_path() / "nianbao-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
    folder_ = std::filesystem::canonical(pattern);
    for (const auto& [path, text] : files) write(path, text);
  }
  ~TemporaryProject() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  TemporaryProject(const TemporaryProject&) = delete;
  TemporaryProject& operator=(const TemporaryProject&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

  void write(std::string_view path, std::string_view text) const {
    std::filesystem::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << text;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace nianbao::tests
