#include "chart/known_keys.h"

#include <algorithm>

#include "chart/cleaned.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr auto drawn = KeyUse::drawn;
constexpr auto not_drawn = KeyUse::not_drawn;
constexpr auto interactive = KeyUse::interactive;

// Names after the Chart.js 4 documentation, "Configuration".
constexpr KnownKey root[] = {{"$schema", drawn}, {"type", drawn},    {"data", drawn},
                             {"options", drawn}, {"nianbao", drawn}, {"plugins", interactive}};

constexpr KnownKey data[] = {
    {"labels", drawn}, {"datasets", drawn}, {"xLabels", not_drawn}, {"yLabels", not_drawn}};

constexpr KnownKey dataset[] = {
    {"label", drawn},
    {"data", drawn},
    {"stack", drawn},
    {"hidden", drawn},
    {"type", not_drawn},
    {"backgroundColor", not_drawn},
    {"borderColor", not_drawn},
    {"borderWidth", not_drawn},
    {"borderRadius", not_drawn},
    {"borderDash", not_drawn},
    {"borderDashOffset", not_drawn},
    {"borderSkipped", not_drawn},
    {"borderAlign", not_drawn},
    {"borderCapStyle", not_drawn},
    {"borderJoinStyle", not_drawn},
    {"tension", not_drawn},
    {"cubicInterpolationMode", not_drawn},
    {"fill", not_drawn},
    {"stepped", not_drawn},
    {"spanGaps", not_drawn},
    {"showLine", not_drawn},
    {"order", not_drawn},
    {"base", not_drawn},
    {"grouped", not_drawn},
    {"skipNull", not_drawn},
    {"barPercentage", not_drawn},
    {"categoryPercentage", not_drawn},
    {"barThickness", not_drawn},
    {"maxBarThickness", not_drawn},
    {"minBarLength", not_drawn},
    {"inflateAmount", not_drawn},
    {"indexAxis", not_drawn},
    {"xAxisID", not_drawn},
    {"yAxisID", not_drawn},
    {"rAxisID", not_drawn},
    {"cutout", not_drawn},
    {"circumference", not_drawn},
    {"rotation", not_drawn},
    {"offset", not_drawn},
    {"spacing", not_drawn},
    {"weight", not_drawn},
    {"radius", not_drawn},
    {"pointRadius", not_drawn},
    {"pointStyle", not_drawn},
    {"pointRotation", not_drawn},
    {"pointBackgroundColor", not_drawn},
    {"pointBorderColor", not_drawn},
    {"pointBorderWidth", not_drawn},
    {"segment", not_drawn},
    {"datalabels", not_drawn},
    {"hoverBackgroundColor", interactive},
    {"hoverBorderColor", interactive},
    {"hoverBorderWidth", interactive},
    {"hoverBorderRadius", interactive},
    {"hoverOffset", interactive},
    {"hoverRadius", interactive},
    {"hitRadius", interactive},
    {"pointHitRadius", interactive},
    {"pointHoverRadius", interactive},
    {"pointHoverBackgroundColor", interactive},
    {"pointHoverBorderColor", interactive},
    {"pointHoverBorderWidth", interactive},
    {"animation", interactive},
    {"animations", interactive},
    {"transitions", interactive},
    {"parsing", interactive},
    {"normalized", interactive},
    {"clip", interactive},
    {"drawActiveElementsOnTop", interactive},
};

constexpr KnownKey options[] = {
    {"indexAxis", drawn},
    {"scales", drawn},
    {"plugins", drawn},
    {"aspectRatio", not_drawn},
    {"layout", not_drawn},
    {"elements", not_drawn},
    {"datasets", not_drawn},
    {"font", not_drawn},
    {"color", not_drawn},
    {"backgroundColor", not_drawn},
    {"borderColor", not_drawn},
    {"cutout", not_drawn},
    {"rotation", not_drawn},
    {"circumference", not_drawn},
    {"radius", not_drawn},
    {"spanGaps", not_drawn},
    {"showLine", not_drawn},
    {"skipNull", not_drawn},
    {"locale", interactive},
    {"responsive", interactive},
    {"maintainAspectRatio", interactive},
    {"resizeDelay", interactive},
    {"devicePixelRatio", interactive},
    {"animation", interactive},
    {"animations", interactive},
    {"transitions", interactive},
    {"interaction", interactive},
    {"hover", interactive},
    {"events", interactive},
    {"onHover", interactive},
    {"onClick", interactive},
    {"onResize", interactive},
    {"parsing", interactive},
    {"normalized", interactive},
};

