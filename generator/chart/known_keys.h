#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "chart/reading.h"

namespace nianbao::chart {

/// What the static picture makes of a key of Chart.js 4.
enum class KeyUse {
  drawn,        ///< honoured
  partly,       ///< honoured as far as the note says; the rest is reported where it is read
  not_drawn,    ///< would change the picture, but does not: reported
  interactive,  ///< has a meaning on a screen only
};

struct KnownKey {
  std::string_view name;
  KeyUse use = KeyUse::drawn;
  std::string_view note = {};  ///< for docs/charts.md
};

using Keys = std::span<const KnownKey>;

Keys root_keys();
Keys data_keys();
Keys dataset_keys();
Keys options_keys();
Keys elements_keys();
/// Of one kind of `options.elements`: "line", "bar", "point" or "arc"; empty for others.
Keys element_keys(std::string_view element);
Keys dataset_types_keys();
Keys scale_keys();
Keys ticks_keys();
Keys format_keys();
Keys grid_keys();
Keys time_keys();
Keys angle_lines_keys();
Keys point_labels_keys();
Keys border_keys();
Keys plugins_keys();
Keys title_keys();
Keys legend_keys();
Keys annotation_plugin_keys();
Keys annotation_keys();
Keys annotation_label_keys();
Keys nianbao_keys();
Keys break_keys();

/// All of them, with the place where such an object stands: what docs/charts.md lists.
struct KeyTable {
  std::string_view object;
  Keys keys;
};
std::vector<KeyTable> key_tables();

/// Reports the keys of an object that are not known, with the nearest known name, and those that are not
/// drawn.
void check_keys(const Node& object, Keys known, Problems& problems);

/// "did you mean …", in both languages; empty when nothing is near.
struct Suggestion {
  std::string zh, en;
};
Suggestion suggest(std::string_view word, const std::vector<std::string>& candidates);

/// Says that a value is read, and what of it the static picture does not show.
void report_not_drawn(const std::string& pointer, std::string_view zh, std::string_view en,
                      Problems& problems);

}  // namespace nianbao::chart
