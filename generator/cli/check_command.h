#pragma once

#include <filesystem>

namespace nianbao::cli {

struct CheckOptions {
  std::filesystem::path project = ".";
  bool json = false;
  bool strict = false;
  int jobs = 0;
};

/// The `check` command: a build that writes nothing.
int run_check(const CheckOptions& options);

}  // namespace nianbao::cli
