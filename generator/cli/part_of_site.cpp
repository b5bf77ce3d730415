#include "cli/part_of_site.h"

#include <fmt/format.h>

#include "diagnostics/suggestion.h"

namespace nianbao::cli {
namespace {

void report_unknown(const model::Site& whole, const std::string& organisation, DiagnosticSink& sink) {
  std::vector<std::string> known;
  model::for_each_organisation(whole.organisations, [&](const model::Organisation& one, const auto&) {
    known.push_back(one.address);
  });
  sink.error(
      "N012", {whole.content, 0, 0},
      {fmt::format("没有机构 {}", organisation), fmt::format("there is no organisation {}", organisation)},
      suggest(organisation, known));
}

std::set<std::string, std::less<>> addresses_of(const std::vector<model::Organisation>& organisations) {
  std::set<std::string, std::less<>> addresses;
  model::for_each_organisation(organisations, [&](const model::Organisation& one, const auto&) {
    addresses.insert(one.address);
    for (const auto& report : one.reports) addresses.insert(report.address);
  });
  return addresses;
}

}  // namespace

std::optional<PartOfSite> part_of(const model::Site& whole, const std::string& organisation,
                                  const std::string& base_url, DiagnosticSink& sink) {
  const std::string slash = base_url.empty() || base_url.ends_with("/") ? "" : "/";
  std::optional<PartOfSite> part;
  if (organisation.empty()) {
    part = PartOfSite{whole, {}};
    if (!base_url.empty()) part->site.base_url = base_url + slash;
    return part;
  }
  model::for_each_organisation(whole.organisations, [&](const model::Organisation& one, const auto& parents) {
    if (one.address != organisation) return;
    part = PartOfSite{whole, {}};
    part->site.organisations = {one};
    if (one.kind == model::OrganisationKind::school && !parents.empty()) part->city = parents.back();
  });
  if (!part) {
    report_unknown(whole, organisation, sink);
    return part;
  }
  model::Site& site = part->site;
  const model::Organisation& own = site.organisations.front();
  if (!whole.base_url.empty()) site.portal = {whole.title, whole.base_url};
  site.title = own.name;
  if (!own.description.empty()) site.description = own.description;
  site.base_url = base_url + slash;
  site.suggestions.clear();
  part->elsewhere.base_url = whole.base_url;
  part->elsewhere.addresses = addresses_of(whole.organisations);
  part->elsewhere.addresses.insert("");
  for (const std::string& inside : addresses_of(site.organisations)) part->elsewhere.addresses.erase(inside);
  return part;
}

std::vector<std::string> organisations_with_reports(const model::Site& site) {
  std::vector<std::string> addresses;
  model::for_each_organisation(site.organisations, [&](const model::Organisation& one, const auto&) {
    if (!one.reports.empty()) addresses.push_back(one.address);
  });
  return addresses;
}

}  // namespace nianbao::cli
