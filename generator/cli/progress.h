#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>

#include "diagnostics/printer.h"

namespace nianbao::cli {

/// One line on the terminal that counts reports while a build takes longer than a moment. Silent when the
/// error stream is not a terminal.
class Progress {
 public:
  explicit Progress(Language language);
  ~Progress();
  void expect(std::size_t reports) { expected_ = reports; }
  void report_done();

 private:
  void clear();

  Language language_;
  bool visible_;
  bool drawn_ = false;
  std::size_t expected_ = 0, done_ = 0;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), last_ = begun_;
};

}  // namespace nianbao::cli
