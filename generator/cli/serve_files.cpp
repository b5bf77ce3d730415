#include "cli/serve_files.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "text/escape.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 28> types = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
    {".svg", "image/svg+xml; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".pdf", "application/pdf"},
    {".woff", "font/woff"},
    {".woff2", "font/woff2"},
    {".ttf", "font/ttf"},
    {".mp3", "audio/mpeg"},
    {".mp4", "video/mp4"},
    {".webm", "video/webm"},
    {".zip", "application/zip"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}};

/// "a//b/./c" as a/b/c; empty for what leads upwards or holds bytes that no name of a site has.
std::optional<fs::path> path_within(std::string_view asked) {
  if (asked.find('\0') != std::string_view::npos || asked.find('\\') != std::string_view::npos)
    return std::nullopt;
  fs::path within;
  while (!asked.empty()) {
    const std::string_view part = asked.substr(0, asked.find('/'));
    if (part == "..") return std::nullopt;
    if (!part.empty() && part != ".") within /= part;
    asked.remove_prefix(std::min(asked.size(), part.size() + 1));
  }
  return within;
}

/// The file's text; empty when it is no file, or a symbolic link leads out of the site.
std::optional<std::string> read_within(const fs::path& site, const fs::path& within) {
  std::error_code error;
  const fs::path real = fs::canonical(site / within, error);
  if (error || !fs::is_regular_file(real, error)) return std::nullopt;
  const fs::path root = fs::canonical(site, error);
  if (error || std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first != root.end())
    return std::nullopt;
  std::ifstream in(real, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return in.bad() ? std::nullopt : std::optional(std::move(bytes));
}

FileAnswer not_found(const fs::path& site) {
  auto page = read_within(site, "404.html");
  if (page) return {404, std::string(mime_type(".html")), *std::move(page), {}};
  return {404, std::string(mime_type(".txt")), "404\n", {}};
}

}  // namespace

std::string_view mime_type(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos ? "" : name.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == ending; });
  return found == types.end() ? "application/octet-stream" : found->second;
}

FileAnswer answer_file(const fs::path& site, std::string_view path) {
  auto within = path_within(path);
  if (!within) return not_found(site);
  std::error_code error;
  if (fs::is_directory(site / *within, error)) {
    if (!path.ends_with("/"))
      return {301, {}, {}, fmt::format("/{}/", text::url_path(within->generic_string()))};
    *within /= "index.html";
  } else if (path.ends_with("/")) {
    return not_found(site);
  }
  auto bytes = read_within(site, *within);
  if (!bytes) return not_found(site);
  return {200, std::string(mime_type(within->generic_string())), *std::move(bytes), {}};
}

}  // namespace nianbao::cli
