#include "cli/progress.h"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace nianbao::cli {
namespace {

constexpr auto first_shown_after = std::chrono::milliseconds(400);
constexpr auto redrawn_after = std::chrono::milliseconds(100);

}  // namespace

Progress::Progress(Language language) : language_(language), visible_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (drawn_) std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

void Progress::report_done() {
  const std::lock_guard lock(mutex_);
  ++done_;
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || now - begun_ < first_shown_after || now - last_ < redrawn_after) return;
  last_ = now;
  drawn_ = true;
  const std::string line = language_ == Language::zh
                               ? fmt::format("\r正在生成：{} / {} 份报告", done_, expected_)
                               : fmt::format("\rbuilding: {} of {} reports", done_, expected_);
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace nianbao::cli
