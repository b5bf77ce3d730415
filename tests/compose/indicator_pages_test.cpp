#include "compose/indicator_pages.h"

#include <catch2/catch.hpp>

#include "city.h"

using namespace nianbao;
using tests::StatingCity;

namespace {

StatingCity city_of(const std::string& indicator) {
  return StatingCity({{{indicator, "95"}}, {{indicator, "90"}}}, {{"list_joiner", " / "},
                                                                  {"asked_seen", "seen in {0}"},
                                                                  {"asked_since", "since {0}"},
                                                                  {"asked_until", "until {0}"},
                                                                  {"asked_between", "{0} to {1}"}});
}

std::vector<compose::Page> pages_of(const StatingCity& city, const std::string& lang) {
  return compose::indicator_pages(city.portal(lang), city.city(), {});
}

/// What the page of an indicator says of it under this label.
std::string said(const std::vector<compose::Page>& pages, std::string_view label) {
  for (const auto& component : pages.at(0).components) {
    const auto* facts = std::get_if<compose::FactsView>(&component);
    if (facts == nullptr || facts->id != "meaning") continue;
    for (const auto& [key, what] : facts->facts)
      if (key == label) return what;
  }
  return "";
}

std::string said(const std::string& indicator, const std::string& lang, std::string_view label) {
  return said(pages_of(city_of(indicator), lang), label);
}

/// As `said`, of "garden", the only indicator of a catalogue, in a table of the project's own without number.
std::string said_of_own(model::Indicator garden, std::string_view label) {
  garden.id = garden.name = "garden", garden.table = "own";
  StatingCity city = city_of("garden");
  city.use(model::Catalogue({{"own", "校园表", "", {}, 0}}, {std::move(garden)}));
  return said(pages_of(city, "en"), label);
}

std::string asked(int since, int until, std::vector<int> seen) {
  model::Indicator garden;
  garden.since = since, garden.until = until, garden.asked_in = std::move(seen);
  return said_of_own(garden, "indicator_asked");
}

}  // namespace

TEST_CASE("The page of an indicator defines it in the language of the interface") {
  const model::Catalogue catalogue = source::standard_catalogue();
  for (const std::string indicator : {"graduates", "senior_teacher_rate"}) {
    CAPTURE(indicator);
    const model::Indicator& known = *catalogue.find(indicator);
    CHECK(said(indicator, "zh-CN", "indicator_definition") == known.definition);
    CHECK(said(indicator, "en", "indicator_definition") == known.definition_en);
  }
  CHECK(said("graduates", "en", "indicator_definition").starts_with("The number of students"));
}

TEST_CASE("A standard table is named by its number, to which definitions refer") {
  CHECK(said("graduates", "zh-CN", "indicator_table") == "表1 人才培养质量计分卡");
  CHECK(said("graduates", "en", "indicator_table") == "Table 1: Scorecard of education quality");
  const std::vector<compose::Page> pages = pages_of(city_of("graduates"), "en");
  const auto* table = std::get_if<compose::TableView>(&pages.back().components.back());
  REQUIRE(table != nullptr);
  CHECK(table->title == "Table 1: Scorecard of education quality");
}

TEST_CASE("A table without number is named alone") { CHECK(said_of_own({}, "indicator_table") == "校园表"); }

TEST_CASE("Names of an indicator are joined as the interface's language joins them") {
  model::Indicator garden;
  garden.aliases = {"绿化面积", "绿地"};
  CHECK(said_of_own(garden, "indicator_aliases") == "绿化面积 / 绿地");
}

TEST_CASE(
    "Proven first and last years tell when an indicator was asked, or else the years in which it was seen") {
  CHECK(asked(0, 0, {}) == "");
  CHECK(asked(0, 0, {2023}) == "seen in 2023");
  CHECK(asked(0, 0, {2021, 2023}) == "seen in 2021 / 2023");
  CHECK(asked(2020, 0, {2021, 2023}) == "since 2020");
  CHECK(asked(0, 2024, {2021}) == "until 2024");
  CHECK(asked(2020, 2024, {2021}) == "2020 to 2024");
  CHECK(said("graduates", "en", "indicator_asked") == "seen in 2023");
}
