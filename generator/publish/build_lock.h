#pragma once

#include <filesystem>

namespace nianbao::publish {

/// One build at a time for an output: an advisory lock (flock) on ".NAME.lock" beside it, released when the
/// object or the process ends. Throws PublishError when another build holds it, or when the folder cannot be
/// written to.
class BuildLock {
 public:
  explicit BuildLock(const std::filesystem::path& output);
  ~BuildLock();
  BuildLock(const BuildLock&) = delete;
  BuildLock& operator=(const BuildLock&) = delete;

 private:
  std::filesystem::path path_;
  int descriptor_;
};

}  // namespace nianbao::publish
