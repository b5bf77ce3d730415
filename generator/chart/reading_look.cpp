#include <algorithm>
#include <array>

#include "chart/cleaned.h"
#include "chart/css_colour.h"
#include "chart/dataset_options.h"
#include "chart/known_keys.h"
#include "chart/reading_colours.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// The one number of a look: of a list the first, of an object ({"top": 1}) the largest.
std::optional<double> one_number(const Node& node, Problems& problems) {
  if (!node) return {};
  if (!node.value->is_structured()) return number_of(node, problems);
  report_not_drawn(node.pointer, "静态图里一个数据集只用一个数",
                   "the static picture takes one number for a data set", problems);
  std::optional<double> number;
  if (node.value->is_array()) return node.value->empty() ? number : number_of(item(node, 0), problems);
  for (const auto& entry : node.value->items()) {
    const auto found = number_of({&entry.value(), member_pointer(node, entry.key())}, problems);
    if (found) number = std::max(*found, number.value_or(*found));
  }
  return number;
}

std::vector<double> read_dash(const Node& node, Problems& problems) {
  if (!node) return {};
  if (!node.value->is_array()) {
    problems.wrong_type(node, "数组，例如 [6, 4]", "an array, like [6, 4]");
    return {};
  }
  std::vector<double> dash;
  for (std::size_t i = 0; i < std::min<std::size_t>(node.value->size(), 8); ++i)
    dash.push_back(number_of(item(node, i), problems).value_or(0));
  return dash;
}

Stepped read_stepped(const Node& node, Problems& problems) {
  if (!node) return Stepped::no;
  if (node.value->is_boolean()) return node.value->get<bool>() ? Stepped::before : Stepped::no;
  if (is_text(node, "before")) return Stepped::before;
  if (is_text(node, "after")) return Stepped::after;
  if (is_text(node, "middle")) return Stepped::middle;
  problems.wrong_type(node, "true、false、\"before\"、\"after\" 或 \"middle\"",
                      "true, false, \"before\", \"after\" or \"middle\"");
  return Stepped::no;
}

struct StyleName {
  std::string_view name;
  PointStyle style;
  bool exact = true;
};
constexpr std::array<StyleName, 10> point_styles = {{{"circle", PointStyle::circle},
                                                     {"rect", PointStyle::rect},
                                                     {"rectRounded", PointStyle::rect, false},
                                                     {"rectRot", PointStyle::rect_rotated},
                                                     {"triangle", PointStyle::triangle},
                                                     {"cross", PointStyle::cross},
                                                     {"crossRot", PointStyle::cross, false},
                                                     {"star", PointStyle::star},
                                                     {"line", PointStyle::dash, false},
                                                     {"dash", PointStyle::dash}}};

/// One for all points, or a list with one each; longer lists than a picture may have values are cut.
std::vector<Node> one_or_each(const Node& node) {
  if (!node) return {};
  if (!node.value->is_array()) return {node};
  std::vector<Node> each;
  for (std::size_t i = 0; i < std::min(node.value->size(), most_values); ++i) each.push_back(item(node, i));
  return each;
}

PointStyle read_point_style(const Node& node, Problems& problems) {
  if (node.value->is_null()) return PointStyle::by_series;
  if (*node.value == Json(false)) return PointStyle::none;
  const auto name = string_of(node, problems);
  if (!name) return PointStyle::by_series;
  std::vector<std::string> names;
  for (const StyleName& known : point_styles) {
    if (known.name == *name) return known.style;
    names.emplace_back(known.name);
  }
  const Suggestion nearest = suggest(*name, names);
  problems.add(node.pointer, "N411", "不认识的点“" + *name + "”" + nearest.zh,
               "unknown point style \"" + *name + "\"" + nearest.en);
  return PointStyle::by_series;
}

void read_points(const DatasetOptions& options, Look& look, Problems& problems) {
  constexpr double usual_radius = 3;
  for (const Node& node : one_or_each(options.find_of_points("radius")))
    look.point_radii.push_back(node.value->is_null() ? usual_radius
                                                     : number_of(node, problems).value_or(usual_radius));
  for (const Node& node : one_or_each(options.find_of_points("pointStyle")))
    look.point_styles.push_back(read_point_style(node, problems));
  const Node fill = options.find_named_for_points("backgroundColor");
  look.point_fills = colours_of(fill, problems);
  for (std::string& colour : look.point_fills) {
    if (colour.empty() || contrast_on_white(colour) >= least_contrast) continue;
    colour.clear();
    report_not_drawn(fill.pointer, "填充色太浅的点，静态图用线的颜色",
                     "points filled too lightly have the colour of their line in the static picture",
                     problems);
  }
}

