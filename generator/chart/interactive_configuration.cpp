#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "chart/cleaned.h"
#include "chart/configuration_text.h"
#include "chart/interactive_datasets.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// Deeper than this nothing is copied: copies recurse.
bool is_too_deep(const Json& json) {
  std::vector<std::pair<const Json*, std::size_t>> waiting = {{&json, 0}};
  while (!waiting.empty()) {
    const auto [value, depth] = waiting.back();
    waiting.pop_back();
    if (depth > deepest_configuration) return true;
    if (!value->is_structured()) continue;
    for (const Json& part : *value) waiting.emplace_back(&part, depth + 1);
  }
  return false;
}

bool has_interactive_view(const Chart& chart) {
  return chart.type != Type::waffle && chart.type != Type::sparkline && chart.panels == 0 &&
         !chart.series.empty() && !has_too_much(chart);
}

std::string_view chart_js_type(Type type) {
  switch (type) {
    case Type::line:
    case Type::slope:
    case Type::dumbbell:
      return "line";
    case Type::scatter:
      return "scatter";
    case Type::bubble:
      return "bubble";
    case Type::pie:
      return "pie";
    case Type::doughnut:
      return "doughnut";
    case Type::polar_area:
      return "polarArea";
    case Type::radar:
      return "radar";
    default:
      return "bar";
  }
}

/// The object that is a member, made when there is none.
Json& object_in(Json& parent, const std::string& key) {
  Json& found = parent[key];
  if (!found.is_object()) found = Json::object();
  return found;
}

void show_title(Json& scale, const Axis& axis) {
  scale.erase("title");
  if (!axis.title.empty()) scale["title"] = {{"display", true}, {"text", axis.title}};
}

/// A scale as the author set it, found where the reader took it from.
Json scale_of(const Json& configuration, const std::string& id) {
  const Node scale = scale_with_id({&configuration, ""}, id);
  return scale ? *scale.value : Json::object();
}

/// A scale's id when bars are turned that the author did not turn.
std::string turned_id(const std::string& id, bool turned) {
  if (!turned) return id;
  return id == "x" ? "y" : id == "y" ? "x" : id;
}

void set_bounds(Json& scale, const Bounds& bounds) {
  scale["min"] = bounds.low;
  scale["max"] = bounds.high;
  for (const char* key : {"suggestedMin", "suggestedMax", "beginAtZero", "grace"}) scale.erase(key);
}

std::string_view scale_type(const Axis& axis, bool radial) {
  if (radial) return "radialLinear";
  return axis.type == ScaleType::logarithmic ? "logarithmic"
         : axis.type == ScaleType::category  ? "category"
                                             : "linear";
}

struct View {
  const Json& configuration;
  const Chart& chart;
  int width;
  bool lies, turned;
};

/// How far both sides of a pyramid reach.
double largest_size(const Chart& chart) {
  double largest = chart.values().maximum.value_or(0);
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) largest = std::max(largest, std::fabs(value.value_or(0)));
  }
  return largest > 0 ? largest : 1;
}

Json value_scale(const View& view, std::size_t a, const ScaleBounds& bounds) {
  const Axis& axis = view.chart.value_axes[a];
  const bool radial = view.chart.type == Type::radar || view.chart.type == Type::polar_area;
  Json scale = scale_of(view.configuration, axis.id);
  scale["type"] = scale_type(axis, radial);
  if (!radial) scale["axis"] = view.lies ? "x" : "y";
  if (view.turned) scale.erase("position");
  if (a < bounds.values.size() && bounds.values[a].low < bounds.values[a].high)
    set_bounds(scale, bounds.values[a]);
  if (view.chart.type == Type::pyramid) {
    const double reach = largest_size(view.chart);
    set_bounds(scale, {-reach, reach});
  }
  if (view.chart.percent || view.chart.type == Type::share) set_bounds(scale, {0, 100});
  const bool piled = view.chart.percent || view.chart.type == Type::pyramid || view.chart.type == Type::share;
  if (piled) scale["stacked"] = true;
  show_title(scale, axis);
  return scale;
}

