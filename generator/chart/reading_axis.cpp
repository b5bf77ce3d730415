#include <algorithm>
#include <array>
#include <cmath>

#include "chart/known_keys.h"
#include "chart/numbers.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// A word of Chart.js and what it means here.
template <typename Meaning>
struct Word {
  std::string_view word;
  Meaning meaning;
};

constexpr std::array<Word<ScaleType>, 6> scale_types = {{{"category", ScaleType::category},
                                                         {"linear", ScaleType::linear},
                                                         {"radialLinear", ScaleType::linear},
                                                         {"logarithmic", ScaleType::logarithmic},
                                                         {"time", ScaleType::time},
                                                         {"timeseries", ScaleType::time}}};

constexpr std::array<Word<Side>, 4> sides = {
    {{"left", Side::left}, {"right", Side::right}, {"top", Side::top}, {"bottom", Side::bottom}}};

constexpr std::array<Word<std::string_view>, 9> time_units = {{{"millisecond", "hour"},
                                                               {"second", "hour"},
                                                               {"minute", "hour"},
                                                               {"hour", "hour"},
                                                               {"day", "day"},
                                                               {"week", "week"},
                                                               {"month", "month"},
                                                               {"quarter", "quarter"},
                                                               {"year", "year"}}};

constexpr std::array<Word<std::string_view>, 5> currencies = {
    {{"CNY", "¥"}, {"JPY", "¥"}, {"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}}};

template <typename Words>
auto find_word(const Words& words, std::string_view word) {
  return std::find_if(words.begin(), words.end(), [&](const auto& known) { return known.word == word; });
}

/// What a member that must be one of a few words means; reports others with the nearest.
template <typename Words>
auto read_word(const Node& object, std::string_view key, const Words& words, Problems& problems)
    -> std::optional<decltype(words.front().meaning)> {
  const auto text = read_string(object, key, problems);
  if (!text) return {};
  const auto found = find_word(words, *text);
  if (found != words.end()) return found->meaning;
  std::vector<std::string> names;
  std::string list;
  for (const auto& known : words) {
    names.emplace_back(known.word);
    list.append(list.empty() ? "" : ", ").append(known.word);
  }
  const Suggestion nearest = suggest(*text, names);
  problems.add(member_pointer(object, key), "N410", "这里应为 " + list + nearest.zh,
               "expected one of " + list + nearest.en);
  return {};
}

/// "single" does not pile up apart what is negative.
void read_stacked(const Node& scale, Axis& axis, Problems& problems) {
  const Node node = member(scale, "stacked");
  axis.one_pile = is_text(node, "single");
  axis.stacked = axis.one_pile || flag_of(node, problems).value_or(false);
}

/// An object whose `display` says whether a part of the axis is drawn.
bool read_display(const Node& scale, std::string_view key, Keys keys, bool otherwise, Problems& problems) {
  const Node part = read_object(scale, key, problems);
  check_keys(part, keys, problems);
  return read_flag(part, "display", problems).value_or(otherwise);
}

/// `angleLines`, `pointLabels`, `border` and `bounds`. A border is drawn when it is asked for: grid and zero
/// line do without.
void read_parts_of_axis(const Node& scale, Axis& axis, Problems& problems) {
  axis.spokes_shown = read_display(scale, "angleLines", angle_lines_keys(), true, problems);
  axis.spoke_names_shown = read_display(scale, "pointLabels", point_labels_keys(), true, problems);
  const Node border = member(scale, "border");
  const bool drawn = read_display(scale, "border", border_keys(), true, problems);
  axis.border_shown = border && border.value->is_object() && member(border, "display") && drawn;
  static constexpr std::array<Word<bool>, 2> bounds = {{{"data", true}, {"ticks", false}}};
  axis.bounds_of_data = read_word(scale, "bounds", bounds, problems).value_or(false);
}

std::string read_scale_title(const Node& scale, Problems& problems) {
  const Node title = read_object(scale, "title", problems);
  check_keys(title, title_keys(), problems);
  const bool shown = read_flag(title, "display", problems).value_or(true);
  const std::string text = read_text(title, "text", problems).value_or("");
  return shown ? text : "";
}

/// "5%", or a number.
void read_grace(const Node& scale, Axis& axis, Problems& problems) {
  const Node node = member(scale, "grace");
  if (!node) return;
  std::string text = node.value->is_string() ? node.value->get<std::string>() : "";
  axis.grace_is_share = text.ends_with('%');
  if (!axis.grace_is_share) {
    axis.grace = number_of(node, problems);
    return;
  }
  text.pop_back();
  const auto share = number_in(text);
  if (!share) return problems.wrong_type(node, "数字或百分比", "a number or a percentage");
  axis.grace = *share / 100;
}

std::optional<int> read_count(const Node& object, std::string_view key, Problems& problems) {
  const auto number = read_number(object, key, problems);
  if (!number) return {};
  return static_cast<int>(std::lround(std::clamp(*number, 0.0, 1000.0)));
}

void read_style(const Node& node, NumberFormat& format, Problems& problems) {
  const auto style = read_string(node, "style", problems);
  if (!style || *style == "decimal") return;
  format.percent = *style == "percent";
  const auto currency = read_string(node, "currency", problems);
  const auto sign = find_word(currencies, currency.value_or(""));
  if (*style == "currency" && sign != currencies.end()) {
    format.prefix = sign->meaning;
  } else if (!format.percent) {
    report_not_drawn(member_pointer(node, "style"), "静态图只认 decimal、percent 和常见货币",
                     "the static picture knows decimal, percent and common currencies", problems);
  }
}

void read_format(const Node& ticks, NumberFormat& format, Problems& problems) {
  const Node node = read_object(ticks, "format", problems);
  check_keys(node, format_keys(), problems);
  read_style(node, format, problems);
  format.least_decimals = read_count(node, "minimumFractionDigits", problems);
  format.most_decimals = read_count(node, "maximumFractionDigits", problems);
  const Node grouping = member(node, "useGrouping");
  if (grouping) format.grouping = !(*grouping.value == Json(false) || is_text(grouping, "false"));
  const auto notation = read_string(node, "notation", problems);
  format.compact = notation == "compact";
  if (notation && *notation != "compact" && *notation != "standard") {
    report_not_drawn(member_pointer(node, "notation"), "静态图只认 standard 和 compact",
                     "the static picture knows standard and compact", problems);
  }
}

void read_ticks(const Node& scale, Axis& axis, Problems& problems) {
  const Node ticks = read_object(scale, "ticks", problems);
  check_keys(ticks, ticks_keys(), problems);
  axis.ticks_shown = read_flag(ticks, "display", problems).value_or(true);
  axis.step_size = read_number(ticks, "stepSize", problems);
  if (axis.step_size && *axis.step_size <= 0) {
    problems.add(member_pointer(ticks, "stepSize"), "N418", "stepSize 应大于零",
                 "stepSize must be above zero");
    axis.step_size.reset();
  }
  axis.most_ticks = read_count(ticks, "maxTicksLimit", problems);
  axis.tick_count = read_count(ticks, "count", problems);
  if (axis.tick_count && *axis.tick_count < 2) axis.tick_count.reset();
  axis.precision = read_count(ticks, "precision", problems);
  read_format(ticks, axis.format, problems);
}

void read_grid(const Node& scale, Axis& axis, Problems& problems) {
  const Node grid = read_object(scale, "grid", problems);
  check_keys(grid, grid_keys(), problems);
  const bool shown = read_flag(grid, "display", problems).value_or(true);
  const bool inside = read_flag(grid, "drawOnChartArea", problems).value_or(true);
  axis.grid_shown = shown && inside;
  axis.circular = read_flag(grid, "circular", problems).value_or(false);
}

/// Axes stand at the picture's sides, not in its middle.
void read_side(const Node& scale, std::string_view letter, Axis& axis, Problems& problems) {
  const Node node = member(scale, "position");
  if (!node || is_text(node, "chartArea")) return;
  if (node.value->is_object() || is_text(node, "center")) {
    return report_not_drawn(node.pointer, "静态图的轴只在四边，不在图中间",
                            "axes of the static picture stand at its sides, not in the middle", problems);
  }
  const auto side = read_word(scale, "position", sides, problems);
  const bool lies = side == Side::top || side == Side::bottom;
  if (side && lies != (letter == "x")) {
    return report_not_drawn(node.pointer, "这条轴不能放在这一边", "this axis does not stand at that side",
                            problems);
  }
  axis.side = side.value_or(Side::automatic);
}

void read_time(const Node& scale, Axis& axis, Problems& problems) {
  const Node time = read_object(scale, "time", problems);
  check_keys(time, time_keys(), problems);
  const auto unit = member(time, "unit");
  if (!unit || *unit.value == Json(false)) return;
  if (const auto found = read_word(time, "unit", time_units, problems)) axis.time_unit = *found;
  if (!axis.time_unit.empty() && !is_text(unit, axis.time_unit)) {
    report_not_drawn(unit.pointer, "静态图最细按小时显示", "the static picture counts no less than hours",
                     problems);
  }
}

}  // namespace

void read_axis(const Node& scale, std::string_view letter, Axis& axis, Problems& problems) {
  if (const auto type = read_word(scale, "type", scale_types, problems)) axis.type = *type;
  axis.evenly_spread = is_text(member(scale, "type"), "timeseries");
  read_stacked(scale, axis, problems);
  axis.reverse = read_flag(scale, "reverse", problems).value_or(false);
  const Node display = member(scale, "display");
  if (!is_text(display, "auto")) axis.shown = flag_of(display, problems).value_or(true);
  axis.title = read_scale_title(scale, problems);
  if (letter != "r") read_side(scale, letter, axis, problems);
  read_grace(scale, axis, problems);
  read_ticks(scale, axis, problems);
  read_grid(scale, axis, problems);
  read_time(scale, axis, problems);
  read_parts_of_axis(scale, axis, problems);
}

}  // namespace nianbao::chart
