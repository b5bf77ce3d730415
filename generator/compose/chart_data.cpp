#include "compose/chart_data.h"

#include <algorithm>
#include <numeric>

namespace nianbao::compose {
namespace {

using model::Band;
using model::Cell;
using model::ChartBlock;
using model::ChartSeries;
using model::ColumnRole;

std::string_view without_lead(std::string_view label) {
  for (const std::string_view lead : {"其中：", "其中:"}) {
    if (label.starts_with(lead)) return label.substr(lead.size());
  }
  return label;
}

std::vector<std::size_t> chart_rows(const Band& band, const std::vector<std::string>& names) {
  std::vector<std::size_t> rows;
  for (const std::string& name : names) {
    const auto found = model::find_rows(band, name);
    rows.insert(rows.end(), found.begin(), found.end());
  }
  for (std::size_t i = 0; names.empty() && i < band.rows.size(); ++i) {
    if (band.rows[i].role == model::RowRole::data) rows.push_back(i);
  }
  return rows;
}

std::vector<std::size_t> chart_columns(const Band& band, const std::vector<std::string>& names) {
  std::vector<std::size_t> columns;
  for (const std::string& name : names) {
    if (const auto column = model::find_column(band, name)) columns.push_back(*column);
  }
  for (std::size_t i = 0; names.empty() && i < band.columns.size(); ++i) {
    if (band.columns[i].role == ColumnRole::number) columns.push_back(i);
  }
  return columns;
}

std::size_t category_column(const Band& band, const std::string& name) {
  if (const auto column = model::find_column(band, name); column && !name.empty()) return *column;
  const auto label = std::find_if(band.columns.begin(), band.columns.end(),
                                  [](const auto& c) { return c.role == ColumnRole::label; });
  return label == band.columns.end() ? 0 : static_cast<std::size_t>(label - band.columns.begin());
}

/// The text of a category; a merged cell counts for the rows below it.
std::string category_name(const Band& band, std::size_t row, std::size_t column) {
  while (row > 0 && column < band.rows[row].cells.size() && band.rows[row].cells[column].covered) --row;
  return column < band.rows[row].cells.size()
             ? std::string(without_lead(band.rows[row].cells[column].value.printed))
             : std::string();
}

/// Names of columns (or of rows, by rows) that the block chooses; none: all.
std::vector<std::string> chosen_series(const ChartBlock& block) {
  if (block.given.empty()) return block.by_row ? block.rows : block.series;
  std::vector<std::string> names;
  for (const ChartSeries& given : block.given) names.push_back(given.column);
  return names;
}

bool is_of_points(const ChartBlock& block) { return block.type == "scatter" || block.type == "bubble"; }

/// Where the values of a chart stand in its band.
struct Selection {
  std::vector<std::size_t> rows, columns;
  std::size_t category = 0;
  std::optional<std::size_t> x, size;
};

Selection select(const ChartBlock& block, const Band& band) {
  Selection selected;
  const std::vector<std::string> series = chosen_series(block);
  selected.rows = chart_rows(band, block.by_row ? series : block.rows);
  selected.columns = chart_columns(band, block.by_row ? block.series : series);
  selected.category = category_column(band, block.category);
  if (!is_of_points(block)) return selected;
  if (!block.x.empty()) selected.x = model::find_column(band, block.x);
  if (!block.size.empty()) selected.size = model::find_column(band, block.size);
  if (series.empty())
    std::erase_if(selected.columns, [&](std::size_t c) { return c == selected.x || c == selected.size; });
  return selected;
}

/// The band that holds what the block names.
const Band* choose_band(const model::Table& table, const ChartBlock& block) {
  for (const Band& band : table.bands) {
    const Selection selected = select(block, band);
    const bool rows = (block.by_row ? chosen_series(block) : block.rows).empty() || !selected.rows.empty();
    const bool columns =
        (block.by_row ? block.series : chosen_series(block)).empty() || !selected.columns.empty();
    if (rows && columns) return &band;
  }
  return nullptr;
}

std::vector<model::Value> column_of(const Band& band, const std::vector<std::size_t>& rows,
                                    std::size_t column) {
  std::vector<model::Value> values;
  for (const std::size_t r : rows) {
    const auto& cells = band.rows[r].cells;
    values.push_back(column < cells.size() ? cells[column].value : model::Value{});
  }
  return values;
}

/// How the block's own words have it, where there are some for this series.
void take_words(DrawnSeries& series, const ChartSeries& given) {
  if (!given.label.empty()) series.label = given.label;
  series.stack = given.stack;
  series.type = given.type;
  series.axis = given.axis;
}

std::string unit_of(const Band& band, const Selection& selected, const model::Table& table) {
  if (!selected.columns.empty() && !band.columns[selected.columns.front()].unit.empty())
    return band.columns[selected.columns.front()].unit;
  const auto unit = std::find_if(band.columns.begin(), band.columns.end(),
                                 [](const auto& c) { return c.role == ColumnRole::unit; });
  if (!table.unit.empty() || unit == band.columns.end() || selected.rows.empty()) return table.unit;
  return column_of(band, {selected.rows.front()}, static_cast<std::size_t>(unit - band.columns.begin()))
      .front()
      .printed;
}

DrawnSeries of_column(const Band& band, const Selection& selected, std::size_t column) {
  DrawnSeries series{without_unit(band.columns[column])};
  series.unit = band.columns[column].unit;
  series.values = column_of(band, selected.rows, column);
  if (selected.x) series.x = column_of(band, selected.rows, *selected.x);
  if (selected.size) series.size = column_of(band, selected.rows, *selected.size);
  return series;
}

ChartData from_table(const ChartBlock& block, const model::Table& table, const Band& band) {
  ChartData data;
  const Selection selected = select(block, band);
  if (block.by_row) {
    for (const std::size_t c : selected.columns) data.labels.push_back(without_unit(band.columns[c]));
    for (const std::size_t r : selected.rows) {
      DrawnSeries& series = data.series.emplace_back();
      series.label = category_name(band, r, selected.category);
      for (const std::size_t c : selected.columns) series.values.push_back(column_of(band, {r}, c).front());
    }
  } else {
    for (const std::size_t r : selected.rows)
      data.labels.push_back(category_name(band, r, selected.category));
    for (const std::size_t c : selected.columns) data.series.push_back(of_column(band, selected, c));
    if (!band.columns.empty()) data.category = band.columns[selected.category].title;
  }
  for (std::size_t i = 0; i < data.series.size() && i < block.given.size(); ++i)
    take_words(data.series[i], block.given[i]);
  data.unit = unit_of(band, selected, table);
  if (selected.x) data.x_title = band.columns[*selected.x].title;
  if (is_of_points(block) && selected.columns.size() == 1)
    data.y_title = band.columns[selected.columns.front()].title;
  return data;
}

std::vector<model::Value> read_values(const std::vector<std::string>& written) {
  std::vector<model::Value> values;
  for (const std::string& value : written) values.push_back(model::read_value(value));
  return values;
}

ChartData from_given(const ChartBlock& block) {
  ChartData data;
  data.labels = block.labels;
  for (const ChartSeries& given : block.given) {
    DrawnSeries& series = data.series.emplace_back();
    take_words(series, given);
    series.values = read_values(given.values);
    series.x = read_values(given.x);
    series.size = read_values(given.size);
    // Another number of values than labels was reported.
    if (!is_of_points(block)) series.values.resize(block.labels.size());
  }
  return data;
}

void sort_by_value(ChartData& data, bool descending) {
  if (data.series.empty()) return;
  std::vector<std::size_t> order(data.labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto& values = data.series.front().values;
  const auto before = [&](std::size_t a, std::size_t b) {
    const auto &x = values[a].number, &y = values[b].number;
    if (!x || !y) return x.has_value() && !y.has_value();  // gaps go last
    return descending ? *y < *x : *x < *y;
  };
  std::stable_sort(order.begin(), order.end(), before);
  const auto arrange = [&](auto& items) {
    auto arranged = items;
    for (std::size_t i = 0; i < order.size(); ++i) arranged[i] = items[order[i]];
    items = std::move(arranged);
  };
  for (DrawnSeries& series : data.series) {
    arrange(series.values);
    if (series.x.size() == order.size()) arrange(series.x);
    if (series.size.size() == order.size()) arrange(series.size);
  }
  arrange(data.labels);
}

ChartData sorted(const ChartBlock& block, ChartData data) {
  if (block.sort == "descending" || block.sort == "ascending")
    sort_by_value(data, block.sort == "descending");
  return data;
}

}  // namespace

std::string without_unit(const model::Column& column) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const std::string tail = std::string(open) + column.unit + std::string(close);
    if (!column.unit.empty() && column.title.ends_with(tail))
      return column.title.substr(0, column.title.size() - tail.size());
  }
  return column.title;
}

std::optional<ChartData> chart_data(const ChartBlock& block, const std::vector<model::Table>& tables) {
  const bool in_place = std::any_of(block.given.begin(), block.given.end(),
                                    [](const ChartSeries& series) { return series.column.empty(); });
  if (in_place) return sorted(block, from_given(block));
  const model::Table* table = model::find_table(tables, block.data);
  const Band* band = table == nullptr ? nullptr : choose_band(*table, block);
  if (band == nullptr) return {};
  return sorted(block, from_table(block, *table, *band));
}

}  // namespace nianbao::compose
