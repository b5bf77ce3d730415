#include <algorithm>
#include <cmath>
#include <cstdint>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/moments.h"
#include "chart/numbers.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

std::optional<double> moment_of(const Node& node, Problems& problems) {
  if (node.value->is_number()) {
    const auto milliseconds = number_of(node, problems);
    return milliseconds ? std::optional(moment_of_milliseconds(*milliseconds)) : std::nullopt;
  }
  if (node.value->is_string()) {
    const std::string& text = node.value->get_ref<const std::string&>();
    if (const auto moment = moment_in(text)) return moment;
    const std::string shown = clean_label(text, 40);
    problems.add(node.pointer, "N418", "看不懂日期“" + shown + "”，请写成 2023、2023-09 或 2023-09-01",
                 "\"" + shown + "\" is no date; write 2023, 2023-09 or 2023-09-01");
    return {};
  }
  problems.wrong_type(node, "日期", "a date");
  return {};
}

/// The number of a label, or where it stands by name.
std::optional<double> category_of(const Node& node, const Chart& chart, Problems& problems) {
  if (!node.value->is_number() && !node.value->is_string()) {
    problems.wrong_type(node, "标签或它的序号", "a label or its number");
    return {};
  }
  std::string name;
  if (node.value->is_number()) {
    const auto number = number_of(node, problems);
    if (!number) return {};
    if (*number >= -0.5 && *number <= static_cast<double>(chart.labels.size()) - 0.5) return number;
    name = label_of(*number);
  } else {
    name = clean_label(node.value->get_ref<const std::string&>());
  }
  const auto found = std::find(chart.labels.begin(), chart.labels.end(), name);
  if (found != chart.labels.end()) return static_cast<double>(found - chart.labels.begin());
  const Suggestion nearest = suggest(name, chart.labels);
  problems.add(node.pointer, "N418", "没有标签“" + clean_label(name, 40) + "”" + nearest.zh,
               "there is no label \"" + clean_label(name, 40) + "\"" + nearest.en);
  return {};
}

}  // namespace

std::string label_of(double number) {
  constexpr double exact = 9e15;
  if (number == std::floor(number) && std::fabs(number) < exact)
    return std::to_string(static_cast<std::int64_t>(number));
  return plain_number(number);
}

std::optional<double> place_on_index(const Node& node, const Chart& chart, Problems& problems) {
  if (!node) return {};
  switch (chart.index.type) {
    case ScaleType::category:
      return category_of(node, chart, problems);
    case ScaleType::time:
      return moment_of(node, problems);
    default:
      return number_of(node, problems);
  }
}

void read_index_bounds(const Node& configuration, Chart& chart, Problems& problems) {
  const Node scale = is_cartesian(chart.type) ? scale_with_id(configuration, chart.index.id) : Node{};
  Axis& index = chart.index;
  index.minimum = place_on_index(member(scale, "min"), chart, problems);
  index.maximum = place_on_index(member(scale, "max"), chart, problems);
  const bool one = index.type == ScaleType::category && index.minimum == index.maximum;
  if (!index.minimum || !index.maximum || *index.minimum < *index.maximum || one) return;
  problems.add(scale.pointer + "/min", "N420", "min 应小于 max，两者都不采用",
               "min must be below max; neither is used");
  index.minimum.reset();
  index.maximum.reset();
}

}  // namespace nianbao::chart
