#include <algorithm>

#include "theme/fingerprint.h"
#include "theme/script_files.h"
#include "theme/small_script_table.h"  // written by tables/write_small_scripts.cpp

namespace nianbao::theme {

std::string published_script(std::string text) {
  const std::uint64_t key = fingerprint(text);
  const auto found = std::find_if(std::begin(small_scripts), std::end(small_scripts),
                                  [key](const SmallScript& script) { return script.key == key; });
  return found == std::end(small_scripts) ? std::move(text) : std::string(found->text);
}

}  // namespace nianbao::theme
