#pragma once

#include <map>
#include <string>

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// In which city each school of a province is: schools of two cities may have one name. Of a city, which has
/// schools only, it says nothing.
class CityNames {
 public:
  CityNames(const Portal& portal, const model::Organisation& place);

  /// Whether cities stand between the place and schools of it.
  bool are_told() const { return !names_.empty(); }
  /// Its city, "某市 · 某县" where cities nest; empty of a school right below the place.
  const std::string& of(const model::Organisation& school) const;
  /// "一中（某市）"; the name alone where there is no city to tell.
  std::string beside_name(const model::Organisation& school) const;
  /// What a chart calls it: its short name, with its city where another school is called the same.
  std::string label(const model::Organisation& school) const;

 private:
  std::string with_city(const std::string& name, const model::Organisation& school) const;

  const Portal& portal_;
  std::map<const model::Organisation*, std::string> names_;
  std::map<std::string, int, std::less<>> called_;
};

}  // namespace nianbao::compose
