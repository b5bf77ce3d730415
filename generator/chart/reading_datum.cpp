#include "chart/reading_datum.h"

#include <utility>

#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

/// A member by a path with dots ("points.total"), or one of that very name.
Node member_at(const Node& object, const std::string& path) {
  const Node whole = member(object, path);
  const std::size_t dot = path.find('.');
  if (whole || dot == std::string::npos) return whole;
  return member_at(member(object, path.substr(0, dot)), path.substr(dot + 1));
}

}  // namespace

DatumKeys read_datum_keys(const Node& configuration, const Node& dataset, const Chart& chart,
                          Problems& problems) {
  DatumKeys keys = {std::string(index_letter(chart)), std::string(value_letter(chart))};
  if (has_no_axes(chart.type)) keys.value = "value";
  Node parsing = member(dataset, "parsing");
  if (!parsing) parsing = member(member(configuration, "options"), "parsing");
  if (!parsing || parsing.value->is_boolean()) return keys;
  if (!parsing.value->is_object()) {
    problems.wrong_type(parsing, "false 或对象", "false or an object");
    return keys;
  }
  if (const auto key = read_string(parsing, "key", problems)) keys.value = *key;
  if (const auto key = read_string(parsing, keys.index + "AxisKey", problems)) keys.index = *key;
  const std::string axis = std::string(value_letter(chart)) + "AxisKey";
  if (const auto key = read_string(parsing, axis, problems)) keys.value = *key;
  return keys;
}

Datum take_apart(Node node, const DatumKeys& keys, const Chart& chart, bool of_bars) {
  if (node.value->is_object()) {
    Node value = member_at(node, keys.value);
    if (!value && !is_cartesian(chart.type)) value = member(node, "y");
    const Node place = member_at(node, keys.index);
    if (is_cartesian(chart.type) && !place) return {{}, node, {}, true};
    return {place, value, member(node, "r")};
  }
  if (!node.value->is_array() || node.value->size() < 2 || of_bars) return {{}, std::move(node), {}};
  const std::size_t value = chart.horizontal ? 0 : 1;
  return {item(node, 1 - value), item(node, value), node.value->size() > 2 ? item(node, 2) : Node{}};
}

}  // namespace nianbao::chart
