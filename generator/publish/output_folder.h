#pragma once

#include <filesystem>
#include <string_view>

namespace nianbao::publish {

/// Throws PublishError unless a site may be put at `output`: not the root, not the project or a folder above
/// it, not a file, not a symbolic link, and either not there, empty, or a site published before.
void require_usable_output(const std::filesystem::path& output, const std::filesystem::path& project);

/// Throws PublishError unless `path` names a place inside a site: relative, "/" as separator, no empty, "."
/// or ".." part, no backslash or NUL, no part above 255 bytes.
void require_site_path(std::string_view path);

/// ".NAME.staging-PID" beside the output, for this process.
std::filesystem::path staging_folder(const std::filesystem::path& output);

/// Clears up after builds that were killed: removes their staging folders, and puts back a site that was set
/// aside. Only while the lock of the output is held, so that all such folders are dead.
void clear_up_after_killed_builds(const std::filesystem::path& output);

}  // namespace nianbao::publish
