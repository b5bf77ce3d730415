#include "chart/reading_counts.h"

#include <algorithm>

#include "chart/cleaned.h"

namespace nianbao::chart {

void report_too_much(std::size_t series, std::size_t categories, const Node& datasets, Problems& problems) {
  const std::string found = std::to_string(series) + " x " + std::to_string(categories);
  problems.add(datasets.pointer, "N417",
               "数据过多（" + found + "），一张图最多 " + std::to_string(most_series) + " 个系列、" +
                   std::to_string(most_categories) + " 个类别、" + std::to_string(most_values) + " 个值",
               "too much to draw (" + found + "): at most " + std::to_string(most_series) + " series, " +
                   std::to_string(most_categories) + " categories and " + std::to_string(most_values) +
                   " values",
               true);
}

bool too_much(const Node& labels, const Node& datasets, Problems& problems) {
  std::size_t categories = labels ? labels.value->size() : 0;
  for (const Json& dataset : *datasets.value) {
    const auto data = dataset.is_object() ? dataset.find("data") : dataset.end();
    if (dataset.is_object() && data != dataset.end() && data->is_structured())
      categories = std::max(categories, data->size());
  }
  const std::size_t series = datasets.value->size();
  if (categories <= most_categories && series <= most_series && categories * series <= most_values)
    return false;
  report_too_much(series, categories, datasets, problems);
  return true;
}

void check_count(const Node& data, const Chart& chart, std::size_t labels, Problems& problems) {
  const auto plain = [](const Json& value) { return !value.is_structured(); };
  if (!data || !data.value->is_array() || chart.index.type != ScaleType::category) return;
  if (data.value->size() == labels || !std::all_of(data.value->begin(), data.value->end(), plain)) return;
  problems.add(
      data.pointer, "N416",
      "数据有 " + std::to_string(data.value->size()) + " 个，标签有 " + std::to_string(labels) + " 个",
      std::to_string(data.value->size()) + " values for " + std::to_string(labels) + " labels");
}

void check_slope(const Node& labels, const Chart& chart, Problems& problems) {
  if (chart.type != Type::slope || chart.labels.size() == 2) return;
  problems.add(labels ? labels.pointer : "/data/labels", "N416", "slope 图需要恰好两个标签：起点和终点",
               "a slope chart takes exactly two labels: its two ends");
}

void check_series_count(const Node& datasets, const Chart& chart, Problems& problems) {
  const auto too_few = [&](std::size_t least, std::string zh, std::string en) {
    if (chart.series.size() < least) problems.add(datasets.pointer, "N414", std::move(zh), std::move(en));
  };
  if (chart.type == Type::pyramid)
    too_few(2, "pyramid 图需要两个数据集，左右各一个", "a pyramid takes two data sets, one for each side");
  if (chart.type == Type::bullet)
    too_few(2, "bullet 图需要两个数据集：条和对照线", "a bullet chart takes two data sets: bars and marks");
}

}  // namespace nianbao::chart
