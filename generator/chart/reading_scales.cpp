#include <algorithm>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

bool is_letter(std::string_view text) { return text == "x" || text == "y" || text == "r"; }

bool lies_by_nature(Type type) {
  return type == Type::dumbbell || type == Type::pyramid || type == Type::bullet || type == Type::share;
}

}  // namespace

std::string letter_of(const std::string& id, const Json& scale) {
  if (is_letter(id)) return id;
  const auto text = [&](const char* key) {
    const auto found = scale.is_object() ? scale.find(key) : scale.end();
    return scale.is_object() && found != scale.end() && found->is_string() ? found->get<std::string>() : "";
  };
  if (is_letter(text("axis"))) return text("axis");
  const std::string position = text("position");
  if (position == "top" || position == "bottom") return "x";
  if (position == "left" || position == "right") return "y";
  std::string first = id.substr(0, 1);
  if (first == "X" || first == "Y" || first == "R")
    first.front() = static_cast<char>(first.front() - 'A' + 'a');
  return is_letter(first) ? first : "";
}

Node scales_of(const Node& configuration) {
  const Node scales = member(member(configuration, "options"), "scales");
  return scales && scales.value->is_object() ? scales : Node{};
}

std::string first_id(const Node& configuration, std::string_view letter) {
  const Node scales = scales_of(configuration);
  if (!scales || scale_with_id(configuration, letter)) return std::string(letter);
  for (const auto& entry : scales.value->items()) {
    if (entry.value().is_object() && letter_of(entry.key(), entry.value()) == letter) return entry.key();
  }
  return std::string(letter);
}

std::vector<Node> datasets_of(const Node& configuration) {
  std::vector<Node> found;
  const Node datasets = member(member(configuration, "data"), "datasets");
  if (!datasets || !datasets.value->is_array()) return found;
  found.reserve(std::min(datasets.value->size(), most_series));
  for (std::size_t i = 0; i < std::min(datasets.value->size(), most_series); ++i) {
    Node dataset = item(datasets, i);
    if (dataset.value->is_object()) found.push_back(std::move(dataset));
  }
  return found;
}

std::string_view index_letter(const Chart& chart) { return chart.horizontal ? "y" : "x"; }

std::string_view value_letter(const Chart& chart) {
  if (chart.type == Type::radar || chart.type == Type::polar_area) return "r";
  return chart.horizontal ? "x" : "y";
}

Node scale_with_id(const Node& configuration, std::string_view id) {
  const Node scale = member(scales_of(configuration), id);
  return scale && scale.value->is_object() ? scale : Node{};
}

std::string value_axis_id(const Node& configuration, const Node& dataset, const Chart& chart) {
  const std::string_view letter = value_letter(chart);
  const Node node = letter == "r" ? Node{} : member(dataset, std::string(letter) + "AxisID");
  const bool named = node && node.value->is_string() && !node.value->get_ref<const std::string&>().empty();
  if (named) return clean_label(node.value->get_ref<const std::string&>());
  return first_id(configuration, letter);
}

void read_index_letter(const Node& configuration, Chart& chart, Problems& problems) {
  const bool turns = chart.type == Type::bar || chart.type == Type::line || chart.type == Type::scatter ||
                     chart.type == Type::bubble || chart.type == Type::dumbbell || chart.type == Type::bullet;
  chart.horizontal = lies_by_nature(chart.type);
  std::vector<Node> nodes = {member(member(configuration, "options"), "indexAxis")};
  for (const Node& dataset : datasets_of(configuration)) nodes.push_back(member(dataset, "indexAxis"));
  for (const Node& node : nodes) {
    if (!node) continue;
    const bool lies = is_text(node, "y");
    if (!lies && !is_text(node, "x")) {
      problems.add(node.pointer, "N410", "indexAxis 应为 \"x\" 或 \"y\"", "indexAxis must be \"x\" or \"y\"");
    } else if (!turns && lies != chart.horizontal) {
      report_not_drawn(node.pointer, "这种图不能转向", "charts of this kind are not turned", problems);
    } else if (chart.orientation_given && lies != chart.horizontal) {
      report_not_drawn(node.pointer, "静态图里所有数据集方向相同",
                       "all data sets of a static picture run the same way", problems);
    } else if (turns) {
      chart.horizontal = lies;
      chart.orientation_given = true;
    }
  }
}

}  // namespace nianbao::chart
