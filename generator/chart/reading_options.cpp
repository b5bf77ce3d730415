#include <array>

#include "chart/known_keys.h"

namespace nianbao::chart {
namespace {

bool is_radial(Type type) { return type == Type::radar || type == Type::polar_area; }
bool is_cartesian(Type type) { return type == Type::bar || type == Type::line; }

void read_index_axis(const Node& options, Chart& chart, Problems& problems) {
  const auto axis = read_string(options, "indexAxis", problems);
  if (!axis) return;
  const std::string pointer = options.pointer + "/indexAxis";
  if (*axis != "x" && *axis != "y") {
    problems.add(pointer, "N410", "indexAxis 应为 \"x\" 或 \"y\"", "indexAxis must be \"x\" or \"y\"");
  } else if (chart.type != Type::bar && *axis == "y") {
    problems.add(pointer, "N412", "静态图只把条形图横放",
                 "only bars are laid on their side in the static picture");
  } else {
    chart.horizontal = *axis == "y";
    chart.orientation_given = true;
  }
}

/// "single" is Chart.js's other way of saying true.
bool read_stacked(const Node& scale, Problems& problems) {
  const Node node = member(scale, "stacked");
  if (node && node.value->is_string() && node.value->get_ref<const std::string&>() == "single") return true;
  return read_flag(scale, "stacked", problems).value_or(false);
}

std::string read_scale_title(const Node& scale, Problems& problems) {
  const Node title = read_object(scale, "title", problems);
  check_keys(title, title_keys(), problems);
  const bool shown = read_flag(title, "display", problems).value_or(true);
  return shown ? read_text(title, "text", problems).value_or("") : "";
}

void check_scale_type(const Node& scale, Problems& problems) {
  const auto type = read_string(scale, "type", problems);
  if (!type || *type == "linear" || *type == "category" || *type == "radialLinear") return;
  problems.add(scale.pointer + "/type", "N412", "静态图只有线性刻度和类别刻度",
               "the static picture has linear and category scales only");
}

void check_bounds(const Node& scale, Chart& chart, Problems& problems) {
  if (chart.values().minimum && chart.values().maximum &&
      *chart.values().minimum >= *chart.values().maximum) {
    problems.add(scale.pointer + "/min", "N420", "min 应小于 max，两者都不采用",
                 "min must be below max; neither is used");
    chart.values().minimum.reset();
    chart.values().maximum.reset();
  }
  const bool cut = chart.values().minimum.value_or(0) > 0 || chart.values().maximum.value_or(0) < 0;
  if (chart.type == Type::bar && cut) {
    problems.add(scale.pointer + "/min", "N420", "条形图不从零起，长度之比会误导读者",
                 "bars that do not start at zero mislead: their lengths no longer compare");
  }
}

void read_value_scale(const Node& scale, Chart& chart, Problems& problems) {
  chart.values().minimum = read_number(scale, "min", problems);
  chart.values().maximum = read_number(scale, "max", problems);
  check_bounds(scale, chart, problems);
  if (const auto zero = read_flag(scale, "beginAtZero", problems))
    chart.values().begin_at_zero = *zero || chart.type == Type::bar;
}

void check_category_scale(const Node& scale, Problems& problems) {
  for (const std::string_view key : {"min", "max"}) {
    if (!member(scale, key)) continue;
    problems.add(scale.pointer + "/" + std::string(key), "N412", "静态图不截取类别",
                 "the static picture shows all categories");
  }
}

void read_scales(const Node& options, Chart& chart, Problems& problems) {
  const Node scales = read_object(options, "scales", problems);
  check_keys(scales, scales_keys(), problems);
  const std::string_view values = is_radial(chart.type) ? "r" : chart.horizontal ? "x" : "y";
  for (const std::string_view name : {"x", "y", "r"}) {
    const Node scale = read_object(scales, name, problems);
    if (!scale) continue;
    check_keys(scale, scale_keys(), problems);
    check_scale_type(scale, problems);
    if (is_cartesian(chart.type) && read_stacked(scale, problems)) chart.values().stacked = true;
    (name == values ? chart.values() : chart.index).title = read_scale_title(scale, problems);
    name == values ? read_value_scale(scale, chart, problems) : check_category_scale(scale, problems);
  }
  if (chart.values().stacked && chart.type == Type::line) {
    problems.add(scales.pointer, "N412", "静态图不堆叠折线", "lines are not stacked in the static picture");
    chart.values().stacked = false;
  }
}

void read_plugins(const Node& options, Chart& chart, Problems& problems) {
  const Node plugins = read_object(options, "plugins", problems);
  check_keys(plugins, plugins_keys(), problems);
  const Node title = read_object(plugins, "title", problems);
  check_keys(title, title_keys(), problems);
  if (const auto text = read_text(title, "text", problems)) chart.title = *text;
  const Node legend = read_object(plugins, "legend", problems);
  check_keys(legend, legend_keys(), problems);
  if (const auto shown = read_flag(legend, "display", problems)) chart.show_legend = *shown;
}

}  // namespace

void read_options(const Node& configuration, Chart& chart, Problems& problems) {
  // Chart.js begins bars and polar areas at zero, lines and radars (and we: slopes and dumbbells) at their
  // least value.
  chart.values().begin_at_zero = chart.type != Type::line && chart.type != Type::radar &&
                                 chart.type != Type::slope && chart.type != Type::dumbbell &&
                                 chart.type != Type::sparkline;
  const Node options = read_object(configuration, "options", problems);
  check_keys(options, options_keys(), problems);
  read_index_axis(options, chart, problems);
  read_scales(options, chart, problems);
  read_plugins(options, chart, problems);
}

}  // namespace nianbao::chart
