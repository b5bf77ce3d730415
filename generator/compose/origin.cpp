#include "compose/origin.h"

#include <tuple>

#include "compose/addresses.h"

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

void place_below(Page& page, const text::Strings& strings, const model::Organisation& organisation,
                 const std::vector<const model::Organisation*>& parents) {
  page.organisation = organisation.name;
  page.notice = organisation.notice;
  std::vector<const model::Organisation*> line = parents;
  line.push_back(&organisation);
  std::tie(page.city, page.school) = city_and_school(line);
  page.breadcrumb.push_back({std::string(strings["home"]), "index.html"});
  for (const model::Organisation* one : line)
    page.breadcrumb.push_back({one->name, organisation_page(one->address)});
}

Page page_below_home(PageKind kind, std::string_view address, const text::Strings& strings,
                     std::string_view title, std::string_view description) {
  Page page;
  page.kind = kind;
  page.address = address;
  page.title = strings[title];
  page.description = strings[description];
  page.breadcrumb = {{std::string(strings["home"]), "index.html"}};
  return page;
}

std::string place_key(const model::Organisation& place, std::string_view key) {
  return std::string(key) + (place.kind == model::OrganisationKind::province ? "_province" : "");
}

}  // namespace nianbao::compose
