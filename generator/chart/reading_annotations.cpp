#include <array>

#include "chart/css_colour.h"
#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// An axis an annotation speaks of: the index axis, or one of the value axes.
struct AxisOf {
  bool index = false;
  std::size_t value_axis = 0;
};

std::optional<AxisOf> axis_named(const std::string& id, const Chart& chart) {
  for (std::size_t a = 0; a < chart.value_axes.size(); ++a) {
    if (chart.value_axes[a].id == id) return AxisOf{false, a};
  }
  if (chart.index.id == id || id == index_letter(chart)) return AxisOf{true, 0};
  if (id == value_letter(chart)) return AxisOf{false, 0};
  return {};
}

/// The axis a key names, else that of the letter.
std::optional<AxisOf> axis_of(const Node& node, std::string_view key, std::string_view letter,
                              const Chart& chart, Problems& problems) {
  const std::string id = read_string(node, key, problems).value_or(std::string(letter));
  const auto axis = axis_named(id, chart);
  if (axis) return axis;
  std::vector<std::string> names = {chart.index.id};
  for (const Axis& known : chart.value_axes) names.push_back(known.id);
  const Suggestion nearest = suggest(id, names);
  problems.add(member_pointer(node, key), "N411", "没有“" + id + "”这条轴" + nearest.zh,
               "there is no axis \"" + id + "\"" + nearest.en);
  return {};
}

std::optional<double> read_place(const Node& node, std::string_view key, bool on_index, const Chart& chart,
                                 Problems& problems) {
  return on_index ? place_on_index(member(node, key), chart, problems) : read_number(node, key, problems);
}

/// `low` and `high` of one letter into the annotation.
void read_extent(const Node& node, std::string_view letter, std::string_view low, std::string_view high,
                 const Chart& chart, Annotation& annotation, Problems& problems) {
  if (!member(node, low) && !member(node, high)) return;
  const auto axis = axis_of(node, std::string(letter) + "ScaleID", letter, chart, problems);
  if (!axis) return;
  const auto first = read_place(node, low, axis->index, chart, problems);
  const auto last = read_place(node, high, axis->index, chart, problems);
  if (!axis->index) annotation.axis = axis->value_axis;
  (axis->index ? annotation.index_low : annotation.value_low) = first;
  (axis->index ? annotation.index_high : annotation.value_high) = last;
}

void read_scale_line(const Node& node, const Chart& chart, Annotation& annotation, Problems& problems) {
  const auto axis = axis_of(node, "scaleID", "", chart, problems);
  if (!axis) return;
  const auto value = read_place(node, "value", axis->index, chart, problems);
  const auto end = read_place(node, "endValue", axis->index, chart, problems);
  if (value && end && *value != *end) {
    report_not_drawn(member_pointer(node, "endValue"), "静态图只画平行于轴的线",
                     "lines of the static picture are parallel to an axis", problems);
  }
  if (!axis->index) annotation.axis = axis->value_axis;
  (axis->index ? annotation.index_low : annotation.value_low) = value;
  (axis->index ? annotation.index_high : annotation.value_high) = value;
}

/// A line has one place on one axis, and may end at places of the other.
bool make_straight(const Node& node, Annotation& line, Problems& problems) {
  const auto join = [](std::optional<double>& low, std::optional<double>& high) {
    if (low && !high) high = low;
    if (high && !low) low = high;
  };
  const bool on_values = line.value_low || line.value_high, on_index = line.index_low || line.index_high;
  if (on_values != on_index) {
    join(line.value_low, line.value_high);
    join(line.index_low, line.index_high);
  }
  if ((on_values && line.value_low == line.value_high) || (on_index && line.index_low == line.index_high))
    return true;
  report_not_drawn(node.pointer, "静态图只画平行于轴的线",
                   "lines of the static picture are parallel to an axis", problems);
  return false;
}

std::string read_colour(const Node& node, std::string_view key, Problems& problems) {
  return colour_of(member(node, key), problems).value_or("");
}

