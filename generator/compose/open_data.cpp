#include "compose/open_data.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

#include "compose/addresses.h"
#include "compose/data_columns.h"
#include "compose/summary.h"
#include "compose/table_grid.h"
#include "compose/zip.h"

namespace nianbao::compose {
namespace {

using PackageJson = nlohmann::ordered_json;

void put_text(PackageJson& json, std::string_view key, const std::string& value) {
  if (!value.empty()) json[std::string(key)] = value;
}

std::string printed_json(const PackageJson& json) {
  return json.dump(1, ' ', false, PackageJson::error_handler_t::replace) + "\n";
}

/// The first address of the web in a text.
std::string web_address(std::string_view text) {
  const std::size_t begin = std::min(text.find("https://"), text.find("http://"));
  if (begin == std::string_view::npos) return {};
  const auto ends = [](char c) { return c <= ' ' || c == '"' || c == '<' || c == '>' || (c & 0x80) != 0; };
  const auto* const end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), ends);
  return {text.begin() + static_cast<std::ptrdiff_t>(begin), end};
}

/// "CC BY 4.0" -> "CC-BY-4.0": how the Open Definition calls a licence; empty for any other line.
std::string licence_id(std::string_view line) {
  for (const std::string_view known : {"CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-4.0", "CC0-1.0"}) {
    std::string spaced(known);
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    const bool named = line.find(known) != std::string_view::npos ||
                       line.find(spaced) != std::string_view::npos ||
                       line.find(fmt::format("CC {}", known.substr(3))) != std::string_view::npos;
    if (named) return std::string(known);
  }
  return {};
}

/// What may be done with the data: as the portal's line says, and for programs where that names a licence.
void add_licence(PackageJson& json, const model::Site& site) {
  if (site.license.empty()) return;
  PackageJson licence = PackageJson::object();
  put_text(licence, "name", licence_id(site.license));
  put_text(licence, "path", web_address(site.license));
  if (!licence.empty()) {
    licence["title"] = site.license;
    json["licenses"].push_back(licence);
  }
  json["rights"] = site.license;
}

PackageJson source_of(const std::string& text) {
  PackageJson source = {{"title", text}};
  put_text(source, "path", web_address(text));
  return source;
}

PackageJson field_of(const DataColumn& column) {
  PackageJson field = {{"name", column.title}, {"title", column.title}, {"type", column.type}};
  if (column.grouped) field["groupChar"] = ",";
  if (column.percent) field["bareNumber"] = false;
  if (column.required) field["constraints"]["required"] = true;
  if (column.unique) field["constraints"]["unique"] = true;
  put_text(field, "unit", column.unit);
  return field;
}

/// Names of resources are lower-case; two that differ by case only are told apart by a number.
std::string resource_name(const std::string& id, std::set<std::string>& taken) {
  std::string name;
  for (const char c : id) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::string candidate = name;
  for (int i = 2; !taken.insert(candidate).second; ++i) candidate = fmt::format("{}-{}", name, i);
  return candidate;
}

PackageJson resource_of(const model::Table& table, std::set<std::string>& taken) {
  const bool tabular = is_rectangular(table);
  PackageJson resource = {{"name", resource_name(table.id, taken)}};
  put_text(resource, "title", table.title);
  std::string notes;
  for (const std::string& note : table.notes) notes += (notes.empty() ? "" : "\n") + note;
  put_text(resource, "description", notes);
  resource["path"] = table.id + (tabular ? ".csv" : ".json");
  resource["format"] = tabular ? "csv" : "json";
  resource["mediatype"] = tabular ? "text/csv" : "application/json";
  resource["encoding"] = "utf-8";
  if (!table.source.empty()) resource["sources"].push_back(source_of(table.source));
  put_text(resource, "unit", table.unit);
  if (!tabular) return resource;
  resource["profile"] = "tabular-data-resource";
  resource["dialect"] = {{"delimiter", ","},
                         {"lineTerminator", "\r\n"},
                         {"quoteChar", "\""},
                         {"doubleQuote", true},
                         {"header", true}};
  PackageJson& schema = resource["schema"];
  schema["fields"] = PackageJson::array();
  for (const DataColumn& column : data_columns(table.bands.front()))
    schema["fields"].push_back(field_of(column));
  schema["missingValues"] = missing_marks(table.bands.front());
  return resource;
}

/// CSV on the Web writes per cent and grouping into the format of a number.
PackageJson csvw_column(const DataColumn& column) {
  PackageJson json = {{"titles", column.title}};
  if (column.type == "integer") json["datatype"] = "integer";
  if (column.type == "number" && !column.grouped) json["datatype"] = "decimal";
  if (column.type == "number" && column.grouped)
    json["datatype"] = {{"base", "decimal"}, {"format", {{"groupChar", ","}}}};
  if (column.required) json["required"] = true;
  return json;
}

}  // namespace

