#include "publish/old_site.h"

#include <unistd.h>

#include "publish/files.h"

namespace nianbao::publish {

namespace fs = std::filesystem;

OldSite::OldSite(fs::path folder) : folder_(std::move(folder)), files_(read_manifest(folder_)) {}

bool OldSite::link_unchanged(std::string_view path, const ManifestEntry& entry, std::string_view bytes,
                             const fs::path& target) {
  const auto known = files_.find(path);
  if (known == files_.end() || known->second != entry) return false;
  const fs::path relative(path);
  if (!is_own_folder(relative.parent_path()) || !holds(folder_ / relative, bytes)) return false;
  return ::link((folder_ / relative).c_str(), target.c_str()) == 0;
}

/// A folder of the site itself: no part of its path is a symbolic link.
bool OldSite::is_own_folder(const fs::path& relative) {
  if (relative.empty()) return true;
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = own_folders_.find(relative.string()); found != own_folders_.end())
      return found->second;
  }
  std::error_code ignored;
  const bool own = is_own_folder(relative.parent_path()) &&
                   fs::symlink_status(folder_ / relative, ignored).type() == fs::file_type::directory;
  const std::scoped_lock lock(mutex_);
  return own_folders_[relative.string()] = own;
}

}  // namespace nianbao::publish
