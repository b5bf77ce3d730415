#include "compose/indicator_book.h"

#include <algorithm>

namespace nianbao::compose {
namespace {

constexpr int rate_digits = 2;

/// A rate from the two sums of a year, where both are printed as numbers.
void add_computed(const model::Catalogue& catalogue,
                  std::map<std::string, std::map<int, IndicatorValue>, std::less<>>& values) {
  for (const model::Indicator& indicator : catalogue.indicators()) {
    if (!indicator.percent || indicator.numerator.empty()) continue;
    const auto tops = values.find(indicator.numerator), bottoms = values.find(indicator.denominator);
    if (tops == values.end() || bottoms == values.end()) continue;
    std::map<int, IndicatorValue> computed;
    for (const auto& [year, top] : tops->second) {
      const auto bottom = bottoms->second.find(year);
      if (bottom == bottoms->second.end()) continue;
      if (top.kept_back || bottom->second.kept_back) {  // it would give them away
        computed.emplace(
            year, IndicatorValue{indicator.id, year, std::string(model::withheld_mark), indicator.unit, "",
                                 top.address, std::nullopt, model::ValueState::withheld, true});
        continue;
      }
      if (top.state != model::ValueState::number || bottom->second.state != model::ValueState::number)
        continue;
      const auto rate = text::percentage(*top.number, *bottom->second.number, rate_digits);
      if (!rate) continue;
      computed.emplace(year, IndicatorValue{indicator.id, year, rate->str(), indicator.unit, "", top.address,
                                            *rate, model::ValueState::number, true});
    }
    values[indicator.id].merge(computed);  // what is printed stays
  }
}

}  // namespace

IndicatorBook::IndicatorBook(const model::Site& site, const Summaries& summaries) {
  const auto gather = [&](const model::Organisation& organisation, const auto&) {
    std::map<std::string, std::map<int, IndicatorValue>, std::less<>> values;
    for (const model::ReportSettings& settings : organisation.reports) {  // newest first
      const auto found = summaries.find(settings.address);
      if (found == summaries.end() || settings.kind != model::ReportKind::report) continue;
      for (const IndicatorValue& value : found->second.indicators) {
        auto& years = values[value.indicator];
        if (value.year == settings.year)
          years.insert_or_assign(value.year, value);
        else
          years.emplace(value.year, value);
      }
    }
    add_computed(site.catalogue, values);
    Series& series = organisations_[organisation.address];
    for (auto& [indicator, years] : values) {
      for (auto& [year, value] : years) series[indicator].push_back(std::move(value));
    }
  };
  model::for_each_organisation(site.organisations, gather);
}

std::span<const IndicatorValue> IndicatorBook::series(std::string_view organisation,
                                                      std::string_view indicator) const {
  const auto found = organisations_.find(organisation);
  if (found == organisations_.end()) return {};
  const auto values = found->second.find(indicator);
  return values == found->second.end() ? std::span<const IndicatorValue>() : values->second;
}

const IndicatorValue* IndicatorBook::value(std::string_view organisation, std::string_view indicator,
                                           int year) const {
  for (const IndicatorValue& value : series(organisation, indicator)) {
    if (value.year == year) return &value;
  }
  return nullptr;
}

bool IndicatorBook::is_stated(std::string_view indicator) const {
  return std::any_of(organisations_.begin(), organisations_.end(),
                     [&](const auto& organisation) { return organisation.second.contains(indicator); });
}

}  // namespace nianbao::compose