bool is_rectangular(const model::Table& table) {
  if (table.bands.size() != 1) return false;
  std::set<std::string_view> titles;
  return std::all_of(table.bands.front().columns.begin(), table.bands.front().columns.end(),
                     [&](const model::Column& column) {
                       return !column.title.empty() && titles.insert(column.title).second;
                     });
}

std::string make_data_package(const model::Report& report, const model::Organisation& issuer,
                              const model::Site& site) {
  const model::ReportSettings& settings = report.settings;
  PackageJson package = {{"profile", "data-package"}};
  std::string name = settings.address;
  std::replace(name.begin(), name.end(), '/', '-');
  package["name"] = name;
  if (!site.base_url.empty()) package["id"] = site.base_url + data_package(settings.address);
  package["title"] =
      settings.edition.empty() ? settings.title : fmt::format("{}（{}）", settings.title, settings.edition);
  put_text(package, "description", settings.summary);
  if (!site.base_url.empty()) package["homepage"] = site.base_url + report_page(settings.address);
  if (std::string date = iso_date(settings.issued); !date.empty()) {
    while (date.size() < 10) date += "-01";
    package["created"] = date + "T00:00:00Z";
  }
  add_licence(package, site);
  package["sources"].push_back(source_of(settings.source.empty() ? settings.title : settings.source));
  package["contributors"].push_back(
      {{"title", settings.issuer.empty() ? issuer.name : settings.issuer}, {"role", "author"}});
  if (!site.publisher.empty())
    package["contributors"].push_back({{"title", site.publisher}, {"role", "publisher"}});
  package["resources"] = PackageJson::array();
  std::set<std::string> taken;
  for (const model::Table& table : report.tables) package["resources"].push_back(resource_of(table, taken));
  return printed_json(package);
}

std::string make_csvw_metadata(const model::Report& report, const model::Site& site) {
  PackageJson json;
  json["@context"] = {"http://www.w3.org/ns/csvw", {{"@language", "zh"}}};
  json["dc:title"] = report.settings.title;
  put_text(json, "dc:rights", site.license);
  json["dialect"] = {{"encoding", "utf-8"}, {"lineTerminators", {"\r\n", "\n"}}, {"header", true}};
  json["tables"] = PackageJson::array();
  for (const model::Table& table : report.tables) {
    if (!is_rectangular(table)) continue;
    PackageJson described = {{"url", table.id + ".csv"}};
    put_text(described, "dc:title", table.title);
    described["null"] = missing_marks(table.bands.front());
    PackageJson& columns = described["tableSchema"]["columns"] = PackageJson::array();
    for (const DataColumn& column : data_columns(table.bands.front())) columns.push_back(csvw_column(column));
    json["tables"].push_back(std::move(described));
  }
  return json["tables"].empty() ? std::string() : printed_json(json);
}

std::vector<Download> open_data(const model::Report& report, const model::Organisation& issuer,
                                const model::Site& site) {
  std::vector<Download> files;
  if (report.tables.empty()) return files;
  const std::string& address = report.settings.address;
  for (const model::Table& table : report.tables) {
    files.push_back({table_download(address, table.id), make_csv(table)});
    files.push_back({table_json(address, table.id), make_json(table)});
  }
  files.push_back({data_package(address), make_data_package(report, issuer, site)});
  if (std::string csvw = make_csvw_metadata(report, site); !csvw.empty())
    files.push_back({csvw_metadata(address), std::move(csvw)});
  std::vector<ZipEntry> entries;
  for (const Download& file : files)
    entries.push_back({file.address.substr(file.address.rfind('/') + 1), file.bytes});
  std::string archive = make_zip(entries);
  files.push_back({all_data(address), std::move(archive)});
  return files;
}

std::string citation(const model::ReportSettings& report, const model::Organisation& issuer,
                     const model::Site& site) {
  const std::string date = iso_date(report.issued);
  std::string text = fmt::format("{}. {}", report.issuer.empty() ? issuer.name : report.issuer, report.title);
  if (!report.edition.empty()) text += fmt::format("（{}）", report.edition);
  text += fmt::format("[{}]. {}.", site.base_url.empty() ? "DS" : "DS/OL",
                      date.empty() ? std::to_string(report.year) : date);
  if (!site.base_url.empty()) text += " " + site.base_url + report_page(report.address);
  return text;
}

}  // namespace nianbao::compose