constexpr KnownKey scales[] = {{"x", drawn}, {"y", drawn}, {"r", drawn}};

constexpr KnownKey scale[] = {
    {"min", drawn},
    {"max", drawn},
    {"beginAtZero", drawn},
    {"stacked", drawn},
    {"title", drawn},
    {"type", drawn},
    {"display", not_drawn},
    {"position", not_drawn},
    {"axis", not_drawn},
    {"reverse", not_drawn},
    {"suggestedMin", not_drawn},
    {"suggestedMax", not_drawn},
    {"grace", not_drawn},
    {"bounds", not_drawn},
    {"offset", not_drawn},
    {"labels", not_drawn},
    {"ticks", not_drawn},
    {"grid", not_drawn},
    {"border", not_drawn},
    {"angleLines", not_drawn},
    {"pointLabels", not_drawn},
    {"startAngle", not_drawn},
    {"backgroundColor", not_drawn},
    {"weight", not_drawn},
    {"stack", not_drawn},
    {"stackWeight", not_drawn},
    {"clip", interactive},
    {"animate", interactive},
};

constexpr KnownKey plugins[] = {
    {"title", drawn},         {"legend", drawn},           {"subtitle", not_drawn},
    {"tooltip", interactive}, {"decimation", interactive}, {"filler", not_drawn},
    {"colors", not_drawn},    {"datalabels", not_drawn},   {"annotation", not_drawn}};

constexpr KnownKey title[] = {{"display", drawn},     {"text", drawn},        {"align", not_drawn},
                              {"color", not_drawn},   {"font", not_drawn},    {"fullSize", not_drawn},
                              {"padding", not_drawn}, {"position", not_drawn}};

constexpr KnownKey legend[] = {
    {"display", drawn},       {"position", not_drawn},  {"align", not_drawn},    {"labels", not_drawn},
    {"title", not_drawn},     {"reverse", not_drawn},   {"rtl", not_drawn},      {"textDirection", not_drawn},
    {"fullSize", not_drawn},  {"maxHeight", not_drawn}, {"maxWidth", not_drawn}, {"onClick", interactive},
    {"onHover", interactive}, {"onLeave", interactive}};

constexpr KnownKey nianbao[] = {{"unit", drawn},    {"lang", drawn},     {"finding", drawn},
                                {"printed", drawn}, {"category", drawn}, {"states", drawn}};

void report_unknown(const Node& object, const std::string& key, std::span<const KnownKey> known,
                    Problems& problems) {
  std::vector<std::string> names;
  for (const KnownKey& candidate : known) names.emplace_back(candidate.name);
  const Suggestion nearest = suggest(key, names);
  const std::string shown = clean_label(key, 40);
  problems.add(member_pointer(object, key), "N411", "不认识的键“" + shown + "”" + nearest.zh,
               "unknown key \"" + shown + "\"" + nearest.en);
}

}  // namespace

std::span<const KnownKey> root_keys() { return root; }
std::span<const KnownKey> data_keys() { return data; }
std::span<const KnownKey> dataset_keys() { return dataset; }
std::span<const KnownKey> options_keys() { return options; }
std::span<const KnownKey> scales_keys() { return scales; }
std::span<const KnownKey> scale_keys() { return scale; }
std::span<const KnownKey> plugins_keys() { return plugins; }
std::span<const KnownKey> title_keys() { return title; }
std::span<const KnownKey> legend_keys() { return legend; }
std::span<const KnownKey> nianbao_keys() { return nianbao; }

void check_keys(const Node& object, std::span<const KnownKey> known, Problems& problems) {
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

}  // namespace nianbao::chart