/// A flag that may be a number as well (`spanGaps`: a distance).
bool read_span_gaps(const Node& node, Problems& problems) {
  if (node && node.value->is_number()) return node.value->get<double>() > 0;
  return flag_of(node, problems).value_or(false);
}

void read_colours(const DatasetOptions& options, bool is_line, Look& look, Problems& problems) {
  const Node fill = options.find("backgroundColor"), stroke = options.find("borderColor");
  look.fills = colours_of(fill, problems);
  look.strokes = colours_of(stroke, problems);
  if (is_line && stroke) {
    check_contrast(stroke, look.strokes, {}, problems);
  } else if (fill) {
    check_contrast(fill, look.fills, look.strokes, problems);
  } else if (stroke) {
    check_contrast(stroke, look.strokes, {}, problems);
  }
}

void read_line(const DatasetOptions& options, bool points_only, Look& look, Problems& problems) {
  const Node tension = options.find("tension");
  look.tension = number_of(tension ? tension : options.find("lineTension"), problems).value_or(0);
  if (look.tension < 0 || look.tension > 1) {
    problems.add(tension ? tension.pointer : options.find("lineTension").pointer, "N418",
                 "tension 应在 0 到 1 之间", "tension is from 0 to 1");
    look.tension = std::clamp(look.tension, 0.0, 1.0);
  }
  look.monotone = is_text(options.find("cubicInterpolationMode"), "monotone");
  look.stepped = read_stepped(options.find("stepped"), problems);
  look.span_gaps = read_span_gaps(options.find("spanGaps"), problems);
  look.show_line = flag_of(options.find("showLine"), problems).value_or(!points_only);
  look.dash = read_dash(options.find("borderDash"), problems);
}

void read_bars(const DatasetOptions& options, Look& look, Problems& problems) {
  look.border_radius = one_number(options.find("borderRadius"), problems);
  look.bar_percentage = number_of(options.find("barPercentage"), problems).value_or(look.bar_percentage);
  look.category_percentage =
      number_of(options.find("categoryPercentage"), problems).value_or(look.category_percentage);
  const Node thickness = options.find("barThickness");
  if (!is_text(thickness, "flex")) look.bar_thickness = number_of(thickness, problems);
  look.most_bar_thickness = number_of(options.find("maxBarThickness"), problems);
  look.least_bar_length = number_of(options.find("minBarLength"), problems);
  look.base = number_of(options.find("base"), problems);
  look.grouped = flag_of(options.find("grouped"), problems).value_or(true);
  look.skip_null = flag_of(options.find("skipNull"), problems).value_or(false);
}

std::string_view chart_js_type(const Chart& chart, const Series& series) {
  if (series.mark) {
    return *series.mark == Mark::bars ? "bar" : *series.mark == Mark::line ? "line" : "scatter";
  }
  switch (chart.type) {
    case Type::line:
    case Type::slope:
    case Type::sparkline:
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

std::string_view element_of(std::string_view type) {
  if (type == "bar") return "bar";
  if (type == "bubble") return "point";
  return type == "pie" || type == "doughnut" || type == "polarArea" ? "arc" : "line";
}

}  // namespace

void read_look(const Node& configuration, const Node& dataset, const Chart& chart, Series& series,
               Problems& problems) {
  const std::string_view type = chart_js_type(chart, series), element = element_of(type);
  const DatasetOptions options(configuration, dataset, type, element);
  Look& look = series.look;
  read_colours(options, element == "line" && type != "scatter", look, problems);
  look.border_width = one_number(options.find("borderWidth"), problems);
  const bool points_only = type == "scatter" || type == "bubble";
  if (element == "line") read_line(options, points_only, look, problems);
  look.show_line = element == "line" ? look.show_line : !points_only;
  if (element == "bar") read_bars(options, look, problems);
  if (element == "line" || element == "point") read_points(options, look, problems);
  if (element != "arc") return;
  look.cutout = read_cutout(member(dataset, "cutout"), problems);
  look.circumference = read_number(dataset, "circumference", problems);
  look.rotation = read_number(dataset, "rotation", problems);
  look.weight = read_number(dataset, "weight", problems).value_or(1);
}

}  // namespace nianbao::chart
