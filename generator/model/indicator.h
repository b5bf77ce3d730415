#pragma once

#include <span>
#include <string_view>

namespace nianbao::model {

enum class Aggregation {
  sum,            ///< the city's figure is the sum of its schools'
  ratio_of_sums,  ///< recomputed from two summed indicators, never a mean of ratios
  none,           ///< shown for each school only
};

/// An indicator every portal knows; report.toml names it by id in [[key_figures]].
struct Indicator {
  std::string_view id, name_zh, name_en, unit_zh, unit_en;
  Aggregation aggregation = Aggregation::none;
  std::string_view numerator, denominator;  ///< ids, for ratio_of_sums
  bool percent = false;                     ///< the ratio is printed in per cent
};

std::span<const Indicator> indicators();
const Indicator* find_indicator(std::string_view id);

}  // namespace nianbao::model
