#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "cli/serve_preview.h"

namespace nianbao::cli {

/// Whether a request's Host header names this machine. A page of another origin could lead its own name here
/// (DNS rebinding) and read a report that is not published yet; numeric addresses and the name that was asked
/// for cannot be led.
bool is_own_host(std::string_view host_header, std::string_view listening_on);

/// The preview's web server: the files of a site, the live script and its events.
class PreviewServer {
 public:
  /// `site` may come into being later. The preview outlives the server.
  PreviewServer(std::filesystem::path site, std::string host, const Preview& preview, Language language);
  /// Answers what is being asked, then ends.
  ~PreviewServer();

  /// Takes the port (0: any free one). Returns the port, or 0 with the reason in `errno`.
  int bind(int port);
  /// Serves on a thread of its own from now on.
  void start();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::cli
