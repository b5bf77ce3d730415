#pragma once

#include <filesystem>
#include <string>

#include "cli/build.h"

namespace nianbao::cli {

/// All that `serve` says on the terminal.
class ServeMessages {
 public:
  explicit ServeMessages(Language language) : zh_(language == Language::zh) {}

  void address(const std::string& host, int port) const;
  void built(const BuildResult& result) const;
  void failed() const;
  void ended() const;

  void no_project(const std::filesystem::path& project) const;
  /// `reason` is an errno; 0: the host's name means nothing.
  void cannot_listen(const std::string& host, int port, int reason) const;
  void watch_is_incomplete() const;
  void cannot_begin(const std::string& reason) const;

 private:
  bool zh_;
};

}  // namespace nianbao::cli
