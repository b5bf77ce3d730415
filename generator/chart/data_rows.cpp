#include "chart/cleaned.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

std::string series_title(const Chart& chart, std::size_t s) {
  const Series& series = chart.series[s];
  if (!series.label.empty()) return unit_caption(chart, series.label);
  const bool alone = chart.series.size() == 1;
  const std::string name(alone ? words(chart).value : words(chart).series);
  return unit_caption(chart, alone ? name : name + " " + std::to_string(s + 1));
}

}  // namespace

std::vector<std::vector<std::string>> data_rows(const Chart& raw) {
  const Chart chart = cleaned(raw);
  std::vector<std::vector<std::string>> rows(1);
  rows.front().push_back(chart.category_name.empty() ? std::string(words(chart).category)
                                                     : chart.category_name);
  for (std::size_t s = 0; s < chart.series.size(); ++s) rows.front().push_back(series_title(chart, s));
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    rows.push_back({chart.labels[i]});
    for (const Series& series : chart.series) rows.back().push_back(value_text(chart, series, i));
  }
  return rows;
}

}  // namespace nianbao::chart
