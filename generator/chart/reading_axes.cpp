#include <algorithm>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// Bars, and what is measured from zero like them.
bool begins_at_zero(Type type) {
  return type == Type::bar || type == Type::polar_area || type == Type::pyramid || type == Type::bullet ||
         type == Type::share;
}

bool has_bars(const Node& configuration, const Chart& chart, const std::string& axis) {
  if (chart.type == Type::pyramid || chart.type == Type::bullet) return true;
  for (const Node& dataset : datasets_of(configuration)) {
    const Node type = member(dataset, "type");
    const bool bars = type ? is_text(type, "bar") : chart.type == Type::bar;
    if (bars && value_axis_id(configuration, dataset, chart) == axis) return true;
  }
  return chart.type == Type::bar && datasets_of(configuration).empty();
}

void check_bounds(const Node& scale, const Chart& chart, bool bars, Axis& axis, Problems& problems) {
  if (axis.minimum && axis.maximum && *axis.minimum >= *axis.maximum) {
    problems.add(scale.pointer + "/min", "N420", "min 应小于 max，两者都不采用",
                 "min must be below max; neither is used");
    axis.minimum.reset();
    axis.maximum.reset();
  }
  if (axis.type == ScaleType::logarithmic) {
    for (auto* bound : {&axis.minimum, &axis.maximum}) {
      if (!*bound || **bound > 0) continue;
      problems.add(scale.pointer, "N420", "对数刻度的 min、max 应大于零",
                   "min and max of a logarithmic scale must be above zero");
      bound->reset();
    }
    return;
  }
  const bool cut = axis.minimum.value_or(0) > 0 || axis.maximum.value_or(0) < 0;
  if (bars && cut && chart.type != Type::dumbbell) {
    problems.add(scale.pointer + "/min", "N420", "条形图不从零起，长度之比会误导读者",
                 "bars that do not start at zero mislead: their lengths no longer compare");
  }
}

void read_value_axis(const Node& configuration, const std::string& id, Chart& chart, Problems& problems) {
  Axis axis = make_axis(id, ScaleType::linear, begins_at_zero(chart.type));
  const bool bars = has_bars(configuration, chart, id);
  axis.begin_at_zero = axis.begin_at_zero || bars;
  const Node scale = scale_with_id(configuration, id);
  if (scale) {
    read_axis(scale, value_letter(chart), axis, problems);
    if (axis.type == ScaleType::category || axis.type == ScaleType::time) {
      report_not_drawn(scale.pointer + "/type", "数值轴只能是线性或对数刻度，按线性绘制",
                       "a value axis is linear or logarithmic; it is drawn as a linear one", problems);
      axis.type = ScaleType::linear;
    }
    axis.minimum = read_number(scale, "min", problems);
    axis.maximum = read_number(scale, "max", problems);
    axis.suggested_minimum = read_number(scale, "suggestedMin", problems);
    axis.suggested_maximum = read_number(scale, "suggestedMax", problems);
    check_bounds(scale, chart, bars, axis, problems);
    const auto zero = read_flag(scale, "beginAtZero", problems);
    if (zero) axis.begin_at_zero = *zero || bars;
    if (value_letter(chart) == "r")
      chart.rotation = read_number(scale, "startAngle", problems).value_or(chart.rotation);
  }
  if (axis.type == ScaleType::logarithmic) axis.begin_at_zero = false;
  chart.value_axes.push_back(std::move(axis));
}

/// Scales that nothing is measured on, and names that are of no axis.
void report_unused(const Node& configuration, const Chart& chart, Problems& problems) {
  const Node scales = scales_of(configuration);
  if (!scales) return;
  for (const auto& entry : scales.value->items()) {
    const std::string pointer = member_pointer(scales, entry.key());
    const bool off = entry.value().is_object() && entry.value().value("display", Json()) == Json(false);
    const auto drawn = [&](const Axis& axis) { return axis.id == entry.key(); };
    const bool used =
        !has_no_axes(chart.type) &&
        (drawn(chart.index) || std::any_of(chart.value_axes.begin(), chart.value_axes.end(), drawn));
    const std::string letter = letter_of(entry.key(), entry.value());
    if (!entry.value().is_object()) {
      if (!entry.value().is_null()) problems.wrong_type({&entry.value(), pointer}, "对象", "an object");
    } else if (letter.empty()) {
      const std::string shown = clean_label(entry.key(), 40);
      problems.add(pointer, "N411", "看不出“" + shown + "”是哪条轴，请写 \"axis\": \"x\"、\"y\" 或 \"r\"",
                   "\"" + shown + "\" names no axis; give \"axis\": \"x\", \"y\" or \"r\"");
    } else if (!used && !off) {
      report_not_drawn(pointer, "没有数据用到这条轴，静态图不画它",
                       "no data set is measured on this axis; the static picture leaves it out", problems);
    }
    if (entry.value().is_object()) check_keys({&entry.value(), pointer}, scale_keys(), problems);
  }
}

