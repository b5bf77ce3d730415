#pragma once

#include <filesystem>

namespace nianbao::cli {

struct NewOptions {
  std::filesystem::path folder;
};

/// The `new` command: a small working project (one school, one report) to start from. Refuses a folder that
/// is not empty.
int run_new(const NewOptions& options);

}  // namespace nianbao::cli
