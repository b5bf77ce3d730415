#pragma once

#include <filesystem>
#include <string>

namespace nianbao::cli {

struct ServeOptions {
  std::filesystem::path project = ".";
  std::string host = "127.0.0.1";
  int port = 8000;  ///< 0: any free one
  int jobs = 0;
};

/// The `serve` command: builds into a folder of its own, serves it, builds again when a file of the project
/// changes and reloads the open pages; a failed build is shown in the browser. Ends with Ctrl-C.
int run_serve(const ServeOptions& options);

}  // namespace nianbao::cli
