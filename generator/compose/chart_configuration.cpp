#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "compose/chart_view.h"
#include "text/utf8.h"

namespace nianbao::compose {
namespace {

using Json = nlohmann::ordered_json;
using model::Band;
using model::Cell;
using model::ChartBlock;
using model::ColumnRole;
using model::ValueState;

/// More bars than this stand too close on a phone: they are laid on their side, one below the other.
constexpr std::size_t most_upright = 10;

/// Names longer than this many half-width cells are set beside horizontal bars.
constexpr int long_name = 16;

struct Series {
  std::string label, stack;
  std::vector<model::Value> values;
};

struct ChartData {
  std::vector<std::string> labels;
  std::vector<Series> series;
  std::string category, unit;
};

std::string_view without_lead(std::string_view label) {
  for (const std::string_view lead : {"其中：", "其中:"}) {
    if (label.starts_with(lead)) return label.substr(lead.size());
  }
  return label;
}

/// "人数（人）" as the name of a series is "人数": the unit is said once for the chart.
std::string without_unit(const model::Column& column) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const std::string tail = std::string(open) + column.unit + std::string(close);
    if (!column.unit.empty() && column.title.ends_with(tail))
      return column.title.substr(0, column.title.size() - tail.size());
  }
  return column.title;
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

/// The band that holds what the block names.
const Band* choose_band(const model::Table& table, const ChartBlock& block) {
  for (const Band& band : table.bands) {
    const bool rows = block.rows.empty() || !chart_rows(band, block.rows).empty();
    const bool columns = block.series.empty() || !chart_columns(band, block.series).empty();
    if (rows && columns) return &band;
  }
  return nullptr;
}

ChartData from_table(const ChartBlock& block, const model::Table& table, const Band& band) {
  ChartData data;
  const auto rows = chart_rows(band, block.rows);
  const auto columns = chart_columns(band, block.series);
  const std::size_t category = category_column(band, block.category);
  const auto value = [&](std::size_t r, std::size_t c) {
    return c < band.rows[r].cells.size() ? band.rows[r].cells[c].value : model::Value{};
  };
  if (block.by_row) {
    for (const std::size_t c : columns) data.labels.push_back(without_unit(band.columns[c]));
    for (const std::size_t r : rows) {
      Series series{category_name(band, r, category), "", {}};
      for (const std::size_t c : columns) series.values.push_back(value(r, c));
      data.series.push_back(std::move(series));
    }
  } else {
    for (const std::size_t r : rows) data.labels.push_back(category_name(band, r, category));
    for (const std::size_t c : columns) {
      Series series{without_unit(band.columns[c]), "", {}};
      for (const std::size_t r : rows) series.values.push_back(value(r, c));
      data.series.push_back(std::move(series));
    }
  }
  const bool rows_are_categories = !block.by_row && !band.columns.empty();
  if (rows_are_categories) data.category = band.columns[category].title;
  data.unit = !columns.empty() && !band.columns[columns.front()].unit.empty()
                  ? band.columns[columns.front()].unit
                  : table.unit;
  const auto unit_column = std::find_if(band.columns.begin(), band.columns.end(),
                                        [](const auto& c) { return c.role == ColumnRole::unit; });
  if (data.unit.empty() && unit_column != band.columns.end() && !rows.empty()) {
    data.unit = value(rows.front(), static_cast<std::size_t>(unit_column - band.columns.begin())).printed;
  }
  return data;
}

ChartData from_given(const ChartBlock& block) {
  ChartData data;
  data.labels = block.labels;
  for (const auto& given : block.given) {
    Series series{given.label, given.stack, {}};
    for (const std::string& value : given.values) series.values.push_back(model::read_value(value));
    series.values.resize(block.labels.size());  // another number of values than labels was reported
    data.series.push_back(std::move(series));
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
  for (Series& series : data.series) arrange(series.values);
  arrange(data.labels);
}

std::string state_of(const model::Value& value) {
  switch (value.state) {
    case ValueState::withheld:
      return "withheld";
    case ValueState::missing:
      return "missing";
    case ValueState::not_applicable:
      return "not-applicable";
    case ValueState::approximate:
      return "approximate";
    default:
      return "";
  }
}

Json number_of(const model::Value& value) {
  if (!value.number) return nullptr;
  return value.number->scale == 0 ? Json(value.number->units) : Json(value.number->approximate());
}

Json dataset(const Series& series) {
  Json values = Json::array();
  for (const auto& value : series.values) values.push_back(number_of(value));
  Json out = {{"label", series.label}, {"data", std::move(values)}};
  if (!series.stack.empty()) out["stack"] = series.stack;
  return out;
}

bool has_long_names(const ChartData& data) {
  return std::any_of(data.labels.begin(), data.labels.end(), [&](const std::string& label) {
    return text::display_width(label) > long_name ||
           (data.labels.size() > 6 && text::display_width(label) > long_name / 2);
  });
}

/// Years and months stay upright: time runs from left to right.
bool has_many_names(const ChartData& data) {
  const auto counts = [](const std::string& label) {
    return !label.empty() && label.front() >= '0' && label.front() <= '9';
  };
  return data.labels.size() > most_upright && !std::all_of(data.labels.begin(), data.labels.end(), counts);
}

Json options_of(const ChartBlock& block, const ChartData& data) {
  Json options = Json::object();
  const bool lies = block.horizontal.value_or(has_long_names(data) || has_many_names(data));
  if (block.type == "bar" && lies) options["indexAxis"] = "y";
  if (block.stacked) options["scales"] = {{"x", {{"stacked", true}}}, {"y", {{"stacked", true}}}};
  const Json wanted = Json::parse(block.options_json, nullptr, false);
  if (wanted.is_object()) options.merge_patch(wanted);
  return options;
}

/// Puts the title above the chart, whatever the author's options hold there.
void set_title(Json& options, std::string_view title) {
  Json& plugins = options["plugins"];
  if (!plugins.is_object()) plugins = Json::object();
  plugins["title"] = {{"display", true}, {"text", title}};
}

}  // namespace

std::string chart_configuration(const ChartBlock& block, const std::vector<model::Table>& tables,
                                std::string_view title, std::string_view lang) {
  if (!block.config.empty()) return block.config;
  const model::Table* table = model::find_table(tables, block.data);
  const Band* band = table == nullptr ? nullptr : choose_band(*table, block);
  if (block.given.empty() && band == nullptr) return {};
  ChartData data = block.given.empty() ? from_table(block, *table, *band) : from_given(block);
  if (block.sort != "none") sort_by_value(data, block.sort == "descending");
  Json own = {
      {"unit", block.unit.empty() ? data.unit : block.unit}, {"lang", lang}, {"category", data.category}};
  if (!block.finding.empty()) own["finding"] = block.finding;
  Json datasets = Json::array(), printed = Json::array(), states = Json::array();
  for (const Series& series : data.series) {
    datasets.push_back(dataset(series));
    Json texts = Json::array(), names = Json::array();
    for (const auto& value : series.values) {
      texts.push_back(value.state == ValueState::withheld ? "" : value.printed);  // the mark is for editors
      names.push_back(state_of(value));
    }
    printed.push_back(std::move(texts));
    states.push_back(std::move(names));
  }
  own["printed"] = std::move(printed);
  own["states"] = std::move(states);
  Json options = options_of(block, data);
  set_title(options, title);
  const Json configuration = {{"type", block.type},
                              {"data", {{"labels", data.labels}, {"datasets", std::move(datasets)}}},
                              {"options", std::move(options)},
                              {"nianbao", std::move(own)}};
  return configuration.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nianbao::compose
