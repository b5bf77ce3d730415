#include <algorithm>
#include <array>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/numbers.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// Chart.js takes false for a plugin that is not wanted.
bool is_off(const Node& plugin) { return plugin && *plugin.value == Json(false); }

std::optional<std::string> read_heading(const Node& plugins, std::string_view key, Problems& problems) {
  if (is_off(member(plugins, key))) return {};
  const Node heading = read_object(plugins, key, problems);
  check_keys(heading, title_keys(), problems);
  const auto text = read_text(heading, "text", problems);
  return read_flag(heading, "display", problems).value_or(true) ? text : std::nullopt;
}

void read_legend(const Node& plugins, Chart& chart, Problems& problems) {
  static constexpr std::array<std::pair<std::string_view, LegendPosition>, 4> positions = {
      {{"top", LegendPosition::top},
       {"bottom", LegendPosition::bottom},
       {"left", LegendPosition::left},
       {"right", LegendPosition::right}}};
  const Node node = member(plugins, "legend");
  if (is_off(node)) {
    chart.show_legend = false;
    return;
  }
  const Node legend = read_object(plugins, "legend", problems);
  check_keys(legend, legend_keys(), problems);
  chart.show_legend = read_flag(legend, "display", problems).value_or(true);
  chart.legend_reversed = read_flag(legend, "reverse", problems).value_or(false);
  const Node position = member(legend, "position");
  if (!position) return;
  for (const auto& [name, side] : positions) {
    if (!is_text(position, name)) continue;
    chart.legend_position = side;
    return;
  }
  report_not_drawn(position.pointer, "静态图的图例只放在 top、bottom、left 或 right",
                   "legends of the static picture stand at top, bottom, left or right", problems);
}

void read_plugins(const Node& options, Chart& chart, Problems& problems) {
  const Node plugins = read_object(options, "plugins", problems);
  check_keys(plugins, plugins_keys(), problems);
  if (const auto title = read_heading(plugins, "title", problems)) chart.title = *title;
  if (const auto subtitle = read_heading(plugins, "subtitle", problems)) chart.finding = *subtitle;
  read_legend(plugins, chart, problems);
}

void check_defaults(const Node& options, Problems& problems) {
  const Node elements = read_object(options, "elements", problems);
  check_keys(elements, elements_keys(), problems);
  for (const KnownKey& element : elements_keys())
    check_keys(read_object(elements, element.name, problems), element_keys(element.name), problems);
  const Node datasets = read_object(options, "datasets", problems);
  check_keys(datasets, dataset_types_keys(), problems);
  for (const KnownKey& type : dataset_types_keys())
    check_keys(read_object(datasets, type.name, problems), dataset_keys(), problems);
}

}  // namespace

void read_options(const Node& configuration, Chart& chart, Problems& problems) {
  const Node options = read_object(configuration, "options", problems);
  check_keys(options, options_keys(), problems);
  check_defaults(options, problems);
  read_plugins(options, chart, problems);
  chart.aspect_ratio = read_number(options, "aspectRatio", problems);
  if (chart.aspect_ratio && *chart.aspect_ratio <= 0) {
    problems.add(member_pointer(options, "aspectRatio"), "N418", "aspectRatio 应大于零",
                 "aspectRatio must be above zero");
    chart.aspect_ratio.reset();
  }
  chart.cutout = read_cutout(member(options, "cutout"), problems);
  chart.rotation = read_number(options, "rotation", problems).value_or(0);
  chart.circumference = read_number(options, "circumference", problems).value_or(360);
}

std::optional<double> read_cutout(const Node& node, Problems& problems) {
  constexpr double usual_radius = 150;
  if (!node) return {};
  std::string text = node.value->is_string() ? node.value->get<std::string>() : "";
  if (text.ends_with('%')) {
    text.pop_back();
    if (const auto share = number_in(text)) return std::clamp(*share / 100, 0.0, 1.0);
  }
  const auto pixels = number_of(node, problems);
  return pixels ? std::optional(std::clamp(*pixels / usual_radius, 0.0, 1.0)) : std::nullopt;
}

}  // namespace nianbao::chart
