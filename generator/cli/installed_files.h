#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::cli {

/// The folder of a theme: the project's own themes/NAME, or the one that came with the program (beside a
/// checkout's build folder, or in ../share/nianbao of an installed program).
std::optional<std::filesystem::path> find_theme(const std::filesystem::path& project, std::string_view name);

/// Names of all themes in these places, in order.
std::vector<std::string> theme_names(const std::filesystem::path& project);

/// Chart.js as npm installed it (assets/node_modules/chart.js/dist/chart.umd.js), in the same places.
std::optional<std::filesystem::path> find_chart_js(const std::filesystem::path& project);

}  // namespace nianbao::cli
