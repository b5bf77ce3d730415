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

IndicatorBook::IndicatorBook(const model::Site& site, const Summaries& summaries)
    : catalogue_(site.catalogue) {
  const auto gather = [&](const model::Organisation& organisation, const auto&) {
    std::map<std::string, std::map<int, IndicatorValue>, std::less<>> values;
    for (const model::ReportSettings& settings : organisation.reports) {  // newest first
      const auto found = summaries.find(settings.address);
      auto& breaks = stated_breaks_[organisation.address];
      breaks.insert(breaks.end(), settings.breaks.begin(), settings.breaks.end());
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

std::vector<model::SeriesBreak> IndicatorBook::breaks(std::string_view organisation,
                                                      std::string_view indicator) const {
  std::map<int, std::string> found;  // what is said first counts: the newest report, then the catalogue
  if (const auto stated = stated_breaks_.find(organisation); stated != stated_breaks_.end()) {
    for (const model::IndicatorBreak& change : stated->second) {
      if (change.indicator == indicator) found.emplace(change.year, change.text);
    }
  }
  const model::Indicator* known = catalogue_.find(indicator);
  if (known == nullptr) return {};
  for (const model::SeriesBreak& change : known->breaks) found.emplace(change.year, change.text);
  std::optional<bool> before;
  for (const IndicatorValue& value : series(organisation, indicator)) {
    const auto agrees = has_stated_base(*this, organisation, *known, value.year);
    if (agrees && before && *agrees != *before) found.emplace(value.year, "");
    if (agrees) before = agrees;
  }
  std::vector<model::SeriesBreak> breaks;
  for (const auto& [year, text] : found) breaks.push_back({year, text});
  return breaks;
}

std::optional<bool> has_stated_base(const IndicatorBook& book, std::string_view organisation,
                                    const model::Indicator& indicator, int year) {
  constexpr text::Decimal one{1, 0};
  if (indicator.numerator.empty()) return std::nullopt;
  const IndicatorValue* value = book.value(organisation, indicator.id, year);
  const IndicatorValue* top = book.value(organisation, indicator.numerator, year);
  const IndicatorValue* bottom = book.value(organisation, indicator.denominator, year);
  if (value == nullptr || top == nullptr || bottom == nullptr || !value->number || !top->number ||
      !bottom->number)
    return std::nullopt;
  const auto computed = text::percentage(*top->number, *bottom->number, 2);
  if (!computed) return false;
  return *computed - *value->number < one && *value->number - *computed < one;
}

bool IndicatorBook::is_stated(std::string_view indicator) const {
  return std::any_of(organisations_.begin(), organisations_.end(),
                     [&](const auto& organisation) { return organisation.second.contains(indicator); });
}

bool IndicatorBook::states_any(std::string_view organisation) const {
  const auto found = organisations_.find(organisation);
  return found != organisations_.end() && !found->second.empty();
}

}  // namespace nianbao::compose
