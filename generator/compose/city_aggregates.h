#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// A city's figure, made from those of its schools of one year.
struct Aggregate {
  std::optional<text::Decimal> number;  ///< empty: withheld, it would give a school's small count away
  std::size_t covered = 0;              ///< schools whose figures are in it
  bool approximate = false;             ///< one of them is
  std::string method;                   ///< how it was made, in words
};

/// How the schools' own figures of one year lie. The median has no more decimals than one of them.
struct Spread {
  text::Decimal least, median, most;
  std::size_t schools = 0;
};

/// All schools below an organisation, at whatever depth, in the order in which pages list them.
std::vector<const model::Organisation*> schools_below(const model::Organisation& organisation);

/// Sums of a city's (or province's) schools by the rules of the catalogue. Only numbers of one and the same
/// year are put together; a ratio is made from the sums of those schools that give both, a weighted mean from
/// those that give value and weight.
///
/// Counts that the schools' reports withhold are in the sums, but a sum of which all figures but one are
/// shown is withheld itself, and so is the smallest of its siblings where these sum to one that is shown. The
/// same holds for what is made from them. Medians and ranges are those of the figures shown.
class CityAggregates {
 public:
  CityAggregates(const Portal& portal, const model::Organisation& city);

  const model::Organisation& city() const { return city_; }
  const std::vector<const model::Organisation*>& schools() const { return schools_; }
  /// The newest year of which a school has a report; 0 when none has.
  int newest_year() const;
  /// Empty when the catalogue does not aggregate it, or no school gives what it needs.
  std::optional<Aggregate> aggregate(const model::Indicator& indicator, int year) const;
  /// Empty when no school gives a number.
  std::optional<Spread> spread(const model::Indicator& indicator, int year) const;
  /// The value of a school if it is a number of that year; null otherwise.
  const IndicatorValue* number(const model::Organisation& school, std::string_view indicator, int year) const;

 private:
  struct Total;
  const IndicatorValue* counted(const model::Organisation& school, std::string_view indicator,
                                int year) const;
  /// Whether exactly one figure of those below an organisation is withheld.
  bool gives_away(const model::Organisation& organisation, std::string_view indicator, int year) const;
  bool is_withheld(const model::Indicator& indicator, int year) const;
  bool completes_siblings(const model::Indicator& indicator, int year) const;
  Total total(std::string_view indicator, int year, std::string_view together_with) const;
  std::optional<Aggregate> ratio(const model::Indicator& indicator, int year) const;
  std::optional<Aggregate> mean(const model::Indicator& indicator, int year) const;

  const Portal& portal_;
  const model::Organisation& city_;
  std::vector<const model::Organisation*> schools_;
};

/// Name and unit in the language of the portal.
const std::string& name_of(const Portal& portal, const model::Indicator& indicator);
const std::string& unit_of(const Portal& portal, const model::Indicator& indicator);
/// What a rate is made from, "毕业去向落实人数 ÷ 毕业生人数"; empty where the catalogue does not say.
std::string base_of(const Portal& portal, const model::Indicator& indicator);
/// "98.3%", "4030 元", "14.27".
std::string with_unit(const Portal& portal, std::string value, const model::Indicator& indicator);
/// "月收入（元）", "Income (yuan)", "生师比".
std::string name_with_unit(const Portal& portal, const model::Indicator& indicator);
/// "96.15%（6 所）", "96.15% (6 schools)".
std::string with_brackets(const Portal& portal, std::string_view text, std::string_view inside);

}  // namespace nianbao::compose
