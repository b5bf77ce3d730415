#include "theme/lean_script.h"

#include <algorithm>

namespace nianbao::theme {

std::string lean_script(std::string_view script) {
  std::string out;
  bool in_comment = false;
  while (!script.empty()) {
    std::string_view line = script.substr(0, script.find('\n'));
    script.remove_prefix(std::min(line.size() + 1, script.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    if (!in_comment && line.starts_with("//")) continue;
    if (line.starts_with("/*")) in_comment = true;
    if (in_comment) {
      const std::size_t end = line.find("*/");
      if (end == std::string_view::npos) continue;
      in_comment = false;
      line.remove_prefix(end + 2);
      line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    }
    if (!line.empty()) out.append(line) += '\n';
  }
  return out;
}

}  // namespace nianbao::theme
