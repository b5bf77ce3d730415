#include "compose/city_names.h"

#include "compose/city_aggregates.h"

namespace nianbao::compose {

CityNames::CityNames(const Portal& portal, const model::Organisation& place) : portal_(portal) {
  model::for_each_organisation(place.children, [&](const model::Organisation& one, const auto& parents) {
    if (one.kind != model::OrganisationKind::school) return;
    ++called_[short_name(one)];
    std::string city;
    for (const model::Organisation* parent : parents) city += (city.empty() ? "" : " · ") + parent->name;
    if (!city.empty()) names_[&one] = std::move(city);
  });
}

const std::string& CityNames::of(const model::Organisation& school) const {
  static const std::string none;
  const auto found = names_.find(&school);
  return found == names_.end() ? none : found->second;
}

std::string CityNames::with_city(const std::string& name, const model::Organisation& school) const {
  const std::string& city = of(school);
  return city.empty() ? name : with_brackets(portal_, name, city);
}

std::string CityNames::beside_name(const model::Organisation& school) const {
  return with_city(school.name, school);
}

std::string CityNames::label(const model::Organisation& school) const {
  const auto found = called_.find(short_name(school));
  const bool is_shared = found != called_.end() && found->second > 1;
  return is_shared ? with_city(short_name(school), school) : short_name(school);
}

}  // namespace nianbao::compose
