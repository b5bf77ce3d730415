#include "diagnostics/suggestion.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/utf8.h"

namespace nianbao {

Wording suggest(std::string_view wanted, const std::vector<std::string>& known) {
  if (const auto near = text::nearest(wanted, known)) {
    return {fmt::format("是不是想写 {}？", *near), fmt::format("did you mean {}?", *near)};
  }
  if (known.empty()) return {};
  const auto shown = known.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(known.size(), 30));
  const std::string_view more = shown == known.end() ? "" : " …";
  return {fmt::format("可用的有：{}{}", fmt::join(known.begin(), shown, "、"), more),
          fmt::format("known here: {}{}", fmt::join(known.begin(), shown, ", "), more)};
}

}  // namespace nianbao
