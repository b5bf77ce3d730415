#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <ctime>
#include <string>
#include <string_view>

namespace nianbao::cli {

/// The rooms of the journey, in order.
enum class Stage { settings, reports, check, compose, theme, pictures, write, search, publish };

/// Time spent in each room, added up over all threads.
class Timings {
 public:
  /// Runs `work` and books its time to `stage`.
  template <typename Work>
  decltype(auto) time(Stage stage, Work&& work) {
    const Clock clock(*this, stage);
    return work();
  }

  /// The same for work that shares itself out over all threads while nothing else runs: the processor's time
  /// of the process. What `work` books to other stages by `time_inside` is not counted.
  template <typename Work>
  void time_all_threads(Stage stage, Work&& work) {
    const std::int64_t before = clock_now(CLOCK_PROCESS_CPUTIME_ID), inside_before = inside_.load();
    work();
    spent_[static_cast<std::size_t>(stage)] +=
        clock_now(CLOCK_PROCESS_CPUTIME_ID) - before - (inside_.load() - inside_before);
  }
  template <typename Work>
  void time_inside(Stage stage, Work&& work) {
    const std::int64_t before = clock_now(CLOCK_THREAD_CPUTIME_ID);
    work();
    const std::int64_t spent = clock_now(CLOCK_THREAD_CPUTIME_ID) - before;
    spent_[static_cast<std::size_t>(stage)] += spent;
    inside_ += spent;
  }

  /// A line a stage, and the wall-clock time of the whole.
  std::string table() const;

 private:
  using Steady = std::chrono::steady_clock;
  struct Clock {
    Clock(Timings& timings, Stage stage) : timings_(timings), stage_(stage) {}
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    ~Clock() {
      const auto spent = std::chrono::duration_cast<std::chrono::nanoseconds>(Steady::now() - begun_).count();
      timings_.spent_[static_cast<std::size_t>(stage_)].fetch_add(spent, std::memory_order_relaxed);
    }
    Timings& timings_;
    Stage stage_;
    Steady::time_point begun_ = Steady::now();
  };

  static std::int64_t clock_now(clockid_t clock) {
    std::timespec now{};
    ::clock_gettime(clock, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
  }

  std::array<std::atomic<std::int64_t>, 9> spent_{};
  std::atomic<std::int64_t> inside_ = 0;
  Steady::time_point begun_ = Steady::now();
};

}  // namespace nianbao::cli
