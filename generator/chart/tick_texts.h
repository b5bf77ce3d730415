#pragma once

#include <string>
#include <vector>

#include "chart/chart.h"
#include "chart/scale.h"

namespace nianbao::chart {

/// Texts of the steps in the language of the chart and as the axis asks for: grouped, "5 万", "25%". Every
/// `stride`-th step is a tick.
std::vector<std::string> tick_texts(const Chart& chart, const Axis& axis, const Steps& steps,
                                    std::int64_t stride);

/// The text of one tick that is no multiple of a step.
std::string tick_text(const Axis& axis, double value);

}  // namespace nianbao::chart
