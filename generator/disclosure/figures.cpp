#include "disclosure/figures.h"

#include <algorithm>

namespace nianbao::disclosure {

OrganisationNames names_of(const model::Site& site) {
  OrganisationNames names;
  model::for_each_organisation(site.organisations, [&](const model::Organisation& one, const auto& parents) {
    std::set<std::string> own{model::compared_name(one.name), model::compared_name(one.short_name)};
    for (const std::string& alias : one.aliases) own.insert(model::compared_name(alias));
    own.erase("");
    for (const model::Organisation* parent : parents) {
      for (const std::string& name : own) names[parent->address][name].push_back(one.address);
    }
  });
  return names;
}

std::string organisation_of(const model::ReportSettings& report) {
  return report.address.substr(0, report.address.rfind('/'));
}

std::pair<std::optional<int>, std::string_view> year_and_title(std::string_view title) {
  const std::string_view year = title.substr(0, 4);
  const bool begins_with_year =
      year.size() == 4 && (year.starts_with("19") || year.starts_with("20")) &&
      std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!begins_with_year) return {std::nullopt, title};
  title.remove_prefix(year.size());
  for (const std::string_view word : {"年度", "年", "届"}) {
    if (!title.starts_with(word)) continue;
    title.remove_prefix(word.size());
    break;
  }
  return {std::stoi(std::string(year)), title};
}

}  // namespace nianbao::disclosure
