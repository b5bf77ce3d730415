#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdlib.h>
#include <string>

namespace nianbao::publish {

/// A folder that is gone when the test ends, with a project in it.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "nianbao-publish-XXXXXX").string();
    root_ = mkdtemp(name.data());
    std::filesystem::create_directories(project());
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path root() const { return root_; }
  std::filesystem::path project() const { return root_ / "project"; }
  std::filesystem::path output() const { return project() / "public"; }

 private:
  std::filesystem::path root_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void put(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// All files below a folder with their bytes; links as "-> target".
inline std::map<std::string, std::string> tree(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).string();
    if (entry.is_symlink())
      files[name] = "-> " + std::filesystem::read_symlink(entry.path()).string();
    else if (entry.is_regular_file())
      files[name] = bytes_of(entry.path());
  }
  return files;
}

/// What stands beside the output: staging folders, locks.
inline std::size_t left_beside(const std::filesystem::path& output) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(output.parent_path()))
    count += entry.path().filename().string().starts_with("." + output.filename().string());
  return count;
}

}  // namespace nianbao::publish
