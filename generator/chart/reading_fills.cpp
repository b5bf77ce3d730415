#include <cmath>

#include "chart/cleaned.h"
#include "chart/dataset_options.h"
#include "chart/known_keys.h"
#include "chart/numbers.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

bool is_filled(const Chart& chart, const Series& series) {
  if (series.mark) return *series.mark != Mark::bars;
  return chart.type == Type::line || chart.type == Type::scatter || chart.type == Type::radar ||
         chart.type == Type::sparkline;
}

Fill fill_to(Fill::To to) {
  Fill fill;
  fill.to = to;
  return fill;
}

/// The line below in the same pile; the origin for the lowest.
Fill fill_of_pile(const Chart& chart, std::size_t series) {
  const Series& own = chart.series[series];
  for (std::size_t s = series; s-- > 0;) {
    const Series& other = chart.series[s];
    if (!other.hidden && is_filled(chart, other) && other.axis == own.axis && other.stack == own.stack)
      return {Fill::To::series, 0, s};
  }
  return fill_to(Fill::To::origin);
}

/// A data set by its number, absolute (2) or relative ("+1"); none when it is not there.
Fill fill_to_dataset(const Node& node, double target, std::size_t series, const Chart& chart,
                     Problems& problems) {
  const bool there = target >= 0 && target < static_cast<double>(chart.series.size()) &&
                     target == std::floor(target) && target != static_cast<double>(series);
  if (there) return {Fill::To::series, 0, static_cast<std::size_t>(target)};
  problems.add(node.pointer, "N418", "fill 所指的数据集不存在", "there is no such data set to fill to");
  return {};
}

Fill read_fill(const Node& node, std::size_t series, const Chart& chart, Problems& problems);

Fill read_fill_object(const Node& node, std::size_t series, const Chart& chart, Problems& problems) {
  for (const std::string_view side : {"above", "below"}) {
    if (member(node, side)) {
      report_not_drawn(member_pointer(node, side), "静态图的面积只有一种颜色",
                       "areas of the static picture have one colour", problems);
    }
  }
  if (const auto value = read_number(node, "value", problems)) return {Fill::To::value, *value, 0};
  const Node target = member(node, "target");
  if (target && !target.value->is_object()) return read_fill(target, series, chart, problems);
  problems.wrong_type(node, "{\"value\": 数字} 或 {\"target\": …}", "{\"value\": number} or {\"target\": …}");
  return {};
}

Fill read_fill_word(const Node& node, std::size_t series, const Chart& chart, Problems& problems) {
  const std::string& word = node.value->get_ref<const std::string&>();
  if (word == "origin") return fill_to(Fill::To::origin);
  if (word == "start") return fill_to(Fill::To::start);
  if (word == "end") return fill_to(Fill::To::end);
  if (word == "stack") return fill_of_pile(chart, series);
  if (word == "shape") return fill_to(Fill::To::start);
  const auto number = number_in(word);
  if (number) {
    const bool relative = word.front() == '+' || word.front() == '-';
    return fill_to_dataset(node, relative ? static_cast<double>(series) + *number : *number, series, chart,
                           problems);
  }
  const Suggestion nearest = suggest(word, {"origin", "start", "end", "stack"});
  problems.add(
      node.pointer, "N410",
      "fill 应为 true、\"origin\"、\"start\"、\"end\"、\"stack\" 或数据集的序号" + nearest.zh,
      "fill is true, \"origin\", \"start\", \"end\", \"stack\" or the number of a data set" + nearest.en);
  return {};
}

Fill read_fill(const Node& node, std::size_t series, const Chart& chart, Problems& problems) {
  if (node.value->is_boolean()) return node.value->get<bool>() ? fill_to(Fill::To::origin) : Fill{};
  if (node.value->is_number())
    return fill_to_dataset(node, node.value->get<double>(), series, chart, problems);
  if (node.value->is_object()) return read_fill_object(node, series, chart, problems);
  if (node.value->is_string()) return read_fill_word(node, series, chart, problems);
  problems.wrong_type(node, "true、文字或数字", "true, text or a number");
  return {};
}

}  // namespace

void read_fills(const Node& configuration, const std::vector<Node>& datasets, Chart& chart,
                Problems& problems) {
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    if (!is_filled(chart, chart.series[s])) continue;
    const std::string_view type = chart.type == Type::radar ? "radar" : "line";
    const Node node = DatasetOptions(configuration, datasets[s], type, "line").find("fill");
    // Chart.js fills radars unless it is told otherwise; shapes upon shapes hide each other, so we do not.
    if (node) chart.series[s].look.fill = read_fill(node, s, chart, problems);
  }
}

}  // namespace nianbao::chart
