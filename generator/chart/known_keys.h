#pragma once

#include <span>
#include <string_view>

#include "chart/reading.h"

namespace nianbao::chart {

/// What the static picture makes of a key of Chart.js 4.
enum class KeyUse {
  drawn,        ///< honoured
  not_drawn,    ///< would change the picture, but does not yet: reported
  interactive,  ///< has a meaning on a screen only
};

struct KnownKey {
  std::string_view name;
  KeyUse use = KeyUse::drawn;
};

std::span<const KnownKey> root_keys();
std::span<const KnownKey> data_keys();
std::span<const KnownKey> dataset_keys();
std::span<const KnownKey> options_keys();
std::span<const KnownKey> scales_keys();
std::span<const KnownKey> scale_keys();
std::span<const KnownKey> plugins_keys();
std::span<const KnownKey> title_keys();
std::span<const KnownKey> legend_keys();
std::span<const KnownKey> nianbao_keys();

/// Reports the keys of an object that are not known, with the nearest known name, and those that are not
/// drawn.
void check_keys(const Node& object, std::span<const KnownKey> known, Problems& problems);

/// "did you mean …", in both languages; empty when nothing is near.
struct Suggestion {
  std::string zh, en;
};
Suggestion suggest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace nianbao::chart
