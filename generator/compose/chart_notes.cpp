#include "compose/chart_notes.h"

#include <algorithm>

namespace nianbao::compose {
namespace {

using Json = nlohmann::ordered_json;

Json number(const std::string& written) {
  const model::Value value = model::read_value(written);
  if (!value.number) return nullptr;
  return value.number->scale == 0 ? Json(value.number->units) : Json(value.number->approximate());
}

/// The place of a category; its name when there is none, which the reader of charts reports.
Json place(const std::string& category, const std::vector<std::string>& labels) {
  const auto found = std::find(labels.begin(), labels.end(), category);
  if (found == labels.end()) return category;
  return found - labels.begin();
}

/// Of a band of categories: half a step out, so that both are within it.
Json edge(const Json& at, double step) { return at.is_number_integer() ? Json(at.get<double>() + step) : at; }

Json annotation(const model::ChartReference& reference, const std::vector<std::string>& labels, bool lies) {
  const std::string index = lies ? "y" : "x";
  const std::string values = lies ? "x" : reference.axis == "right" ? "y1" : "y";
  const std::string value_letter = lies ? "x" : "y";
  Json out;
  if (!reference.value.empty()) {
    out = {{"type", "line"}, {"scaleID", values}, {"value", number(reference.value)}};
  } else if (!reference.from.empty() || !reference.to.empty()) {
    out = {{"type", "box"}, {value_letter + "ScaleID", values}};
    if (!reference.from.empty()) out[value_letter + "Min"] = number(reference.from);
    if (!reference.to.empty()) out[value_letter + "Max"] = number(reference.to);
  } else if (reference.until.empty()) {
    out = {{"type", "line"}, {"scaleID", index}, {"value", place(reference.at, labels)}};
  } else {
    out = {{"type", "box"},
           {index + "Min", edge(place(reference.at, labels), -0.5)},
           {index + "Max", edge(place(reference.until, labels), 0.5)}};
  }
  if (reference.dashed) out["borderDash"] = {5, 4};
  if (!reference.text.empty()) out["label"] = {{"display", true}, {"content", reference.text}};
  return out;
}

}  // namespace

Json annotations(const model::ChartBlock& block, const std::vector<std::string>& labels, bool lies) {
  Json out = Json::array();
  for (const model::ChartReference& reference : block.references)
    out.push_back(annotation(reference, labels, lies));
  return out;
}

Json breaks(const model::ChartBlock& block) {
  Json out = Json::array();
  for (const model::ChartBreak& change : block.breaks)
    out.push_back({{"before", change.before}, {"text", change.text}});
  return out;
}

}  // namespace nianbao::compose
