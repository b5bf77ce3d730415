#include "publish/manifest.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <stdexcept>

namespace nianbao::publish {
namespace {

nlohmann::json read_json(const std::filesystem::path& site) {
  std::ifstream in(site / manifest_name, std::ios::binary);
  return in ? nlohmann::json::parse(in, nullptr, false) : nlohmann::json();
}

bool is_ours(const nlohmann::json& json) {
  if (!json.is_object() || !json.contains("generator") || !json.contains("files")) return false;
  return json["generator"] == "nianbao" && json["files"].is_array();
}

}  // namespace

std::string print_manifest(const Manifest& manifest) {
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const auto& [path, entry] : manifest)
    files.push_back({{"path", path}, {"size", entry.size}, {"sha256", entry.sha256}});
  const nlohmann::ordered_json json = {{"generator", "nianbao"}, {"version", 1}, {"files", std::move(files)}};
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Manifest read_manifest(const std::filesystem::path& site) {
  Manifest manifest;
  const nlohmann::json json = read_json(site);
  if (!is_ours(json)) return manifest;
  for (const auto& file : json["files"]) {
    const bool complete = file.is_object() && file.contains("path") && file["path"].is_string() &&
                          file.contains("size") && file["size"].is_number_unsigned() &&
                          file.contains("sha256") && file["sha256"].is_string();
    if (complete) manifest.emplace(file["path"], ManifestEntry{file["size"], file["sha256"]});
  }
  return manifest;
}

bool has_manifest(const std::filesystem::path& site) { return is_ours(read_json(site)); }

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4];
    hex += digits[digest[i] & 15];
  }
  return hex;
}

}  // namespace nianbao::publish
