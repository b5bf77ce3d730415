#pragma once

#include <array>
#include <atomic>
#include <chrono>
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

  std::array<std::atomic<std::int64_t>, 9> spent_{};
  Steady::time_point begun_ = Steady::now();
};

}  // namespace nianbao::cli
