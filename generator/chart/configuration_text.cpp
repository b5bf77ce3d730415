#include "chart/configuration_text.h"

#include <algorithm>

#include "chart/reading.h"

namespace nianbao::chart {
namespace {

/// Data as an object, {"label": value}.
bool is_keyed(const Json& dataset) {
  return dataset.is_object() && dataset.contains("data") && dataset["data"].is_object();
}

/// Whether only the order of keys tells the order of categories.
bool needs_order(const Json& json) {
  if (!json.is_object() || !json.contains("data") || !json["data"].is_object()) return false;
  const Json& data = json["data"];
  for (const char* key : {"labels", "xLabels", "yLabels"}) {
    if (data.contains(key)) return false;
  }
  return data.contains("datasets") && data["datasets"].is_array() &&
         std::any_of(data["datasets"].begin(), data["datasets"].end(), is_keyed);
}

/// Keys of all data in the order in which they are first seen.
Json keys_in_order(const nlohmann::ordered_json& json) {
  Json labels = Json::array();
  for (const auto& dataset : json["data"]["datasets"]) {
    if (!dataset.is_object() || !dataset.contains("data") || !dataset["data"].is_object()) continue;
    for (const auto& entry : dataset["data"].items()) {
      if (std::find(labels.begin(), labels.end(), entry.key()) == labels.end()) labels.push_back(entry.key());
      if (labels.size() > 2000) return labels;
    }
  }
  return labels;
}

}  // namespace

Json parse_configuration(std::string_view text) {
  Json json = Json::parse(text);
  if (needs_order(json)) json["data"]["labels"] = keys_in_order(nlohmann::ordered_json::parse(text));
  return json;
}

}  // namespace nianbao::chart
