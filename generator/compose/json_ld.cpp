#include "compose/json_ld.h"

#include <nlohmann/json.hpp>

#include "compose/addresses.h"
#include "compose/summary.h"

namespace nianbao::compose {
namespace {

using Json = nlohmann::ordered_json;

Json thing(std::string_view type) { return {{"@context", "https://schema.org"}, {"@type", type}}; }

void put(Json& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json[std::string(key)] = value;
}

/// Absolute only when the portal knows where it will stand.
void put_url(Json& json, const model::Site& site, std::string_view address) {
  if (!site.base_url.empty()) json["url"] = site.base_url + std::string(address);
}

Json organisation(const model::Organisation& from) {
  const bool school = from.kind == model::OrganisationKind::school;
  Json json = {{"@type", school ? "EducationalOrganization" : "GovernmentOrganization"}, {"name", from.name}};
  put(json, "identifier", from.code);
  put(json, "sameAs", from.contact.website);
  return json;
}

void add_distribution(Json& json, const model::Site& site, const std::string& address,
                      std::string_view type) {
  if (site.base_url.empty()) return;
  json["distribution"].push_back(
      {{"@type", "DataDownload"}, {"encodingFormat", type}, {"contentUrl", site.base_url + address}});
}

/// All tables of a report as one.
Json data_of_report(const model::ReportSettings& report, const model::Organisation& issuer,
                    const model::Site& site) {
  Json json = {{"@type", "Dataset"}, {"name", report.title}};
  json["description"] = report.summary.empty() ? issuer.name + " · " + report.title : report.summary;
  json["temporalCoverage"] = std::to_string(report.year);
  json["creator"] = organisation(issuer);
  put(json, "license", site.license);
  add_distribution(json, site, all_data(report.address), "application/zip");
  add_distribution(json, site, data_package(report.address), "application/json");
  return json;
}

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string report_json_ld(const model::ReportSettings& report, const model::Organisation& issuer,
                           const model::Site& site, std::string_view address, bool has_data) {
  Json json = thing("Report");
  json["name"] = report.title;
  json["inLanguage"] = "zh-CN";
  put(json, "datePublished", iso_date(report.issued));
  put(json, "abstract", report.summary);
  put_url(json, site, address);
  json["publisher"] = organisation(issuer);
  put(json, "license", site.license);
  if (has_data) json["hasPart"] = data_of_report(report, issuer, site);
  return text(json);
}

std::string organisation_json_ld(const model::Organisation& from, const model::Site& site) {
  Json json = thing("Organization");
  json.update(organisation(from));
  if (!from.aliases.empty()) json["alternateName"] = from.aliases;
  put(json, "description", from.description);
  if (from.founded > 0) json["foundingDate"] = std::to_string(from.founded);
  put(json, "address", from.contact.address);
  for (const auto& phone : from.contact.phones) json["telephone"].push_back(phone.number);
  put(json, "email", from.contact.email);
  put_url(json, site, organisation_page(from.address));
  return text(json);
}

std::string dataset_json_ld(const model::Target& table, const model::ReportSettings& report,
                            const model::Organisation& issuer, const model::Site& site,
                            std::string_view address, std::string_view data) {
  Json json = thing("Dataset");
  json["name"] = table.title.empty() ? table.label : table.title;
  json["description"] = issuer.name + " · " + report.title + " · " + table.label;
  json["temporalCoverage"] = std::to_string(report.year);
  json["creator"] = organisation(issuer);
  put_url(json, site, address);
  put(json, "license", site.license);
  if (!data.empty()) {
    add_distribution(json, site, table_download(report.address, data), "text/csv");
    add_distribution(json, site, table_json(report.address, data), "application/json");
  }
  return text(json);
}

std::string website_json_ld(const model::Site& site) {
  Json json = thing("WebSite");
  json["name"] = site.title;
  put(json, "description", site.description);
  put_url(json, site, "");
  return text(json);
}

ContactView contact_view(const model::Organisation& from) {
  ContactView view{
      "", from.name, from.contact.address, from.contact.postcode, from.contact.website, from.contact.email,
      {}};
  for (const auto& phone : from.contact.phones) view.phones.push_back({phone.label, phone.number});
  return view;
}

}  // namespace nianbao::compose
