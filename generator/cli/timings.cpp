#include "cli/timings.h"

#include <fmt/format.h>

namespace nianbao::cli {

std::string Timings::table() const {
  static constexpr std::array<std::string_view, 9> names = {
      "settings", "reports", "check", "compose", "theme", "pictures", "write", "search", "publish"};
  std::string out = "stage        ms (all threads)\n";
  for (std::size_t i = 0; i < names.size(); ++i)
    out += fmt::format("{:<10} {:>9.1f}\n", names[i], static_cast<double>(spent_[i].load()) / 1e6);
  const auto wall = std::chrono::duration<double, std::milli>(Steady::now() - begun_).count();
  return out + fmt::format("{:<10} {:>9.1f}\n", "wall", wall);
}

}  // namespace nianbao::cli
