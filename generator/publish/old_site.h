#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "publish/manifest.h"

namespace nianbao::publish {

/// The site as it was published before; may be missing. Only read.
class OldSite {
 public:
  explicit OldSite(std::filesystem::path folder);

  /// Makes `target` a hard link to the old site's file of this path when that file still holds these bytes:
  /// by the old manifest (size and hash), and then byte for byte, because a published file may have been
  /// changed by hand. Nothing is linked that is reached through a symbolic link. Thread-safe.
  bool link_unchanged(std::string_view path, const ManifestEntry& entry, std::string_view bytes,
                      const std::filesystem::path& target);

  const Manifest& files() const { return files_; }

 private:
  bool is_own_folder(const std::filesystem::path& relative);

  std::filesystem::path folder_;
  Manifest files_;
  std::mutex mutex_;
  std::map<std::string, bool> own_folders_;  ///< what is_own_folder has found out
};

}  // namespace nianbao::publish
