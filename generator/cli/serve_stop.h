#pragma once

namespace nianbao::cli {

/// Ctrl-C, `kill` and a closed terminal as a descriptor that becomes readable, instead of the end of the
/// process: folders can then be removed as usual. Made before any thread, which all inherit the blocked
/// signals.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

}  // namespace nianbao::cli
