#pragma once

#include <initializer_list>
#include <string_view>

#include "chart/reading.h"

namespace nianbao::chart {

/// The options of a data set, and where Chart.js looks for those it does not name: `options.datasets.TYPE`,
/// `options.elements.ELEMENT`, `options`.
class DatasetOptions {
 public:
  /// `type` and `element` are Chart.js's names: "bar" and "bar", "pie" and "arc", "scatter" and "line".
  DatasetOptions(const Node& configuration, const Node& dataset, std::string_view type,
                 std::string_view element);

  /// The nearest of this name; nothing when nobody names it.
  Node find(std::string_view key) const;
  /// Of points: "radius" is `pointRadius` of a data set and `radius` of `options.elements.point`.
  Node find_of_points(std::string_view key) const;
  /// Of points what lines have as well: "backgroundColor" is `pointBackgroundColor` of a data set.
  Node find_named_for_points(std::string_view key) const;

 private:
  static Node first_in(std::initializer_list<const Node*> places, std::string_view key);

  Node dataset_, options_, type_, element_, point_;
};

}  // namespace nianbao::chart
