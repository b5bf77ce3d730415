#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "program.h"

namespace nianbao::tests {

/// The sample portal, built once.
class SamplePortal {
 public:
  SamplePortal() { built_ = run_program({"build", NIANBAO_SOURCE_DIR, "--output", site().string()}).code; }
  std::filesystem::path site() const { return folder_.folder() / "site"; }
  int built() const { return built_; }
  std::string page(const std::string& address) const { return text_of(site() / address); }

  /// A file of the search.
  std::string read(std::string_view name) const {
    const std::filesystem::path path = site() / "search" / name;
    if (!std::filesystem::is_regular_file(path)) throw std::runtime_error("missing");
    return text_of(path);
  }

 private:
  TemporaryProject folder_;
  int built_ = -1;
};

inline const SamplePortal& sample_portal() {
  static const SamplePortal portal;
  return portal;
}

}  // namespace nianbao::tests
