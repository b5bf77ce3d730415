#include "compose/city_aggregates.h"

#include <algorithm>
#include <fmt/format.h>

namespace nianbao::compose {
namespace {

constexpr int least_digits_of_rate = 2;

void collect_schools(const model::Organisation& organisation,
                     std::vector<const model::Organisation*>& schools) {
  for (const model::Organisation& child : organisation.children) {
    if (child.kind == model::OrganisationKind::school) schools.push_back(&child);
    collect_schools(child, schools);
  }
}

const text::Decimal& number_of(const IndicatorValue& value) {
  return value.number ? *value.number : *value.kept_back;
}

bool is_english(const Portal& portal) { return portal.site.lang == "en"; }

}  // namespace

struct CityAggregates::Total {
  text::Decimal value;
  std::size_t schools = 0, withheld = 0;
  bool approximate = false;
};

std::vector<const model::Organisation*> schools_below(const model::Organisation& organisation) {
  std::vector<const model::Organisation*> schools;
  collect_schools(organisation, schools);
  return schools;
}

const std::string& name_of(const Portal& portal, const model::Indicator& indicator) {
  return is_english(portal) && !indicator.name_en.empty() ? indicator.name_en : indicator.name;
}

const std::string& unit_of(const Portal& portal, const model::Indicator& indicator) {
  return is_english(portal) ? indicator.unit_en : indicator.unit;
}

std::string base_of(const Portal& portal, const model::Indicator& indicator) {
  const model::Indicator* top = portal.site.catalogue.find(indicator.numerator);
  const model::Indicator* bottom = portal.site.catalogue.find(indicator.denominator);
  if (top == nullptr || bottom == nullptr) return {};
  return name_of(portal, *top) + " ÷ " + name_of(portal, *bottom);
}

std::string with_unit(const Portal& portal, std::string value, const model::Indicator& indicator) {
  const std::string& unit = unit_of(portal, indicator);
  if (unit.empty() || unit == ":" || unit == "：") return value;
  return value + (unit == "%" ? "" : " ") + unit;
}

std::string with_brackets(const Portal& portal, std::string_view text, std::string_view inside) {
  return is_english(portal) ? fmt::format("{} ({})", text, inside) : fmt::format("{}（{}）", text, inside);
}

std::string name_with_unit(const Portal& portal, const model::Indicator& indicator) {
  const std::string& unit = unit_of(portal, indicator);
  const std::string& name = name_of(portal, indicator);
  return unit.empty() || unit == ":" ? name : with_brackets(portal, name, unit);
}

CityAggregates::CityAggregates(const Portal& portal, const model::Organisation& city)
    : portal_(portal), city_(city), schools_(schools_below(city)) {}

int CityAggregates::newest_year() const {
  int year = 0;
  for (const model::Organisation* school : schools_) year = std::max(year, model::newest_year(*school));
  return year;
}

const IndicatorValue* CityAggregates::number(const model::Organisation& school, std::string_view indicator,
                                             int year) const {
  const IndicatorValue* value = portal_.indicators.value(school.address, indicator, year);
  const bool counts =
      value != nullptr && value->number &&
      (value->state == model::ValueState::number || value->state == model::ValueState::approximate);
  return counts ? value : nullptr;
}

const IndicatorValue* CityAggregates::counted(const model::Organisation& school, std::string_view indicator,
                                              int year) const {
  const IndicatorValue* value = portal_.indicators.value(school.address, indicator, year);
  return value != nullptr && value->kept_back ? value : number(school, indicator, year);
}

bool CityAggregates::gives_away(const model::Organisation& organisation, std::string_view indicator,
                                int year) const {
  std::size_t withheld = 0;
  for (const model::Organisation& child : organisation.children) {
    if (child.kind == model::OrganisationKind::school) {
      const IndicatorValue* value = portal_.indicators.value(child.address, indicator, year);
      withheld += value != nullptr && value->kept_back;
    } else {
      withheld += gives_away(child, indicator, year);
    }
  }
  return withheld == 1;
}

/// Whether it has to be withheld because one of the other parts of the same whole is.
bool CityAggregates::completes_siblings(const model::Indicator& indicator, int year) const {
  const model::Indicator* whole = portal_.site.catalogue.find(indicator.parent);
  if (whole == nullptr || gives_away(city_, whole->id, year)) return false;
  std::size_t withheld = 0;
  text::Decimal sum;
  const model::Indicator* smallest = nullptr;
  text::Decimal smallest_sum;
  for (const model::Indicator& part : portal_.site.catalogue.indicators()) {
    if (part.parent != whole->id) continue;
    const Total total_of_part = total(part.id, year, part.id);
    if (total_of_part.schools == 0) continue;
    sum = sum + total_of_part.value;
    if (gives_away(city_, part.id, year)) {
      ++withheld;
    } else if (text::Decimal{} < total_of_part.value &&
               (smallest == nullptr || total_of_part.value < smallest_sum)) {
      smallest = &part, smallest_sum = total_of_part.value;
    }
  }
  return withheld == 1 && smallest == &indicator &&
         text::same_value(sum, total(whole->id, year, whole->id).value);
}

bool CityAggregates::is_withheld(const model::Indicator& indicator, int year) const {
  return gives_away(city_, indicator.id, year) || completes_siblings(indicator, year);
}

CityAggregates::Total CityAggregates::total(std::string_view indicator, int year,
                                            std::string_view together_with) const {
  Total total;
  for (const model::Organisation* school : schools_) {
    const IndicatorValue* value = counted(*school, indicator, year);
    if (value == nullptr || counted(*school, together_with, year) == nullptr) continue;
    total.value = total.value + number_of(*value);
    total.withheld += value->kept_back.has_value();
    total.approximate = total.approximate || value->state == model::ValueState::approximate;
    ++total.schools;
  }
  return total;
}

std::optional<Aggregate> CityAggregates::ratio(const model::Indicator& indicator, int year) const {
  const Total top = total(indicator.numerator, year, indicator.denominator);
  const Total bottom = total(indicator.denominator, year, indicator.numerator);
  const auto rate = text::percentage(top.value, bottom.value, least_digits_of_rate);
  if (!indicator.percent || !rate || top.schools == 0) return std::nullopt;
  const model::Indicator& numerator = *portal_.site.catalogue.find(indicator.numerator);
  const model::Indicator& denominator = *portal_.site.catalogue.find(indicator.denominator);
  Aggregate made{
      *rate, top.schools, top.approximate || bottom.approximate,
      portal_.strings.format("ratio_of_sums", {name_of(portal_, numerator), name_of(portal_, denominator)})};
  const bool is_telling = top.withheld == 1 || bottom.withheld == 1 || is_withheld(numerator, year) ||
                          is_withheld(denominator, year);
  if (is_telling) made.number.reset();
  return made;
}

std::optional<Aggregate> CityAggregates::mean(const model::Indicator& indicator, int year) const {
  std::vector<text::Weighted> values;
  bool approximate = false;
  int digits = 0;
  std::size_t withheld = 0;
  for (const model::Organisation* school : schools_) {
    const IndicatorValue* value = counted(*school, indicator.id, year);
    const IndicatorValue* weight = counted(*school, indicator.weight, year);
    if (value == nullptr || weight == nullptr) continue;
    values.push_back({number_of(*value), number_of(*weight)});
    digits = std::max(digits, number_of(*value).scale);
    withheld += value->kept_back || weight->kept_back;
    approximate = approximate || value->state == model::ValueState::approximate ||
                  weight->state == model::ValueState::approximate;
  }
  const auto mean = text::weighted_mean(values, std::min(digits, least_digits_of_rate));
  if (!mean) return std::nullopt;
  const std::string& weight = name_of(portal_, *portal_.site.catalogue.find(indicator.weight));
  Aggregate made{*mean, values.size(), approximate, portal_.strings.format("weighted_by", {weight})};
  if (withheld == 1) made.number.reset();
  return made;
}

std::optional<Aggregate> CityAggregates::aggregate(const model::Indicator& indicator, int year) const {
  switch (indicator.aggregation) {
    case model::Aggregation::sum: {
      const Total sum = total(indicator.id, year, indicator.id);
      if (sum.schools == 0) return std::nullopt;
      Aggregate made{sum.value, sum.schools, sum.approximate, std::string(portal_.strings["method_sum"])};
      if (is_withheld(indicator, year)) made.number.reset();
      return made;
    }
    case model::Aggregation::ratio_of_sums:
      return ratio(indicator, year);
    case model::Aggregation::weighted_mean:
      return mean(indicator, year);
    case model::Aggregation::median: {
      const auto found = spread(indicator, year);
      if (!found) return std::nullopt;
      return Aggregate{found->median, found->schools, false, std::string(portal_.strings["method_median"])};
    }
    case model::Aggregation::none:
      break;
  }
  return std::nullopt;
}

std::optional<Spread> CityAggregates::spread(const model::Indicator& indicator, int year) const {
  std::vector<text::Decimal> values;
  for (const model::Organisation* school : schools_) {
    if (const IndicatorValue* value = number(*school, indicator.id, year)) values.push_back(*value->number);
  }
  if (values.empty()) return std::nullopt;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const auto digits = std::max_element(values.begin(), values.end(), [](const auto& a, const auto& b) {
                        return a.scale < b.scale;
                      })->scale;
  return Spread{*least, text::median(values).rounded(digits), *most, values.size()};
}

}  // namespace nianbao::compose
