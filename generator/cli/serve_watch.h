#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

namespace nianbao::cli {

/// Whether a file of this name can be part of a project: not the swap, backup and lock files that editors and
/// office programs put beside what they edit, nothing hidden.
bool is_project_file(std::string_view name);

/// Watches all folders of a project for files that are written, renamed or removed (inotify; Linux). Folders
/// that are made later are watched as they come; hidden ones and node_modules are left out, symbolic links
/// are not followed.
class ProjectWatch {
 public:
  /// `left_out` are further folders whose changes mean nothing: where sites are written.
  ProjectWatch(const std::filesystem::path& root, std::vector<std::filesystem::path> left_out);
  ~ProjectWatch();
  ProjectWatch(const ProjectWatch&) = delete;
  ProjectWatch& operator=(const ProjectWatch&) = delete;

  /// Becomes readable when something happened; for poll().
  int descriptor() const { return inotify_; }
  /// Reads what happened since the last call, without waiting. True when a build could see it.
  bool take_changes();
  /// False: the system's limit of watched folders was reached, or a folder could not be opened.
  bool is_complete() const { return complete_; }

 private:
  void watch(const std::filesystem::path& folder);
  void forget(const std::filesystem::path& folder);
  bool is_left_out(const std::filesystem::path& folder) const;
  bool take_change(int watched, std::uint32_t what, std::string_view name);

  std::filesystem::path root_;
  std::vector<std::filesystem::path> left_out_;
  int inotify_ = -1;
  bool complete_ = true;
  std::map<int, std::filesystem::path> folders_;  ///< by watch descriptor
};

enum class Woken { changed, stopped };

/// Sleeps until the project has changed and then been left alone for `quiet` (an editor that saves touches
/// several files), or until `stop` becomes readable.
Woken wait_for_change(ProjectWatch& watch, int stop,
                      std::chrono::milliseconds quiet = std::chrono::milliseconds(150));

}  // namespace nianbao::cli
