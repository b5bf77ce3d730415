#include <algorithm>

#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// Chart.js takes configurations whose data sets name their types, each for itself.
Node type_of_first_dataset(const Node& configuration) {
  const std::vector<Node> datasets = datasets_of(configuration);
  return datasets.empty() ? Node{} : member(datasets.front(), "type");
}

/// Nothing when the configuration names no type that can be drawn; that has been reported, then.
std::optional<Type> read_type(const Node& configuration, Problems& problems) {
  Node node = member(configuration, "type");
  if (!node) node = type_of_first_dataset(configuration);
  if (!node) {
    problems.add("/type", "N414", "缺少 type", "type is missing", true);
    return {};
  }
  if (!node.value->is_string()) {
    problems.wrong_type(node, "字符串", "a string", true);
    return {};
  }
  const auto type = type_named(node.value->get_ref<const std::string&>());
  if (!type) report_unknown_type(node, true, problems);
  return type;
}

}  // namespace

ReadResult read_configuration(const Json& json) {
  ReadResult result;
  Problems problems;
  const Node configuration = {&json, ""};
  if (!json.is_object()) {
    problems.wrong_type(configuration, "对象（Chart.js 配置）", "an object (a Chart.js configuration)", true);
  } else {
    check_keys(configuration, root_keys(), problems);
    const auto type = read_type(configuration, problems);
    result.chart.type = type.value_or(Type::bar);
    read_options(configuration, result.chart, problems);
    read_index_letter(configuration, result.chart, problems);
    read_axes(configuration, result.chart, problems);
    if (type) read_data(configuration, result.chart, problems);
    read_index_bounds(configuration, result.chart, problems);
    read_annotations(configuration, result.chart, problems);
    read_nianbao(configuration, result.chart, problems);
  }
  result.problems = problems.take();
  return result;
}

bool is_fatal(const ReadResult& result) {
  return std::any_of(result.problems.begin(), result.problems.end(),
                     [](const Problem& problem) { return problem.fatal; });
}

}  // namespace nianbao::chart
