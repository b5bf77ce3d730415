#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compose/summary.h"
#include "model/site.h"

namespace nianbao::compose {

/// What organisations state of the catalogue's indicators, year by year, gathered from all their reports. A
/// year counts as its own report states it; where that is silent, as the newest report does.
class IndicatorBook {
 public:
  IndicatorBook(const model::Site& site, const Summaries& summaries);

  /// The values of one indicator, a year each, growing; rates that are not printed but follow from two
  /// printed sums are among them (`computed`).
  std::span<const IndicatorValue> series(std::string_view organisation, std::string_view indicator) const;
  /// The value of a year; null when there is none.
  const IndicatorValue* value(std::string_view organisation, std::string_view indicator, int year) const;
  /// Whether any organisation states it.
  bool is_stated(std::string_view indicator) const;

 private:
  using Series = std::map<std::string, std::vector<IndicatorValue>, std::less<>>;  ///< by indicator

  std::map<std::string, Series, std::less<>> organisations_;
};

}  // namespace nianbao::compose
