#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace nianbao::cli {

struct SearchOptions {
  std::string query;
  std::filesystem::path site = "public";  ///< folder of a built site
  bool json = false;
  std::size_t limit = 10;
  std::vector<std::string> cities, schools, years, kinds;  ///< what pages are chosen by
};

/// The `search` command: asks the index of a built site, which is the one that its search page asks.
int run_search(const SearchOptions& options);

}  // namespace nianbao::cli
