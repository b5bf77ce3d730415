#include <algorithm>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/reading_counts.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

std::string label_text(const Node& node, Problems& problems) {
  const Json& value = *node.value;
  if (value.is_null()) return "";
  if (value.is_string())
    return usable_text(value.get_ref<const std::string&>(), node.pointer, longest_label, problems);
  if (value.is_number()) return label_of(value.get<double>());
  if (value.is_array()) return text_of(node, longest_label, problems).value_or("");
  problems.wrong_type(node, "字符串", "a string");
  return "";
}

/// How a data set is drawn when it is not as the chart's type says.
std::optional<Mark> read_mark(const Node& dataset, const Chart& chart, Problems& problems) {
  const Node node = member(dataset, "type");
  const auto name = string_of(node, problems);
  if (!name) return {};
  const auto type = type_named(*name);
  if (!type) report_unknown_type(node, false, problems);
  if (!type || *type == chart.type) return {};
  const auto mark_of = [](Type mixed) -> std::optional<Mark> {
    if (mixed == Type::bar) return Mark::bars;
    if (mixed == Type::line) return Mark::line;
    if (mixed == Type::scatter || mixed == Type::bubble) return Mark::points;
    return {};
  };
  if (mark_of(*type) && mark_of(chart.type)) return mark_of(*type);
  const bool rings = has_no_axes(chart.type) && has_no_axes(*type);
  if (!rings) {
    report_not_drawn(node.pointer, "只有 bar、line、scatter、bubble 可以混在一张图里",
                     "only bar, line, scatter and bubble can be mixed in one picture", problems);
  }
  return {};
}

std::string stack_name(const Node& dataset, Problems& problems) {
  const Node node = member(dataset, "stack");
  return node && node.value->is_number() ? label_of(node.value->get<double>())
                                         : string_of(node, problems).value_or("");
}

std::size_t axis_of(const Node& configuration, const Node& dataset, const Chart& chart) {
  const std::string id = value_axis_id(configuration, dataset, chart);
  for (std::size_t a = 0; a < chart.value_axes.size(); ++a) {
    if (chart.value_axes[a].id == id) return a;
  }
  return 0;
}

/// Chart.js piles up series of one stack unless the axis says no.
bool never_stacked(const Node& configuration, const std::string& axis) {
  const Node stacked = member(scale_with_id(configuration, axis), "stacked");
  return stacked && *stacked.value == Json(false);
}

/// What the data sets say of places on an axis without categories are its labels, when all say the same.
void name_positions(const std::vector<std::vector<std::string>>& texts, Chart& chart) {
  if (chart.index.type == ScaleType::category || !chart.labels.empty() || texts.empty()) return;
  for (const Series& series : chart.series) {
    if (series.positions != chart.series.front().positions) return;
  }
  chart.labels = texts.front();
}

class DataReader {
 public:
  DataReader(const Node& configuration, Chart& chart, Problems& problems)
      : configuration_(configuration), chart_(chart), problems_(problems) {}

  void read(const Node& labels, const Node& datasets) {
    if (labels) chart_.labels.reserve(labels.value->size());
    chart_.series.reserve(datasets.value->size());
    for (std::size_t i = 0; labels && i < labels.value->size(); ++i)
      chart_.labels.push_back(label_text(item(labels, i), problems_));
    given_ = chart_.labels.size();
    for (std::size_t i = 0; i < datasets.value->size(); ++i) read_dataset(item(datasets, i), i);
    read_fills(configuration_, nodes_, chart_, problems_);
    name_positions(texts_, chart_);
    if (!has_too_much(chart_)) return;
    report_too_much(chart_.series.size(), chart_.labels.size(), datasets, problems_);
    chart_.series.clear();
    chart_.labels.clear();
  }

 private:
  void read_dataset(const Node& dataset, std::size_t index) {
    if (!dataset.value->is_object()) return problems_.wrong_type(dataset, "对象", "an object");
    check_keys(dataset, dataset_keys(), problems_);
    Series series;
    series.label = read_string(dataset, "label", problems_).value_or("");
    series.mark = read_mark(dataset, chart_, problems_);
    series.axis = axis_of(configuration_, dataset, chart_);
    if (!never_stacked(configuration_, chart_.value_axes[series.axis].id))
      series.stack = stack_name(dataset, problems_);
    series.hidden = read_flag(dataset, "hidden", problems_).value_or(false);
    const double order = read_number(dataset, "order", problems_).value_or(0);
    series.order = static_cast<int>(std::clamp(order, -1e6, 1e6));
    texts_.emplace_back();
    const auto places =
        read_values(configuration_, dataset, given_ > 0, chart_, series, texts_.back(), problems_);
    check_count(member(dataset, "data"), chart_, given_, problems_);
    read_statements(configuration_, index, places, series, problems_);
    read_look(configuration_, dataset, chart_, series, problems_);
    nodes_.push_back(dataset);
    chart_.series.push_back(std::move(series));
  }

  const Node configuration_;
  Chart& chart_;
  Problems& problems_;
  std::size_t given_ = 0;  ///< labels that the configuration names
  std::vector<Node> nodes_;
  std::vector<std::vector<std::string>> texts_;
};

}  // namespace

Node labels_of(const Node& configuration, const Chart& chart) {
  const Node data = member(configuration, "data");
  const auto list = [](const Node& node) { return node && node.value->is_array() ? node : Node{}; };
  const Node of_scale = is_cartesian(chart.type)
                            ? list(member(scale_with_id(configuration, chart.index.id), "labels"))
                            : Node{};
  if (of_scale) return of_scale;
  const Node of_letter = list(member(data, chart.horizontal ? "yLabels" : "xLabels"));
  return of_letter ? of_letter : list(member(data, "labels"));
}

void read_data(const Node& configuration, Chart& chart, Problems& problems) {
  const Node data = member(configuration, "data");
  if (!data || !data.value->is_object()) {
    if (data) return problems.wrong_type(data, "对象", "an object", true);
    return problems.add("/data", "N414", "缺少 data", "data is missing", true);
  }
  check_keys(data, data_keys(), problems);
  for (const std::string_view key : {"labels", "xLabels", "yLabels"}) read_array(data, key, problems);
  const Node labels = labels_of(configuration, chart), datasets = read_array(data, "datasets", problems);
  if (!datasets || datasets.value->empty()) {
    return problems.add("/data/datasets", "N415", "没有数据集", "there is no data set");
  }
  if (too_much(labels, datasets, problems)) return;
  DataReader(configuration, chart, problems).read(labels, datasets);
  check_slope(labels, chart, problems);
  check_series_count(datasets, chart, problems);
}

}  // namespace nianbao::chart
