#pragma once

#include <string_view>

namespace nianbao::theme {

/// "二、" and "（一）" bring their own room: no space stands between them and the title.
inline bool stands_close(std::string_view label) { return label.ends_with("、") || label.ends_with("）"); }

/// "二、", "2", "2.1": a number that belongs into the line of its title, unlike "第二章" or "案例 05".
inline bool is_bare_number(std::string_view label) {
  return label.ends_with("、") || (!label.empty() && label.front() >= '0' && label.front() <= '9');
}

}  // namespace nianbao::theme
