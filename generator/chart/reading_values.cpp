#include <algorithm>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/known_keys.h"
#include "chart/numbers.h"
#include "chart/reading_datum.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

constexpr double largest_value = 1e300;

class ValueReader {
 public:
  ValueReader(const DatumKeys& keys, bool labels_given, Chart& chart, Series& series,
              std::vector<std::string>& index_texts, Problems& problems)
      : keys_(keys),
        labels_given_(labels_given),
        chart_(chart),
        series_(series),
        index_texts_(index_texts),
        problems_(problems) {}

  std::size_t read(const Datum& datum, std::size_t order) {
    if (datum.nowhere) {
      problems_.add(datum.value.pointer, "N418", "没有写明“" + keys_.index + "”，不知道画在轴上哪里",
                    "names no \"" + keys_.index + "\", so it has no place on the axis");
      return nowhere;
    }
    const std::size_t place = place_of(datum, order);
    if (place == nowhere || datum.value.value == nullptr) return place;
    if (datum.value.value->is_array()) {
      read_range(datum.value, place);
    } else {
      series_.values[place] = value_in(datum.value, chart_, problems_);
    }
    if (datum.radius) read_radius(datum.radius, place);
    return place;
  }

  bool is_bar() const { return series_.mark ? *series_.mark == Mark::bars : !is_of_points(chart_.type); }

 private:
  std::size_t place_of(const Datum& datum, std::size_t order) {
    if (chart_.index.type == ScaleType::category || !is_cartesian(chart_.type))
      return datum.place ? category_of(datum.place) : added_category(order);
    const Node place = datum.place;
    const auto position = place ? place_on_index(place, chart_, problems_) : position_of_label(order);
    if (!position) return nowhere;
    series_.positions.push_back(*position);
    series_.values.emplace_back();
    index_texts_.push_back(text_of(place, order));
    return series_.values.size() - 1;
  }

  /// Data in the order of the labels.
  std::size_t added_category(std::size_t order) {
    if (series_.values.size() <= order) series_.values.resize(order + 1);
    return order;
  }

  std::optional<double> position_of_label(std::size_t order) const {
    if (order < label_positions_.size()) return label_positions_[order];
    if (labels_given_) return {};
    return static_cast<double>(order);
  }

  std::string text_of(const Node& place, std::size_t order) const {
    if (!place) return order < chart_.labels.size() ? chart_.labels[order] : std::to_string(order);
    if (place.value->is_string()) return clean_label(place.value->get_ref<const std::string&>());
    return chart_.index.type == ScaleType::time ? "" : label_of(place.value->get<double>());
  }

  std::size_t category_of(const Node& node) {
    const bool text = node.value->is_string();
    if (!text && !node.value->is_number()) {
      problems_.wrong_type(node, "标签", "a label");
      return nowhere;
    }
    const std::string name =
        text ? clean_label(node.value->get_ref<const std::string&>()) : label_of(node.value->get<double>());
    const auto found = std::find(chart_.labels.begin(), chart_.labels.end(), name);
    std::size_t place = static_cast<std::size_t>(found - chart_.labels.begin());
    if (found == chart_.labels.end() && !text && labels_given_) {
      const auto number = place_on_index(node, chart_, problems_);
      if (!number) return nowhere;
      place = static_cast<std::size_t>(std::lround(std::max(*number, 0.0)));
    } else if (found == chart_.labels.end()) {
      chart_.labels.push_back(name);
    }
    return taken(place, node) ? nowhere : added_category(place);
  }

  bool taken(std::size_t place, const Node& node) {
    if (place >= series_.values.size() || !series_.values[place]) return false;
    report_not_drawn(node.pointer, "同一类别已有一个值，静态图只画第一个",
                     "this category has a value already; the static picture shows the first", problems_);
    return true;
  }

