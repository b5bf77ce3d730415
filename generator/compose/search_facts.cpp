#include "compose/search_facts.h"

#include <algorithm>

#include "compose/addresses.h"
#include "compose/city_aggregates.h"
#include "compose/major_pages.h"
#include "text/utf8.h"

namespace nianbao::compose {
namespace {

constexpr std::size_t most_fact_years = 6;

bool is_shown(const IndicatorValue& value) {
  using enum model::ValueState;
  return value.state == number || value.state == approximate || value.state == withheld;
}

search::Subject subject_of(const Portal& portal, const model::Indicator& indicator) {
  search::Subject subject;
  subject.kind = "indicator";
  subject.name = name_of(portal, indicator);
  subject.other_names = {indicator.name, indicator.name_en};
  for (const auto* more : {&indicator.aliases, &indicator.former})
    subject.other_names.insert(subject.other_names.end(), more->begin(), more->end());
  subject.unit = unit_of(portal, indicator);
  subject.note = base_of(portal, indicator);
  model::for_each_organisation(
      portal.site.organisations, [&](const model::Organisation& organisation, const auto&) {
        const auto series = portal.indicators.series(organisation.address, indicator.id);
        search::PartyFacts facts{organisation.address, {}};
        for (std::size_t i = series.size(); i-- > 0 && facts.facts.size() < most_fact_years;) {
          const IndicatorValue& value = series[i];
          std::string printed = value.state == model::ValueState::withheld
                                    ? std::string(portal.strings["value_withheld"])
                                    : value.value;
          if (indicator.unit == "%" && printed.ends_with("%")) printed.pop_back();
          if (is_shown(value)) facts.facts.push_back({std::to_string(value.year), printed, value.address});
        }
        if (!facts.facts.empty()) subject.parties.push_back(std::move(facts));
      });
  return subject;
}

/// What a school says of a major, in a few words.
std::string said_of(const Portal& portal, const Major& major) {
  std::string said;
  for (const std::string* part : {&major.code, &major.duration, &major.features}) {
    if (!part->empty()) said += (said.empty() ? "" : " · ") + text::ellipsis(*part, 24);
  }
  return said.empty() ? std::string(portal.strings["major_offered"]) : said;
}

std::vector<search::Subject> majors(const Portal& portal) {
  std::vector<search::Subject> subjects;
  for (const MajorEntry& entry : major_entries(portal)) {
    search::Subject& subject = subjects.emplace_back();
    subject.kind = "major";
    subject.name = entry.name;
    subject.url = entry.address;
    subject.other_names = short_major_names(entry.name);
    subject.stands_alone = true;
    for (const MajorOffer& offer : entry.offers) {
      if (!offer.major->code.empty()) subject.other_names.push_back(offer.major->code);
      subject.parties.push_back({offer.school->address,
                                 {{std::to_string(offer.report->year), said_of(portal, *offer.major),
                                   organisation_page(offer.school->address) + "#majors"}}});
    }
  }
  return subjects;
}

}  // namespace

SearchFacts search_facts(const Portal& portal) {
  SearchFacts facts;
  model::for_each_organisation(
      portal.site.organisations, [&](const model::Organisation& organisation, const auto& parents) {
        search::Party party{organisation.address, organisation.name, organisation.aliases,
                            parents.empty() ? "" : parents.back()->address};
        party.other_names.push_back(organisation.short_name);
        party.other_names.push_back(organisation.name_en);
        facts.parties.push_back(std::move(party));
      });
  for (const model::Indicator& indicator : portal.site.catalogue.indicators()) {
    if (portal.indicators.is_stated(indicator.id)) facts.subjects.push_back(subject_of(portal, indicator));
  }
  std::erase_if(facts.subjects, [](const search::Subject& subject) { return subject.parties.empty(); });
  for (search::Subject& subject : majors(portal)) facts.subjects.push_back(std::move(subject));
  return facts;
}

}  // namespace nianbao::compose
