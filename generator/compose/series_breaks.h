#pragma once

#include <string>

#include "model/catalogue.h"
#include "model/report.h"
#include "text/strings.h"

namespace nianbao::compose {

/// Marks a break in a chart over years: no line crosses it. False where no year before it is drawn, or none
/// behind it. The chart's labels are years, growing.
bool mark_break(model::ChartBlock& chart, int year, const std::string& mark);

/// "2024 年起：2024 年起含线上培训".
std::string words_of_break(const text::Strings& strings, const model::SeriesBreak& change);

}  // namespace nianbao::compose
