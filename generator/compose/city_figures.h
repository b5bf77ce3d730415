#pragma once

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// The city's figures summed over its schools, for the newest year that one of them reports: totals, and
/// rates recomputed from totals (never a mean of rates). Figures of another year or in 万 stay out; each sum
/// says how many of the schools it covers. Empty when no school below reports an indicator.
KeyFiguresView city_figures(const Portal& portal, const model::Organisation& city);

/// A school's newest key figures with their earlier years.
KeyFiguresView school_figures(const Portal& portal, const model::Organisation& school);

/// How many of a school's newest graduates study on and how many work: one chart, where the report gives both
/// and they make up all who were placed.
std::vector<ChartView> destination_charts(const Portal& portal, const model::Organisation& school);
/// One indicator of a city's schools, by name.
std::vector<ChartView> school_charts(const Portal& portal, const model::Organisation& city);

}  // namespace nianbao::compose
