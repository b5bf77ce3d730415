#pragma once

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// Charts of a school's key indicators over its years, the first six of which at least two years are stated.
/// Behind each lies its city where three of the city's schools state that year: the median, and the range
/// between the least and the most. Years that are missing or withheld are gaps. `city` may be null.
std::vector<ChartView> trend_charts(const Portal& portal, const model::Organisation& school,
                                    const model::Organisation* city);

}  // namespace nianbao::compose
