#pragma once

#include <filesystem>

namespace nianbao::publish {

/// Puts `fresh` in the place of `output`. Where `output` exists the two names are exchanged in one step
/// (renameat2 with RENAME_EXCHANGE), so that at every moment one whole site stands there; afterwards `fresh`
/// names the old site. On a file system without that call `exchange_in_two_steps` does it.
void exchange(const std::filesystem::path& fresh, const std::filesystem::path& output);

/// The old site is renamed to `name_aside(fresh)` and the new one into its place; the old one is put back
/// should that fail. A build that is killed between the two leaves no site at `output`: `restore_set_aside`
/// mends that.
void exchange_in_two_steps(const std::filesystem::path& fresh, const std::filesystem::path& output);
std::filesystem::path name_aside(const std::filesystem::path& fresh);

/// Puts the old site back that a killed build had set aside, when there is none at `output`.
void restore_set_aside(const std::filesystem::path& aside, const std::filesystem::path& output);

}  // namespace nianbao::publish
