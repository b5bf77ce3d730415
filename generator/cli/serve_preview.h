#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "diagnostics/printer.h"

namespace nianbao::cli {

/// What an open page has to know: which build it should show, and what is wrong with the project since.
struct PreviewState {
  std::string build;  ///< names the site that is served; a page that shows another one loads itself anew
  std::string
      problems;  ///< JSON for the page: title, text, close, problems [{severity, message, hint}]; empty: none
  std::uint64_t serial = 0;  ///< counts the changes of this state
};

/// The state between the thread that builds and the threads that serve.
class Preview {
 public:
  Preview();

  /// A build went out. Pages are asked to load themselves anew when `changed`.
  void published(bool changed);
  /// A build went wrong; the last good site goes on being served. `reason` is for what is no problem of the
  /// content.
  void failed(const std::vector<Diagnostic>& diagnostics, const std::string& reason, Language language);
  /// Wakes everyone who waits, for good.
  void close();

  PreviewState state() const;
  /// Sleeps until the state is another than `serial`, or for `longest`. False after `close`.
  bool wait(std::uint64_t serial, std::chrono::milliseconds longest) const;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  PreviewState state_;
  std::string session_;  ///< a server that is started again gives other names to its builds
  int builds_ = 0;
  bool closed_ = false;
};

/// The event that tells an open page of the state (format: server-sent events, HTML standard, section 9.2).
std::string event_of(const PreviewState& state);

}  // namespace nianbao::cli
