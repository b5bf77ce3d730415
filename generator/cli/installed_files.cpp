#include "cli/installed_files.h"

#include <set>

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

/// The project first, then every folder above the program (a checkout), then the shared folder of an
/// installation.
std::vector<fs::path> places(const fs::path& project) {
  std::vector<fs::path> found = {project};
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  for (fs::path folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    found.push_back(folder);
    found.push_back(folder / "share" / "nianbao");
  }
  return found;
}

std::optional<fs::path> first_existing(const fs::path& project, const fs::path& relative) {
  for (const fs::path& place : places(project)) {
    if (fs::exists(place / relative)) return place / relative;
  }
  return std::nullopt;
}

}  // namespace

std::optional<fs::path> find_theme(const fs::path& project, std::string_view name) {
  const auto templates = first_existing(project, fs::path("themes") / name / "templates");
  return templates ? std::optional(templates->parent_path()) : std::nullopt;
}

std::vector<std::string> theme_names(const fs::path& project) {
  std::set<std::string> names;
  for (const fs::path& place : places(project)) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place / "themes", ignored))
      if (fs::exists(entry.path() / "templates")) names.insert(entry.path().filename().string());
  }
  return {names.begin(), names.end()};
}

std::optional<fs::path> find_chart_js(const fs::path& project) {
  return first_existing(project, "assets/node_modules/chart.js/dist/chart.umd.js");
}

}  // namespace nianbao::cli
