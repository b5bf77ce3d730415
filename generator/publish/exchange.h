#pragma once

#include <filesystem>

namespace nianbao::publish {

/// Puts `fresh` in the place of `output`. Where `output` exists the two names are exchanged in one step (renameat2 with
/// RENAME_EXCHANGE), so that at every moment one whole site stands there; afterwards `fresh` names the old site. On a file
/// system without that call the old site is renamed away and the new one into its place, and put back should that fail.
void exchange(const std::filesystem::path& fresh, const std::filesystem::path& output);

/// Asks the kernel to write what has been changed in a folder's list of names.
void sync_folder(const std::filesystem::path& folder);

}  // namespace nianbao::publish
