#include <algorithm>
#include <map>

#include "chart/cleaned.h"
#include "chart/index_text.h"
#include "chart/numbers.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string series_title(const Chart& chart, std::size_t s) {
  const Series& series = chart.series[s];
  if (!series.label.empty()) return unit_caption(chart, series.label);
  const bool alone = chart.series.size() == 1;
  const std::string name(alone ? words(chart).value : words(chart).series);
  return unit_caption(chart, alone ? name : name + " " + std::to_string(s + 1));
}

/// What the rows are: the author's name for it, else the axis' title.
std::vector<std::string> header_of(const Chart& chart) {
  const std::string_view otherwise =
      chart.index.title.empty() ? words(chart).category : std::string_view(chart.index.title);
  std::vector<std::string> header = {chart.category_name.empty() ? std::string(otherwise)
                                                                 : chart.category_name};
  for (std::size_t s = 0; s < chart.series.size(); ++s) header.push_back(series_title(chart, s));
  return header;
}

Rows rows_of_categories(const Chart& chart) {
  Rows rows = {header_of(chart)};
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    rows.push_back({chart.labels[i]});
    for (const Series& series : chart.series) rows.back().push_back(value_text(chart, series, i));
  }
  return rows;
}

/// One row for each place that some series has a value at; two values of a series at one place make two rows.
Rows rows_of_places(const Chart& chart) {
  std::map<std::pair<double, std::size_t>, std::vector<std::string>> by_place;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const Series& series = chart.series[s];
    std::map<double, std::size_t> used;
    for (std::size_t i = 0; i < series.values.size() && i < series.positions.size(); ++i) {
      if (!series.values[i] && series.states[i] == State::missing) continue;
      const double place = series.positions[i];
      auto& row = by_place[{place, used[place]++}];
      row.resize(chart.series.size() + 1);
      row.front() = index_text(chart, place);
      row[s + 1] = value_text(chart, series, i);
    }
  }
  Rows rows = {header_of(chart)};
  for (auto& [place, row] : by_place) rows.push_back(std::move(row));
  return rows;
}

bool some_point_is_named(const Chart& chart) {
  return std::any_of(chart.labels.begin(), chart.labels.end(),
                     [](const std::string& label) { return !label.empty(); });
}

/// One row for each point: its name, its series, its coordinates and its size, as far as there are such.
Rows rows_of_points(const Chart& chart) {
  const bool named = some_point_is_named(chart), several = chart.series.size() > 1;
  const bool sized = chart.type == Type::bubble;
  std::vector<std::string> header;
  if (named)
    header.push_back(chart.category_name.empty() ? std::string(words(chart).category) : chart.category_name);
  if (several) header.emplace_back(words(chart).series);
  header.push_back(x_name(chart));
  header.push_back(unit_caption(chart, y_name(chart)));
  if (sized) header.emplace_back(words(chart).size);
  Rows rows = {std::move(header)};
  for (const Series& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size() && i < series.positions.size(); ++i) {
      if (!series.values[i] && series.states[i] == State::missing) continue;
      std::vector<std::string>& row = rows.emplace_back();
      if (named) row.push_back(chart.labels[i]);
      if (several) row.push_back(series.label);
      row.push_back(index_text(chart, series.positions[i]));
      row.push_back(value_text(chart, series, i));
      if (sized) row.push_back(i < series.radii.size() ? plain_number(series.radii[i]) : "");
    }
  }
  return rows;
}

}  // namespace

std::vector<std::vector<std::string>> data_rows(const Chart& raw) {
  const Chart chart = cleaned(raw);
  if (has_points(chart)) return rows_of_points(chart);
  const bool placed = chart.index.type != ScaleType::category && !some_point_is_named(chart);
  return placed ? rows_of_places(chart) : rows_of_categories(chart);
}

}  // namespace nianbao::chart
