#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao::publish {

/// Something could not be read or written.
struct PublishError : std::runtime_error {
  PublishError(const std::filesystem::path& where, Wording why)
      : std::runtime_error(where.string() + ": " + why.en), path(where), reason(std::move(why)) {}

  std::filesystem::path path;
  Wording reason;
};

struct PublishReport {
  std::size_t files = 0, written = 0, linked = 0, removed = 0;
  std::uint64_t bytes = 0;
};

/// A site on its way out: a folder beside the output, filled by many threads, verified, then exchanged with
/// the old site in one step (renameat2 RENAME_EXCHANGE; Linux). Unless `publish` is called, nothing of the
/// old site changes and the destructor removes the folder. Files that are equal to the old site's become hard
/// links to them.
class Staging {
 public:
  /// Refuses an output that is a file, a symbolic link, the root, the project itself or above it, or a folder
  /// that is not empty and holds no manifest of ours (so that nobody's documents are replaced by a site).
  static std::unique_ptr<Staging> open(const std::filesystem::path& output,
                                       const std::filesystem::path& project);
  ~Staging();

  /// Puts a file at `path` (relative, "/", no ".."). Thread-safe. Writing a path twice is an error.
  void write(std::string_view path, std::string_view bytes);
  /// Copies a file of the project.
  void copy(std::string_view path, const std::filesystem::path& source);

  /// Puts a file that was written here at another path, too: as a hard link to it, or as a copy where the
  /// file system has none.
  void link(std::string_view path, std::string_view written);

  bool has(std::string_view path) const;

  /// Writes the manifest (manifest.json: path, size, SHA-256, sorted), verifies that what was written is
  /// there with the right size, and exchanges the folders.
  PublishReport publish();

 private:
  struct Implementation;
  explicit Staging(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::publish
