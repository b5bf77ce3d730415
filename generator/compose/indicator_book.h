#pragma once

#include <map>
#include <optional>
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
  /// Where the figures of an organisation do not compare with those before, a year each, growing: what its
  /// reports say, what the catalogue says, and years from which a printed rate agrees with the sums it should
  /// be made from, or no longer does (`text` is empty then: its base has changed).
  std::vector<model::SeriesBreak> breaks(std::string_view organisation, std::string_view indicator) const;
  /// Whether any organisation states it.
  bool is_stated(std::string_view indicator) const;
  /// Whether an organisation states any.
  bool states_any(std::string_view organisation) const;

 private:
  using Series = std::map<std::string, std::vector<IndicatorValue>, std::less<>>;  ///< by indicator

  const model::Catalogue& catalogue_;
  std::map<std::string, Series, std::less<>> organisations_;
  std::map<std::string, std::vector<model::IndicatorBreak>, std::less<>> stated_breaks_;
};

/// Whether a printed rate is, to a point, the one that follows from the sums the catalogue makes it from;
/// none where one of these is not known.
std::optional<bool> has_stated_base(const IndicatorBook& book, std::string_view organisation,
                                    const model::Indicator& indicator, int year);

}  // namespace nianbao::compose
