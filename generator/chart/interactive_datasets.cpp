#include "chart/interactive_datasets.h"

#include <algorithm>
#include <cmath>

#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

std::optional<double> value_at(const Series& series, std::size_t i) {
  const State state = i < series.states.size() ? series.states[i] : State::number;
  const bool drawn = state == State::number || state == State::approximate;
  return drawn && i < series.values.size() ? series.values[i] : std::nullopt;
}

Json number(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? Json(*value) : Json();
}

Json datum(const Chart& chart, const Series& series, std::size_t i, bool lies) {
  const Json value = number(value_at(series, i));
  if (value.is_null()) return value;
  if (i < series.bases.size() && series.bases[i]) return Json::array({*series.bases[i], value});
  if (chart.index.type == ScaleType::category || i >= series.positions.size()) return value;
  Json point = {{lies ? "y" : "x", series.positions[i]}, {lies ? "x" : "y", value}};
  if (i < series.radii.size()) point["r"] = series.radii[i];
  return point;
}

Json values(const Chart& chart, const Series& series, bool lies) {
  Json list = Json::array();
  for (std::size_t i = 0; i < series.values.size(); ++i) list.push_back(datum(chart, series, i, lies));
  return list;
}

/// The author's data set with what the picture made of it.
Json dataset_of(const Json& configuration, const Chart& chart, std::size_t s, bool lies) {
  const std::vector<Node> datasets = datasets_of({&configuration, ""});
  Json dataset = s < datasets.size() ? *datasets[s].value : Json::object();
  const Series& series = chart.series[s];
  for (const char* key : {"parsing", "indexAxis", "xAxisID", "yAxisID", "rAxisID"}) dataset.erase(key);
  if (!series.mark) dataset.erase("type");
  dataset["data"] = values(chart, series, lies);
  const std::string& axis = chart.value_axes[std::min(series.axis, chart.value_axes.size() - 1)].id;
  if (is_cartesian(chart.type) && axis != "x" && axis != "y") dataset[lies ? "xAxisID" : "yAxisID"] = axis;
  if (is_cartesian(chart.type) && chart.index.id != "x" && chart.index.id != "y")
    dataset[lies ? "yAxisID" : "xAxisID"] = chart.index.id;
  dataset["label"] = series.label;
  if (chart.type == Type::radar && series.look.fill.to == Fill::To::nothing) dataset["fill"] = false;
  return dataset;
}

void as_points(Json& dataset) {
  dataset["type"] = "line";
  dataset["showLine"] = false;
  if (!dataset.contains("pointRadius")) dataset["pointRadius"] = 6;
}

/// The way between the points of each row.
Json way_between(const Chart& chart) {
  Json list = Json::array();
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    std::optional<double> low, high;
    for (const Series& series : chart.series) {
      const auto value = series.hidden ? std::nullopt : value_at(series, i);
      if (!value) continue;
      low = std::min(low.value_or(*value), *value);
      high = std::max(high.value_or(*value), *value);
    }
    list.push_back(low ? Json::array({*low, *high}) : Json());
  }
  return {{"type", "bar"},
          {"data", list},
          {"label", ""},
          {"order", 1000},
          {"grouped", false},
          {"barThickness", 3},
          {"backgroundColor", "#8b949e"}};
}

void negate(Json& data) {
  for (Json& value : data) {
    if (value.is_number()) value = -std::fabs(value.get<double>());
  }
}

/// Each share of the whole is a data set of one bar for each series.
InteractiveData shares(const Chart& chart) {
  InteractiveData made = {Json::array(), Json::array(), Json::array()};
  for (const Series& series : chart.series) made.labels.push_back(series.label);
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    Json data = Json::array();
    for (const Series& series : chart.series) {
      double sum = 0;
      for (std::size_t k = 0; k < chart.labels.size(); ++k)
        sum += std::max(0.0, value_at(series, k).value_or(0));
      const double value = std::max(0.0, value_at(series, i).value_or(0));
      data.push_back(sum > 0 ? value / sum * 100 : 0);
    }
    made.datasets.push_back({{"label", chart.labels[i]}, {"data", data}});
    made.hues.push_back(i);
  }
  return made;
}

void as_percentages(const Chart& chart, Json& datasets) {
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    double sum = 0;
    for (const Series& series : chart.series)
      sum += series.hidden ? 0 : std::fabs(value_at(series, i).value_or(0));
    for (std::size_t s = 0; s < chart.series.size() && sum > 0; ++s) {
      Json& data = datasets[s]["data"];
      if (i < data.size() && data[i].is_number()) data[i] = data[i].get<double>() / sum * 100;
    }
  }
}

void shape_bullet(const Chart& chart, Json& datasets) {
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto& bases = chart.series[s].bases;
    const bool range =
        std::any_of(bases.begin(), bases.end(), [](const auto& base) { return base.has_value(); });
    Json& dataset = datasets[s];
    dataset["grouped"] = false;
    dataset["order"] = range ? 10 : s == 0 ? 5 : 1;
    if (s == 0 && !range) dataset["barPercentage"] = 0.5;
    if (s == 0 || range) continue;
    as_points(dataset);
    dataset["pointStyle"] = "line";
    dataset["pointRotation"] = 90;
  }
}

}  // namespace

InteractiveData interactive_data(const Json& configuration, const Chart& chart, bool lies) {
  if (chart.type == Type::share) return shares(chart);
  InteractiveData made = {chart.labels, Json::array(), Json::array()};
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    made.datasets.push_back(dataset_of(configuration, chart, s, lies));
    made.hues.push_back(chart.series[s].hue.value_or(s));
  }
  if (chart.percent) as_percentages(chart, made.datasets);
  if (chart.type == Type::slope || chart.type == Type::dumbbell)
    for (Json& dataset : made.datasets) as_points(dataset);
  if (chart.type == Type::pyramid) negate(made.datasets[0]["data"]);
  if (chart.type == Type::bullet) shape_bullet(chart, made.datasets);
  if (chart.type == Type::dumbbell) {
    made.datasets.push_back(way_between(chart));
    made.hues.push_back(nullptr);
  }
  return made;
}

}  // namespace nianbao::chart
