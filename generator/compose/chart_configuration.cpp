#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "compose/chart_data.h"
#include "compose/chart_notes.h"
#include "compose/chart_view.h"
#include "text/utf8.h"

namespace nianbao::compose {
namespace {

using Json = nlohmann::ordered_json;
using model::ChartBlock;
using model::ValueState;

/// More bars than this stand too close on a phone: they are laid on their side, one below the other.
constexpr std::size_t most_upright = 10;

/// Names longer than this many half-width cells are set beside horizontal bars.
constexpr int long_name = 16;

/// Radius of the largest bubble, in pixels.
constexpr double largest_bubble = 24;

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

double largest_size(const ChartData& data) {
  double largest = 0;
  for (const DrawnSeries& series : data.series)
    for (const model::Value& size : series.size)
      if (size.number) largest = std::max(largest, size.number->approximate());
  return largest;
}

/// The area of a bubble, not its radius, is in proportion to its figure.
double radius_of(const model::Value& size, double largest) {
  const double value = size.number ? std::max(0.0, size.number->approximate()) : 0;
  const double radius = largest > 0 ? largest_bubble * std::sqrt(value / largest) : 0;
  return std::round(radius * 100) / 100;
}

Json point_of(const DrawnSeries& series, std::size_t i, double largest) {
  Json point = {{"x", number_of(series.x[i])}, {"y", number_of(series.values[i])}};
  if (i < series.size.size()) point["r"] = radius_of(series.size[i], largest);
  return point;
}

/// A figure without a place along the axis cannot be drawn; it stays in its table.
bool is_drawn(const DrawnSeries& series, std::size_t i) { return i < series.x.size() && series.x[i].number; }

void set_type(Json& out, const std::string& type) {
  if (type == "bar" || type == "line") out["type"] = type;
  if (type == "area" || type == "stepped") out["type"] = "line";
  if (type == "area") out["fill"] = "origin";
  if (type == "stepped") out["stepped"] = true;
  if (type == "dashed") out.update({{"type", "line"}, {"borderDash", {5, 4}}});
  if (type == "edge" || type == "band")
    out.update({{"type", "line"}, {"borderWidth", 1}, {"pointRadius", 0}});
  if (type == "band") out["fill"] = "-1";  // down to the edge before it
}

class Datasets {
 public:
  Datasets(const ChartBlock& block, const ChartData& data) : block_(block), largest_(largest_size(data)) {
    for (const DrawnSeries& series : data.series) add(series);
  }

  Json datasets = Json::array(), printed = Json::array(), states = Json::array();

 private:
  void add(const DrawnSeries& series) {
    const bool points = block_.type == "scatter" || block_.type == "bubble";
    Json values = Json::array(), texts = Json::array(), names = Json::array();
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (points && !is_drawn(series, i)) continue;
      const model::Value& value = series.values[i];
      values.push_back(points ? point_of(series, i, largest_) : number_of(value));
      texts.push_back(value.state == ValueState::withheld ? "" : value.printed);  // the mark is for editors
      names.push_back(state_of(value));
    }
    Json dataset = {{"label", series.label}, {"data", std::move(values)}};
    set_type(dataset, series.type);
    if (series.type.empty()) set_look(dataset);
    if (!series.stack.empty()) dataset["stack"] = series.stack;
    if (series.axis == "right") dataset["yAxisID"] = "y1";
    datasets.push_back(std::move(dataset));
    printed.push_back(std::move(texts));
    states.push_back(std::move(names));
  }

  /// Areas and steps are lines of a certain look; piled up, an area lies on the one before.
  void set_look(Json& dataset) const {
    if (block_.type == "stepped") dataset["stepped"] = true;
    if (block_.type == "area") dataset["fill"] = block_.stacked && !datasets.empty() ? "-1" : "origin";
  }

  const ChartBlock& block_;
  double largest_;
};

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

bool is_mixed(const ChartData& data) {
  return std::any_of(data.series.begin(), data.series.end(), [](const DrawnSeries& series) {
    return !series.type.empty() || series.axis == "right";
  });
}

Json axis_title(const std::string& text) { return {{"display", true}, {"text", text}}; }

/// A second axis of values, on the right, named after the unit of its first series.
void add_right_axis(Json& scales, const ChartData& data) {
  for (const DrawnSeries& series : data.series) {
    if (series.axis != "right") continue;
    Json axis = {{"position", "right"}, {"grid", {{"drawOnChartArea", false}}}};
    if (!series.unit.empty()) axis["title"] = axis_title(series.unit);
    scales["y1"] = std::move(axis);
    return;
  }
}

Json options_of(const ChartBlock& block, const ChartData& data) {
  Json options = Json::object(), scales = Json::object();
  const bool is_bars = block.type == "bar" && !is_mixed(data);
  const bool lies = is_bars && block.horizontal.value_or(has_long_names(data) || has_many_names(data));
  if (lies) options["indexAxis"] = "y";
  if (block.stacked) scales = {{"x", {{"stacked", true}}}, {"y", {{"stacked", true}}}};
  add_right_axis(scales, data);
  if (!data.x_title.empty()) scales["x"]["title"] = axis_title(data.x_title);
  if (!data.y_title.empty()) scales["y"]["title"] = axis_title(data.y_title);
  if (!scales.empty()) options["scales"] = std::move(scales);
  if (Json references = annotations(block, data.labels, lies); !references.empty())
    options["plugins"]["annotation"]["annotations"] = std::move(references);
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

std::string type_of(const ChartBlock& block) {
  return block.type == "area" || block.type == "stepped" ? "line" : block.type;
}

}  // namespace

std::string chart_configuration(const ChartBlock& block, const std::vector<model::Table>& tables,
                                std::string_view title, std::string_view lang) {
  if (!block.config.empty()) return block.config;
  const auto data = chart_data(block, tables);
  if (!data) return {};
  Datasets series(block, *data);
  Json own = {
      {"unit", block.unit.empty() ? data->unit : block.unit}, {"lang", lang}, {"category", data->category}};
  if (!block.finding.empty()) own["finding"] = block.finding;
  if (block.panels > 0) own["panels"] = block.panels;
  if (block.shares) own["percent"] = true;
  if (!block.breaks.empty()) own["breaks"] = breaks(block);
  own["printed"] = std::move(series.printed);
  own["states"] = std::move(series.states);
  Json options = options_of(block, *data);
  set_title(options, title);
  const Json configuration = {{"type", type_of(block)},
                              {"data", {{"labels", data->labels}, {"datasets", std::move(series.datasets)}}},
                              {"options", std::move(options)},
                              {"nianbao", std::move(own)}};
  return configuration.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nianbao::compose
