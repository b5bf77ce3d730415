#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "chart/chart.h"

namespace nianbao::chart {

/// The year a label names: "2023", "2023年", "2023 年".
std::optional<int> year_of(std::string_view label);

/// A category in a sentence: "2023 年" for a bare year in Chinese, else as it is.
std::string in_sentence(const Chart& chart, const std::string& label);

/// "2014—2020 年未公布": what lies between the first and the last category. Empty when nothing does.
std::string between_text(const Chart& chart);

}  // namespace nianbao::chart
