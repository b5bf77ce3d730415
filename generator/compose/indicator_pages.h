#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// "a/indicators/placement-rate.html": an indicator of a city.
std::string indicator_page(std::string_view city_address, std::string_view indicator);
/// "a/indicators/index.html": the city's summary, all its indicators by table.
std::string indicators_page(std::string_view city_address);

/// Whether a city has pages of indicators: when two of its schools report.
bool has_indicator_pages(const Portal& portal, const model::Organisation& city);

/// Whether one of them is this indicator's: when two schools state a number of it in some year.
bool has_indicator_page(const Portal& portal, const model::Organisation& city,
                        const model::Indicator& indicator);

/// The summary of a city (or province), and a page for each indicator that two of its schools state in some
/// year: what it means, the schools' values of the newest year as chart and table, how they lie, the course
/// over the years. In the order of the organisations, never of the values.
std::vector<Page> indicator_pages(const Portal& portal, const model::Organisation& city,
                                  const std::vector<const model::Organisation*>& parents);

}  // namespace nianbao::compose
