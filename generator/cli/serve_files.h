#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nianbao::cli {

/// What a file server answers.
struct FileAnswer {
  int status = 200;
  std::string type;  ///< MIME type, text with its charset
  std::string body;
  std::string location;  ///< where to go instead; with status 301

  bool is_html() const { return type.starts_with("text/html"); }
};

/// By the ending of the name; application/octet-stream when it is not known.
std::string_view mime_type(std::string_view name);

/// Answers as a host of static files does: index.html of a folder, a folder without "/" at its end is sent
/// on, what is not there gives 404.html with status 404. `path` is the decoded path of the request; nothing
/// outside `site` is read.
FileAnswer answer_file(const std::filesystem::path& site, std::string_view path);

}  // namespace nianbao::cli
