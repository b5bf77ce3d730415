#include <algorithm>
#include <array>

#include "chart/cleaned.h"
#include "chart/known_keys.h"

namespace nianbao::chart {
namespace {

struct TypeName {
  std::string_view name;
  Type type;
};
constexpr std::array<TypeName, 15> type_names = {{{"bar", Type::bar},
                                                  {"line", Type::line},
                                                  {"pie", Type::pie},
                                                  {"doughnut", Type::doughnut},
                                                  {"radar", Type::radar},
                                                  {"polarArea", Type::polar_area},
                                                  {"slope", Type::slope},
                                                  {"scatter", Type::scatter},
                                                  {"bubble", Type::bubble},
                                                  {"dumbbell", Type::dumbbell},
                                                  {"pyramid", Type::pyramid},
                                                  {"bullet", Type::bullet},
                                                  {"share", Type::share},
                                                  {"waffle", Type::waffle},
                                                  {"sparkline", Type::sparkline}}};

void report_unknown_type(const Node& node, Problems& problems) {
  std::vector<std::string> names;
  std::string list;
  for (const TypeName& known : type_names) {
    names.emplace_back(known.name);
    list.append(list.empty() ? "" : ", ").append(known.name);
  }
  const std::string name = node.value->get<std::string>(), shown = clean_label(name, 40);
  const Suggestion nearest = suggest(name, names);
  problems.add(node.pointer, "N413",
               "不认识的图表类型“" + shown + "”" + nearest.zh + "（可用：" + list + "）",
               "unknown chart type \"" + shown + "\"" + nearest.en + " (known: " + list + ")", true);
}

/// Nothing when the configuration names no type that can be drawn; that has been reported, then.
std::optional<Type> read_type(const Node& configuration, Problems& problems) {
  const Node node = member(configuration, "type");
  if (!node) {
    problems.add("/type", "N414", "缺少 type", "type is missing", true);
    return {};
  }
  if (!node.value->is_string()) {
    problems.wrong_type(node, "字符串", "a string", true);
    return {};
  }
  const std::string& name = node.value->get_ref<const std::string&>();
  const auto known =
      std::find_if(type_names.begin(), type_names.end(), [&](const TypeName& t) { return t.name == name; });
  if (known != type_names.end()) return known->type;
  report_unknown_type(node, problems);
  return {};
}

void read_nianbao(const Node& configuration, Chart& chart, Problems& problems) {
  const Node nianbao = read_object(configuration, "nianbao", problems);
  check_keys(nianbao, nianbao_keys(), problems);
  if (const auto unit = read_string(nianbao, "unit", problems)) chart.unit = *unit;
  if (const auto lang = read_string(nianbao, "lang", problems)) chart.lang = *lang;
  if (const auto finding = read_text(nianbao, "finding", problems)) chart.finding = *finding;
  if (const auto category = read_string(nianbao, "category", problems)) chart.category_name = *category;
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
    read_nianbao(configuration, result.chart, problems);
    read_options(configuration, result.chart, problems);
    if (type) read_data(configuration, result.chart, problems);
  }
  result.problems = problems.take();
  return result;
}

bool is_fatal(const ReadResult& result) {
  return std::any_of(result.problems.begin(), result.problems.end(),
                     [](const Problem& problem) { return problem.fatal; });
}

}  // namespace nianbao::chart
