#pragma once

#include <string>
#include <string_view>

namespace nianbao::text {

/// `target` as seen from the page at `from` (both from the site's root): "../cases/x.html#y". Works under any
/// sub-path and from disk. The path is percent-encoded; empty targets, "#x", http(s), mailto and tel
/// addresses stay as they are.
std::string relative_address(std::string_view from, std::string_view target);

}  // namespace nianbao::text
