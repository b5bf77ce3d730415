#pragma once

// Debian 13 has Catch2 3, which took version 2's one header apart and renamed a few things. Here it is as the
// tests know it.
#include <catch2/catch_all.hpp>
#include <string>

using Catch::Approx;

namespace Catch {

using Matchers::StartsWith;

inline auto Contains(const std::string& text) { return Matchers::ContainsSubstring(text); }

}  // namespace Catch