void read_words(const Node& node, Annotation& annotation, Problems& problems) {
  const Node label = read_object(node, "label", problems);
  check_keys(label, annotation_label_keys(), problems);
  const bool shown = read_flag(label, "display", problems).value_or(true);
  const auto text = read_text(label, "content", problems);
  if (text && shown) annotation.text = *text;
  if (const auto content = read_text(node, "content", problems)) annotation.text = *content;
}

void read_point(const Node& node, const Chart& chart, Annotation& annotation, Problems& problems) {
  read_extent(node, "x", "xValue", "xValue", chart, annotation, problems);
  read_extent(node, "y", "yValue", "yValue", chart, annotation, problems);
}

std::optional<Annotation::Kind> read_kind(const Node& node, Problems& problems) {
  static constexpr std::array<std::pair<std::string_view, Annotation::Kind>, 4> kinds = {
      {{"line", Annotation::Kind::line},
       {"box", Annotation::Kind::box},
       {"label", Annotation::Kind::note},
       {"point", Annotation::Kind::note}}};
  const std::string type = read_string(node, "type", problems).value_or("line");
  for (const auto& [name, kind] : kinds) {
    if (name == type) return kind;
  }
  const Suggestion nearest = suggest(type, {"line", "box", "label", "point"});
  problems.add(member_pointer(node, "type"), "N412", "静态图不画“" + type + "”标注" + nearest.zh,
               "the static picture has no annotations of type \"" + type + "\"" + nearest.en);
  return {};
}

void read_annotation(const Node& node, Chart& chart, Problems& problems) {
  if (!node.value->is_object()) return problems.wrong_type(node, "对象", "an object");
  check_keys(node, annotation_keys(), problems);
  const auto kind = read_kind(node, problems);
  if (!kind || !read_flag(node, "display", problems).value_or(true)) return;
  Annotation annotation;
  annotation.kind = *kind;
  read_words(node, annotation, problems);
  annotation.dashed = static_cast<bool>(read_array(node, "borderDash", problems));
  const std::string_view colour = *kind == Annotation::Kind::line  ? "borderColor"
                                  : *kind == Annotation::Kind::box ? "backgroundColor"
                                                                   : "color";
  annotation.colour = read_colour(node, colour, problems);
  if (member(node, "scaleID") && *kind == Annotation::Kind::line) {
    read_scale_line(node, chart, annotation, problems);
  } else if (*kind == Annotation::Kind::note && (member(node, "xValue") || member(node, "yValue"))) {
    read_point(node, chart, annotation, problems);
  } else {
    read_extent(node, "x", "xMin", "xMax", chart, annotation, problems);
    read_extent(node, "y", "yMin", "yMax", chart, annotation, problems);
  }
  const bool somewhere =
      annotation.index_low || annotation.index_high || annotation.value_low || annotation.value_high;
  if (!somewhere) {
    return problems.add(node.pointer, "N414",
                        "标注没有位置，请写 scaleID 和 value，或 xMin、xMax、yMin、yMax",
                        "the annotation is nowhere: give scaleID and value, or xMin, xMax, yMin, yMax");
  }
  if (*kind == Annotation::Kind::line && !make_straight(node, annotation, problems)) return;
  chart.annotations.push_back(std::move(annotation));
}

}  // namespace

void read_annotations(const Node& configuration, Chart& chart, Problems& problems) {
  const Node plugin =
      read_object(member(member(configuration, "options"), "plugins"), "annotation", problems);
  if (!plugin) return;
  check_keys(plugin, annotation_plugin_keys(), problems);
  const Node list = member(plugin, "annotations");
  if (!list) return;
  if (!list.value->is_structured()) return problems.wrong_type(list, "对象或数组", "an object or an array");
  if (!is_cartesian(chart.type)) {
    return report_not_drawn(list.pointer, "这种图没有坐标轴，不画标注",
                            "charts of this kind have no axes to annotate", problems);
  }
  if (list.value->is_array()) {
    for (std::size_t i = 0; i < list.value->size(); ++i) read_annotation(item(list, i), chart, problems);
    return;
  }
  for (const auto& entry : list.value->items())
    read_annotation({&entry.value(), member_pointer(list, entry.key())}, chart, problems);
}

}  // namespace nianbao::chart
