#include "compose/json_ld.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "text/escape.h"

using namespace nianbao;
using Json = nlohmann::json;

namespace {

const std::string hostile = "</script><script>\"\\\n\u2028\xFF";

model::Site portal(const std::string& base_url = "https://example.org/") {
  model::Site site;
  site.title = "年报";
  site.base_url = base_url;
  site.license = "CC BY 4.0";
  return site;
}

model::Organisation school() {
  model::Organisation school;
  school.name = "甲学校";
  school.address = "c/a";
  school.code = "00712";
  school.founded = 1958;
  school.aliases = {"甲校"};
  school.contact.address = "某路 1 号";
  school.contact.phones = {{"招生", "0416-1"}, {"办公", "0416-2"}};
  return school;
}

model::ReportSettings report() {
  model::ReportSettings report;
  report.title = "甲校年报";
  report.year = 2023;
  report.issued = "2023年12月";
  return report;
}

}  // namespace

TEST_CASE("A report is a schema.org Report") {
  CHECK(Json::parse(compose::report_json_ld(report(), school(), portal(), "c/a/2023/index.html")) ==
        Json({{"@context", "https://schema.org"},
              {"@type", "Report"},
              {"name", "甲校年报"},
              {"inLanguage", "zh-CN"},
              {"datePublished", "2023-12"},
              {"url", "https://example.org/c/a/2023/index.html"},
              {"publisher",
               {{"@type", "EducationalOrganization"}, {"name", "甲学校"}, {"identifier", "00712"}}},
              {"license", "CC BY 4.0"}}));
}

TEST_CASE("A school and a city are organisations with what is known of them") {
  const Json json = Json::parse(compose::organisation_json_ld(school(), portal()));
  CHECK(json["@type"] == "EducationalOrganization");
  CHECK(json["alternateName"] == Json::array({"甲校"}));
  CHECK(json["foundingDate"] == "1958");
  CHECK(json["telephone"] == Json::array({"0416-1", "0416-2"}));
  CHECK(json["url"] == "https://example.org/c/a/index.html");
  model::Organisation city;
  city.kind = model::OrganisationKind::city;
  city.name = "丙市";
  CHECK(Json::parse(compose::organisation_json_ld(city, portal(""))) ==
        Json({{"@context", "https://schema.org"}, {"@type", "GovernmentOrganization"}, {"name", "丙市"}}));
}

TEST_CASE("A table is a Dataset of its report's year") {
  const model::Target table{model::TargetKind::table, "t", "表 2-1", "教师", {}};
  const Json json =
      Json::parse(compose::dataset_json_ld(table, report(), school(), portal(), "c/a/2023/tables/t.html"));
  CHECK(json["@type"] == "Dataset");
  CHECK(json["name"] == "教师");
  CHECK(json["description"] == "甲学校 · 甲校年报 · 表 2-1");
  CHECK(json["temporalCoverage"] == "2023");
  CHECK(json["creator"]["name"] == "甲学校");
  CHECK(Json::parse(compose::website_json_ld(portal()))["url"] == "https://example.org/");
}

TEST_CASE("Addresses appear only when the portal knows where it stands") {
  CHECK_FALSE(Json::parse(compose::website_json_ld(portal(""))).contains("url"));
  CHECK_FALSE(Json::parse(compose::report_json_ld(report(), school(), portal(""), "x")).contains("url"));
}

TEST_CASE("Whatever names hold, the JSON is valid, and harmless in the script it stands in") {
  model::Organisation organisation = school();
  model::ReportSettings settings = report();
  model::Site site = portal();
  organisation.name = organisation.description = settings.title = settings.summary = site.title = hostile;
  const model::Target table{model::TargetKind::table, "t", hostile, hostile, {}};
  for (const std::string& json :
       {compose::report_json_ld(settings, organisation, site, "x"),
        compose::organisation_json_ld(organisation, site),
        compose::dataset_json_ld(table, settings, organisation, site, "x"), compose::website_json_ld(site)}) {
    CHECK(Json::parse(json)["name"] == "</script><script>\"\\\n\u2028\uFFFD");
    const std::string in_page = text::json_in_script(json);
    CHECK(in_page.find('<') == std::string::npos);
    CHECK(Json::parse(in_page) == Json::parse(json));
  }
}

TEST_CASE("A contact block is the organisation's own") {
  const compose::ContactView view = compose::contact_view(school());
  CHECK(view.organisation + view.address == "甲学校某路 1 号");
  REQUIRE(view.phones.size() == 2);
  CHECK(view.phones[1].label + view.phones[1].number == "办公0416-2");
}

TEST_CASE("The tables of a report are a Dataset that can be had, each by itself and all of them") {
  model::ReportSettings settings = report();
  settings.address = "c/a/2023";
  const auto of_report = [&](const model::Site& site) {
    return Json::parse(compose::report_json_ld(settings, school(), site, "c/a/2023/index.html", true));
  };
  const Json data = of_report(portal())["hasPart"];
  CHECK(data["@type"] == "Dataset");
  CHECK(data["description"] == "甲学校 · 甲校年报");
  CHECK(data["license"] == "CC BY 4.0");
  REQUIRE(data["distribution"].size() == 2);
  CHECK(data["distribution"][0] == Json({{"@type", "DataDownload"},
                                         {"encodingFormat", "application/zip"},
                                         {"contentUrl", "https://example.org/c/a/2023/data/all.zip"}}));
  CHECK_FALSE(of_report(portal(""))["hasPart"].contains("distribution"));
  const model::Target table{model::TargetKind::table, "tt", "表 2-1", "教师", {}};
  const Json one = Json::parse(
      compose::dataset_json_ld(table, settings, school(), portal(), "c/a/2023/tables/tt.html", "t"));
  REQUIRE(one["distribution"].size() == 2);
  CHECK(one["distribution"][0]["contentUrl"] == "https://example.org/c/a/2023/data/t.csv");
  CHECK(one["distribution"][1]["encodingFormat"] == "application/json");
}
