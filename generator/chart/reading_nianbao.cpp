#include <algorithm>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

void read_break(const Node& node, Chart& chart, Problems& problems) {
  if (!node.value->is_object()) return problems.wrong_type(node, "对象", "an object");
  check_keys(node, break_keys(), problems);
  const Node before = member(node, "before");
  if (!before) {
    return problems.add(node.pointer + "/before", "N414", "缺少 before：从哪个标签起口径不同",
                        "before is missing: the first label that counts anew");
  }
  const auto place = place_on_index(before, chart, problems);
  if (place) chart.breaks.push_back({*place, read_string(node, "text", problems).value_or("")});
}

void read_breaks(const Node& nianbao, Chart& chart, Problems& problems) {
  const Node breaks = read_array(nianbao, "breaks", problems);
  if (!breaks) return;
  if (!is_cartesian(chart.type)) {
    return report_not_drawn(breaks.pointer, "这种图没有前后，不画口径调整",
                            "charts of this kind have no before and after", problems);
  }
  for (std::size_t i = 0; i < breaks.value->size(); ++i) read_break(item(breaks, i), chart, problems);
}

/// A number of panels side by side, or true.
int read_panels(const Node& nianbao, Problems& problems) {
  const Node node = member(nianbao, "panels");
  if (!node) return 0;
  if (node.value->is_boolean()) return node.value->get<bool>() ? 2 : 0;
  const auto number = number_of(node, problems);
  if (!number) return 0;
  if (*number >= 0 && *number <= most_panels && *number == std::floor(*number))
    return static_cast<int>(*number);
  problems.add(node.pointer, "N418", "panels 应是 0 到 " + std::to_string(most_panels) + " 的整数，或 true",
               "panels is a whole number from 0 to " + std::to_string(most_panels) + ", or true");
  return std::clamp(static_cast<int>(std::clamp(*number, 0.0, 100.0)), 0, most_panels);
}

}  // namespace

void read_nianbao(const Node& configuration, Chart& chart, Problems& problems) {
  const Node nianbao = read_object(configuration, "nianbao", problems);
  check_keys(nianbao, nianbao_keys(), problems);
  if (const auto unit = read_string(nianbao, "unit", problems)) chart.unit = *unit;
  if (const auto lang = read_string(nianbao, "lang", problems)) chart.lang = *lang;
  if (const auto finding = read_text(nianbao, "finding", problems)) chart.finding = *finding;
  if (const auto category = read_string(nianbao, "category", problems)) chart.category_name = *category;
  read_breaks(nianbao, chart, problems);
  chart.percent = read_flag(nianbao, "percent", problems).value_or(false);
  chart.panels = read_panels(nianbao, problems);
}

}  // namespace nianbao::chart
