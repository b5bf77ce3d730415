#pragma once

#include <cstdlib>

namespace nianbao::fuzz {

/// Ends the run where a promise is broken, which the fuzzer takes for a crash and keeps.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace nianbao::fuzz
