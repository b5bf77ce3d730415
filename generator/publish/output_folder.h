#pragma once

#include <filesystem>
#include <string_view>

namespace nianbao::publish {

/// Throws PublishError unless a site may be put at `output`: not the root, not the project or a folder above it, not a file, not a
/// symbolic link, and either not there, empty, or a site published before.
void require_usable_output(const std::filesystem::path& output, const std::filesystem::path& project);

/// Throws PublishError unless `path` names a place inside a site: relative, "/" as separator, no empty, "." or ".." part, no
/// backslash or NUL, no part above 255 bytes.
void require_site_path(std::string_view path);

/// Removes staging folders that builds left behind which were killed.
void remove_stale_staging(const std::filesystem::path& output);

/// ".NAME.staging-" beside the output.
std::string staging_prefix(const std::filesystem::path& output);

}  // namespace nianbao::publish
