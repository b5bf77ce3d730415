#pragma once

#include "model/report.h"
#include "source/fields.h"

namespace nianbao::source {

/// The short form of a chart, of a fence whose id and title were read before.
model::ChartBlock read_chart_block(Fields& fields, model::BlockHead head);

}  // namespace nianbao::source
