#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace nianbao::publish {

/// One file of a published site.
struct ManifestEntry {
  std::uint64_t size = 0;
  std::string sha256;  ///< 64 lower-case hexadecimal digits
  bool operator==(const ManifestEntry&) const = default;
};

/// By path, sorted; the manifest does not list itself.
using Manifest = std::map<std::string, ManifestEntry, std::less<>>;

inline constexpr std::string_view manifest_name = "manifest.json";

/// {"generator": "nianbao", "version": 1, "files": [{"path", "size", "sha256"}]}: the same files, the same
/// bytes.
std::string print_manifest(const Manifest& manifest);

/// The manifest of a published site; empty when the folder has none of ours.
Manifest read_manifest(const std::filesystem::path& site);
bool has_manifest(const std::filesystem::path& site);

/// SHA-256 (FIPS 180-4), through OpenSSL.
std::string sha256(std::string_view bytes);

}  // namespace nianbao::publish
