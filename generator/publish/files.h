#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nianbao::publish {

/// Throws PublishError with the path and the reason of the last failed system call (errno).
[[noreturn]] void fail(const std::filesystem::path& path);

/// The bytes of a regular file.
std::string read_file(const std::filesystem::path& path);

/// Writes a file that must not exist yet. `durable`: only returns when the bytes are on the disk.
void write_new_file(const std::filesystem::path& path, std::string_view bytes, bool durable = false);

/// Whether `path` is a regular file, not reached through a link at its end, that holds exactly these bytes.
bool holds(const std::filesystem::path& path, std::string_view bytes);

/// Asks the kernel to write a folder's list of names to the disk.
void sync_folder(const std::filesystem::path& folder);

}  // namespace nianbao::publish