  /// [low, high]: a bar that floats.
  void read_range(const Node& node, std::size_t place) {
    if (!is_bar() || node.value->size() != 2) {
      problems_.wrong_type(node, is_bar() ? "数字、null 或 [低, 高]" : "数字或 null",
                           is_bar() ? "a number, null or [low, high]" : "a number or null");
      return;
    }
    const auto first = value_in(item(node, 0), chart_, problems_),
               second = value_in(item(node, 1), chart_, problems_);
    if (!first || !second) return;
    series_.bases.resize(std::max(series_.bases.size(), place + 1));
    series_.bases[place] = std::min(*first, *second);
    series_.values[place] = std::max(*first, *second);
  }

  void read_radius(const Node& node, std::size_t place) {
    if (chart_.type != Type::bubble) return;
    const auto radius = number_of(node, problems_);
    if (radius && (*radius < 0 || *radius > largest_bubble)) {
      problems_.add(node.pointer, "N418", "气泡半径应在 0 到 60 像素之间",
                    "radii of bubbles are from 0 to 60 pixels");
    }
    series_.radii.resize(std::max(series_.radii.size(), place + 1), 3);
    series_.radii[place] = radius.value_or(0);
  }

 public:
  void set_label_positions(std::vector<std::optional<double>> positions) {
    label_positions_ = std::move(positions);
  }

 private:
  const DatumKeys& keys_;
  bool labels_given_;
  Chart& chart_;
  Series& series_;
  std::vector<std::string>& index_texts_;
  Problems& problems_;
  std::vector<std::optional<double>> label_positions_;
};

/// Labels as places on an index axis of numbers or dates.
std::vector<std::optional<double>> label_positions(const Node& configuration, const Chart& chart,
                                                   Problems& problems) {
  std::vector<std::optional<double>> positions;
  const Node labels = labels_of(configuration, chart);
  if (chart.index.type == ScaleType::category || !is_cartesian(chart.type) || !labels) return positions;
  for (std::size_t i = 0; i < labels.value->size(); ++i)
    positions.push_back(place_on_index(item(labels, i), chart, problems));
  return positions;
}

}  // namespace

std::optional<double> value_in(const Node& node, const Chart& chart, Problems& problems) {
  const Json& value = *node.value;
  if (value.is_null()) return {};
  std::optional<double> number;
  if (value.is_number()) number = value.get<double>();
  if (value.is_string()) {
    const std::string& text = value.get_ref<const std::string&>();
    if (text == "NaN") return {};
    number = number_in(text);
  }
  if (!number) {
    problems.wrong_type(node, "数字或 null", "a number or null");
    return {};
  }
  if (std::isnan(*number)) return {};
  if (std::fabs(*number) > largest_value) {
    problems.add(node.pointer, "N418", "数值超出可绘制的范围", "the number is beyond what can be drawn");
    return {};
  }
  if (*number < 0 && shows_parts(chart.type)) {
    problems.add(node.pointer, "N418", "负数不能是整体的一部分，只列出数值",
                 "a negative value cannot be a part of a whole; it is only listed");
  }
  return number;
}

std::vector<std::size_t> read_values(const Node& configuration, const Node& dataset, bool labels_given,
                                     Chart& chart, Series& series, std::vector<std::string>& index_texts,
                                     Problems& problems) {
  std::vector<std::size_t> places;
  const Node data = member(dataset, "data");
  if (!data) return places;
  if (!data.value->is_structured()) {
    problems.wrong_type(data, "数组", "an array");
    return places;
  }
  const DatumKeys keys = read_datum_keys(configuration, dataset, chart, problems);
  ValueReader reader(keys, labels_given, chart, series, index_texts, problems);
  reader.set_label_positions(label_positions(configuration, chart, problems));
  if (data.value->is_object()) {
    for (const auto& entry : data.value->items()) {
      const Json name = entry.key();
      const Node value = {&entry.value(), member_pointer(data, entry.key())};
      places.push_back(reader.read({{&name, value.pointer}, value, {}}, places.size()));
    }
    return places;
  }
  places.reserve(data.value->size());
  series.values.reserve(data.value->size());
  for (std::size_t i = 0; i < data.value->size(); ++i)
    places.push_back(reader.read(take_apart(item(data, i), keys, chart, reader.is_bar()), i));
  return places;
}

}  // namespace nianbao::chart
