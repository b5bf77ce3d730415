#include "chart/known_keys.h"

#include <algorithm>

#include "chart/cleaned.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

void report_unknown(const Node& object, const std::string& key, Keys known, Problems& problems) {
  std::vector<std::string> names;
  for (const KnownKey& candidate : known) names.emplace_back(candidate.name);
  const Suggestion nearest = suggest(key, names);
  const std::string shown = clean_label(key, 40);
  problems.add(member_pointer(object, key), "N411", "不认识的键“" + shown + "”" + nearest.zh,
               "unknown key \"" + shown + "\"" + nearest.en);
}

}  // namespace

std::vector<KeyTable> key_tables() {
  return {{"the configuration", root_keys()},
          {"data", data_keys()},
          {"data.datasets[]", dataset_keys()},
          {"options", options_keys()},
          {"options.elements.line", element_keys("line")},
          {"options.elements.bar", element_keys("bar")},
          {"options.elements.point", element_keys("point")},
          {"options.elements.arc", element_keys("arc")},
          {"options.scales.ID", scale_keys()},
          {"options.scales.ID.ticks", ticks_keys()},
          {"options.scales.ID.ticks.format", format_keys()},
          {"options.scales.ID.grid", grid_keys()},
          {"options.scales.ID.time", time_keys()},
          {"options.scales.ID.angleLines", angle_lines_keys()},
          {"options.scales.ID.pointLabels", point_labels_keys()},
          {"options.scales.ID.border", border_keys()},
          {"options.plugins", plugins_keys()},
          {"options.plugins.title, subtitle and options.scales.ID.title", title_keys()},
          {"options.plugins.legend", legend_keys()},
          {"options.plugins.annotation", annotation_plugin_keys()},
          {"options.plugins.annotation.annotations.ID", annotation_keys()},
          {"options.plugins.annotation.annotations.ID.label", annotation_label_keys()},
          {"nianbao", nianbao_keys()},
          {"nianbao.breaks[]", break_keys()}};
}

void check_keys(const Node& object, Keys known, Problems& problems) {
  if (!object) return;
  for (const auto& entry : object.value->items()) {
    const std::string& key = entry.key();
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const KnownKey& k) { return k.name == key; });
    if (found == known.end()) {
      report_unknown(object, key, known, problems);
    } else if (found->use == KeyUse::not_drawn) {
      problems.add(member_pointer(object, key), "N412", "静态图不理会“" + key + "”，只有交互图会用到它",
                   "\"" + key + "\" is not drawn in the static picture; only the interactive view uses it");
    }
  }
}

Suggestion suggest(std::string_view word, const std::vector<std::string>& candidates) {
  const auto nearest = text::nearest(word, candidates);
  if (!nearest) return {};
  return {"，是否想写“" + *nearest + "”？", "; did you mean \"" + *nearest + "\"?"};
}

void report_not_drawn(const std::string& pointer, std::string_view zh, std::string_view en,
                      Problems& problems) {
  problems.add(pointer, "N412", std::string(zh), std::string(en));
}

}  // namespace nianbao::chart