void report_unknown_axis(const Node& configuration, const Node& dataset, const std::string& key,
                         const std::string& id, Problems& problems) {
  const Node scales = scales_of(configuration);
  if (!scales || scale_with_id(configuration, id) || id.size() == 1) return;
  std::vector<std::string> names;
  for (const auto& entry : scales.value->items()) names.push_back(entry.key());
  const Suggestion nearest = suggest(id, names);
  const std::string shown = clean_label(id, 40);
  problems.add(member_pointer(dataset, key), "N411",
               "options.scales 里没有“" + shown + "”这条轴" + nearest.zh,
               "options.scales has no axis \"" + shown + "\"" + nearest.en);
}

void read_value_axes(const Node& configuration, Chart& chart, Problems& problems) {
  chart.value_axes.clear();
  std::vector<std::string> ids;
  for (const Node& dataset : datasets_of(configuration)) {
    const std::string id = value_axis_id(configuration, dataset, chart);
    const std::string key = std::string(value_letter(chart)) + "AxisID";
    if (member(dataset, key)) report_unknown_axis(configuration, dataset, key, id, problems);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  if (ids.empty()) ids.push_back(first_id(configuration, value_letter(chart)));
  for (const std::string& id : ids) read_value_axis(configuration, id, chart, problems);
}

/// Series are counted along one index axis: the one of the first data set.
std::string index_id(const Node& configuration, const Chart& chart, Problems& problems) {
  const std::string key = std::string(index_letter(chart)) + "AxisID";
  std::string id = first_id(configuration, index_letter(chart));
  bool first = true;
  for (const Node& dataset : datasets_of(configuration)) {
    const auto named = read_string(dataset, key, problems);
    if (named && !first && *named != id) {
      report_not_drawn(member_pointer(dataset, key), "静态图只有一条类别轴",
                       "the static picture has one index axis", problems);
    } else if (named && !named->empty()) {
      report_unknown_axis(configuration, dataset, key, *named, problems);
      id = *named;
    }
    first = false;
  }
  return id;
}

/// Whether some datum is [low, high], by itself or in an object.
bool has_ranges(const Node& configuration) {
  const auto is_range = [](const Json& datum) {
    return datum.is_array() ||
           (datum.is_object() &&
            std::any_of(datum.begin(), datum.end(), [](const Json& part) { return part.is_array(); }));
  };
  for (const Node& dataset : datasets_of(configuration)) {
    const Node data = member(dataset, "data");
    if (data && data.value->is_array() && std::any_of(data.value->begin(), data.value->end(), is_range))
      return true;
  }
  return false;
}

void read_index_axis(const Node& configuration, Chart& chart, Problems& problems) {
  const bool by_number = chart.type == Type::scatter || chart.type == Type::bubble;
  const bool cartesian = is_cartesian(chart.type);
  chart.index = make_axis(cartesian ? index_id(configuration, chart, problems) : "x",
                          by_number ? ScaleType::linear : ScaleType::category, false);
  const Node scale = cartesian ? scale_with_id(configuration, chart.index.id) : Node{};
  if (!scale) return;
  read_axis(scale, index_letter(chart), chart.index, problems);
  if (const auto zero = read_flag(scale, "beginAtZero", problems)) chart.index.begin_at_zero = *zero;
  chart.index.suggested_minimum = read_number(scale, "suggestedMin", problems);
  chart.index.suggested_maximum = read_number(scale, "suggestedMax", problems);
  const bool explicitly = std::any_of(chart.value_axes.begin(), chart.value_axes.end(),
                                      [](const Axis& axis) { return axis.stacked; });
  if (chart.index.stacked && !explicitly && chart.type != Type::line && !has_ranges(configuration)) {
    report_not_drawn(scale.pointer + "/stacked", "只有类别轴写了 stacked，数值不会堆叠；请在数值轴上也写",
                     "only the index axis is stacked, so nothing is piled up; say so of the value axis, too",
                     problems);
  }
}

}  // namespace

void read_axes(const Node& configuration, Chart& chart, Problems& problems) {
  read_object(member(configuration, "options"), "scales", problems);
  read_value_axes(configuration, chart, problems);
  read_index_axis(configuration, chart, problems);
  report_unused(configuration, chart, problems);
}

}  // namespace nianbao::chart
