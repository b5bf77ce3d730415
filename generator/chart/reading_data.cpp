#include <algorithm>
#include <array>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/numbers.h"
#include "text/decimal.h"

namespace nianbao::chart {
namespace {

struct StateName {
  std::string_view name;
  State state;
};
constexpr std::array<StateName, 6> state_names = {{{"", State::number},
                                                   {"number", State::number},
                                                   {"approximate", State::approximate},
                                                   {"missing", State::missing},
                                                   {"not-applicable", State::not_applicable},
                                                   {"withheld", State::withheld}}};

bool is_round(Type type) { return type == Type::pie || type == Type::doughnut || type == Type::polar_area; }

/// Refuses before anything is copied.
bool too_much(const Node& labels, const Node& datasets, Problems& problems) {
  std::size_t categories = labels ? labels.value->size() : 0;
  for (const Json& dataset : *datasets.value) {
    const auto data = dataset.is_object() ? dataset.find("data") : dataset.end();
    if (dataset.is_object() && data != dataset.end() && data->is_array())
      categories = std::max(categories, data->size());
  }
  const std::size_t series = datasets.value->size();
  if (categories <= most_categories && series <= most_series && categories * series <= most_values)
    return false;
  const std::string found = std::to_string(series) + " x " + std::to_string(categories);
  problems.add(datasets.pointer, "N417",
               "数据过多（" + found + "），一张图最多 " + std::to_string(most_series) + " 个系列、" +
                   std::to_string(most_categories) + " 个类别、" + std::to_string(most_values) + " 个值",
               "too much to draw (" + found + "): at most " + std::to_string(most_series) + " series, " +
                   std::to_string(most_categories) + " categories and " + std::to_string(most_values) +
                   " values",
               true);
  return true;
}

std::string label_text(const Node& node, Problems& problems) {
  const Json& value = *node.value;
  if (value.is_null()) return "";
  if (value.is_string())
    return usable_text(value.get_ref<const std::string&>(), node.pointer, longest_label, problems);
  if (value.is_number_integer()) return value.dump();
  if (value.is_number()) return plain_number(value.get<double>());
  if (value.is_array()) {
    const Json wrapper = {{"lines", value}};
    return read_text({&wrapper, node.pointer}, "lines", problems).value_or("");
  }
  problems.wrong_type(node, "字符串", "a string");
  return "";
}

std::optional<double> data_value(const Node& node, Problems& problems) {
  const Json& value = *node.value;
  if (value.is_null()) return {};
  if (value.is_object() || value.is_array()) {
    problems.add(node.pointer, "N412", "静态图只认数字，不认点对象或区间",
                 "the static picture takes numbers, not points or ranges");
    return {};
  }
  if (!value.is_number()) {
    problems.wrong_type(node, "数字或 null", "a number or null");
    return {};
  }
  const double number = value.get<double>();
  if (std::isfinite(number)) return number;
  problems.add(node.pointer, "N418", "数值超出可绘制的范围", "the number is beyond what can be drawn");
  return {};
}

void read_values(const Node& dataset, const Chart& chart, Series& series, Problems& problems) {
  const Node data = read_array(dataset, "data", problems);
  if (!data) return;
  series.values.reserve(data.value->size());
  for (std::size_t i = 0; i < data.value->size(); ++i) {
    const Node node = item(data, i);
    series.values.push_back(data_value(node, problems));
    const bool negative = series.values.back().value_or(0) < 0;
    if (negative && is_round(chart.type)) {
      problems.add(node.pointer, "N418", "负数不能画成扇形，只列出数值",
                   "a negative value cannot be a slice; it is only listed");
    }
  }
  const std::size_t categories = chart.labels.size();
  if (categories != series.values.size()) {
    problems.add(
        data.pointer, "N416",
        "数据有 " + std::to_string(series.values.size()) + " 个，标签有 " + std::to_string(categories) +
            " 个",
        std::to_string(series.values.size()) + " values for " + std::to_string(categories) + " labels");
  }
}

/// The list of one data set among the lists of `nianbao.printed` or `nianbao.states`.
Node list_for(const Node& lists, std::size_t dataset, Problems& problems) {
  if (!lists || dataset >= lists.value->size()) return {};
  const Node list = item(lists, dataset);
  if (list.value->is_null()) return {};
  if (list.value->is_array()) return list;
  problems.wrong_type(list, "数组", "an array");
  return {};
}

void check_agreement(const Node& node, const Series& series, std::size_t i, Problems& problems) {
  const auto printed = text::Decimal::parse(series.printed[i]);
  if (!printed || i >= series.values.size() || !series.values[i]) return;
  const double stated = printed->approximate(), drawn = *series.values[i];
  if (std::fabs(stated - drawn) <= 1e-9 * std::max(1.0, std::fabs(stated))) return;
  problems.add(node.pointer, "N421",
               "印出的“" + series.printed[i] + "”与绘制的 " + plain_number(drawn) + " 不一致",
               "printed \"" + series.printed[i] + "\" but drawn as " + plain_number(drawn));
}

void read_printed(const Node& list, Series& series, Problems& problems) {
  if (!list) return;
  for (std::size_t i = 0; i < std::min(list.value->size(), most_categories); ++i) {
    const Node node = item(list, i);
    series.printed.emplace_back();
    if (node.value->is_null()) continue;
    if (!node.value->is_string()) {
      problems.wrong_type(node, "字符串（照报告印的样子）", "a string, as the report prints it");
      continue;
    }
    series.printed.back() =
        usable_text(node.value->get_ref<const std::string&>(), node.pointer, longest_label, problems);
    check_agreement(node, series, i, problems);
  }
}

State state_named(const Node& node, Problems& problems) {
  if (node.value->is_null()) return State::number;
  if (!node.value->is_string()) {
    problems.wrong_type(node, "字符串", "a string");
    return State::number;
  }
  const std::string& name = node.value->get_ref<const std::string&>();
  std::vector<std::string> names;
  for (const StateName& known : state_names) {
    if (known.name == name) return known.state;
    names.emplace_back(known.name);
  }
  const Suggestion nearest = suggest(name, names);
  const std::string shown = clean_label(name, 40);
  problems.add(node.pointer, "N411", "不认识的状态“" + shown + "”" + nearest.zh,
               "unknown state \"" + shown + "\"" + nearest.en);
  return State::number;
}

void read_states(const Node& list, Series& series, Problems& problems) {
  if (!list) return;
  for (std::size_t i = 0; i < std::min(list.value->size(), most_categories); ++i) {
    series.states.push_back(state_named(item(list, i), problems));
  }
}

/// What `nianbao` says about the values of all data sets.
struct Statements {
  Node printed, states;
};

void read_dataset(const Node& dataset, std::size_t index, const Statements& said, Chart& chart,
                  Problems& problems) {
  if (!dataset.value->is_object()) return problems.wrong_type(dataset, "对象", "an object");
  check_keys(dataset, dataset_keys(), problems);
  if (read_flag(dataset, "hidden", problems).value_or(false)) return;
  Series series;
  series.label = read_string(dataset, "label", problems).value_or("");
  series.stack = read_string(dataset, "stack", problems).value_or("");
  read_values(dataset, chart, series, problems);
  read_printed(list_for(said.printed, index, problems), series, problems);
  read_states(list_for(said.states, index, problems), series, problems);
  if (is_round(chart.type) && !chart.series.empty()) {
    problems.add(dataset.pointer, "N412", "静态的饼图只画第一个数据集",
                 "the static picture shows the first data set of a pie only");
    return;
  }
  chart.series.push_back(std::move(series));
}

void check_slope(const Node& labels, const Chart& chart, Problems& problems) {
  if (chart.type != Type::slope || chart.labels.size() == 2) return;
  problems.add(labels ? labels.pointer : "/data/labels", "N416", "slope 图需要恰好两个标签：起点和终点",
               "a slope chart takes exactly two labels: its two ends");
}

}  // namespace

void read_data(const Node& configuration, Chart& chart, Problems& problems) {
  const Node data = member(configuration, "data");
  if (!data || !data.value->is_object()) {
    if (data) return problems.wrong_type(data, "对象", "an object", true);
    return problems.add("/data", "N414", "缺少 data", "data is missing", true);
  }
  check_keys(data, data_keys(), problems);
  const Node labels = read_array(data, "labels", problems), datasets = read_array(data, "datasets", problems);
  if (!datasets || datasets.value->empty()) {
    return problems.add("/data/datasets", "N415", "没有数据集", "there is no data set");
  }
  if (too_much(labels, datasets, problems)) return;
  for (std::size_t i = 0; labels && i < labels.value->size(); ++i)
    chart.labels.push_back(label_text(item(labels, i), problems));
  const Node nianbao = member(configuration, "nianbao");
  const Statements said = {read_array(nianbao, "printed", problems), read_array(nianbao, "states", problems)};
  for (std::size_t i = 0; i < datasets.value->size(); ++i)
    read_dataset(item(datasets, i), i, said, chart, problems);
  check_slope(labels, chart, problems);
}

}  // namespace nianbao::chart