Json index_scale(const View& view, const ScaleBounds& bounds) {
  const Axis& axis = view.chart.index;
  Json scale = scale_of(view.configuration, axis.id);
  scale["type"] = scale_type(axis, false);
  scale["axis"] = view.lies ? "y" : "x";
  for (const char* key : {"labels", "time", "adapters"}) scale.erase(key);
  if (view.turned) scale.erase("position");
  if (axis.type != ScaleType::category && bounds.index) set_bounds(scale, *bounds.index);
  const bool piled = view.chart.type == Type::pyramid || view.chart.type == Type::share || view.chart.percent;
  if (piled) scale["stacked"] = true;
  // Chart.js counts rows from the top; the youngest of a pyramid stand lowest.
  if (view.chart.type == Type::pyramid) scale["reverse"] = !axis.reverse;
  show_title(scale, axis);
  return scale;
}

Json scales(const View& view) {
  Json made = Json::object();
  if (has_no_axes(view.chart.type)) return made;
  ScaleBounds bounds = scale_bounds(view.chart, view.width);
  const auto first = value_bounds(view.chart, view.width);
  if (bounds.values.empty() && first) bounds.values.push_back(*first);
  for (std::size_t a = 0; a < view.chart.value_axes.size(); ++a)
    made[turned_id(view.chart.value_axes[a].id, view.turned)] = value_scale(view, a, bounds);
  if (is_cartesian(view.chart.type))
    made[turned_id(view.chart.index.id, view.turned)] = index_scale(view, bounds);
  return made;
}

/// The page has a heading of its own.
void set_plugins(Json& options, const Chart& chart) {
  Json& plugins = object_in(options, "plugins");
  plugins["title"] = plugins["subtitle"] = {{"display", false}};
  if (plugins.contains("legend") && plugins["legend"] == Json(false)) plugins.erase("legend");
  Json& legend = object_in(plugins, "legend");
  legend["display"] = chart.show_legend && (chart.series.size() > 1 || !is_cartesian(chart.type));
}

Json own_part(const View& view, const InteractiveData& data) {
  const Chart& chart = view.chart;
  Json own = {{"hues", data.hues}, {"unit", chart.unit}, {"lang", chart.lang}};
  if (chart.type == Type::pyramid) own["absolute"] = true;
  if (chart.index.type == ScaleType::time) own["time"] = true;
  if (chart.index.type != ScaleType::category && !chart.series.empty()) {
    Json ticks = Json::array();
    const std::vector<double>& positions = chart.series.front().positions;
    for (std::size_t i = 0; i < std::min(positions.size(), chart.labels.size()); ++i)
      ticks.push_back({{"value", positions[i]}, {"label", chart.labels[i]}});
    own["ticks"] = ticks;
  }
  return own;
}

/// Fit to stand within a <script> element.
std::string written(const Json& json) {
  std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace), out;
  for (const char c : text) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string interactive_configuration(const Json& configuration, const Chart& chart, int width) {
  if (!configuration.is_object() || !has_interactive_view(chart) || is_too_deep(configuration)) return "";
  const bool bars_lie = draws_horizontally(chart, width);
  const bool lies = chart.type == Type::bar ? bars_lie : chart.horizontal;
  const View view = {configuration, chart, width, lies, lies != chart.horizontal};
  const InteractiveData data = interactive_data(configuration, chart, lies);
  Json made = {{"type", chart_js_type(chart.type)}};
  made["data"] = {{"labels", data.labels}, {"datasets", data.datasets}};
  made["options"] = configuration.value("options", Json::object());
  Json& options = made["options"];
  if (!options.is_object()) options = Json::object();
  options.erase("parsing");
  options.erase("indexAxis");
  if (lies) options["indexAxis"] = "y";
  options["scales"] = scales(view);
  if (options["scales"].empty()) options.erase("scales");
  set_plugins(options, chart);
  made["nianbao"] = own_part(view, data);
  return written(made);
}

}  // namespace nianbao::chart
