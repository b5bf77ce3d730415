#include "compose/origin.h"

namespace nianbao::compose {

std::pair<std::string, std::string> city_and_school(const std::vector<const model::Organisation*>& line) {
  std::pair<std::string, std::string> names;
  for (const model::Organisation* organisation : line) {
    if (organisation->kind == model::OrganisationKind::school)
      names.second = organisation->name;
    else
      names.first = organisation->name;
  }
  return names;
}

}  // namespace nianbao::compose
