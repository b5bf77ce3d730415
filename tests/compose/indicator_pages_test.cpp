#include "compose/indicator_pages.h"

#include <catch2/catch.hpp>

#include "city.h"

using namespace nianbao;
using tests::StatingCity;

namespace {

std::vector<compose::Page> pages_of(const std::string& indicator, const std::string& lang) {
  const StatingCity city({{{indicator, "95"}}, {{indicator, "90"}}});
  return compose::indicator_pages(city.portal(lang), city.city(), {});
}

/// What the page of an indicator says of it under this label.
std::string said(const std::string& indicator, const std::string& lang, std::string_view label) {
  const std::vector<compose::Page> pages = pages_of(indicator, lang);
  for (const auto& component : pages.at(0).components) {
    const auto* facts = std::get_if<compose::FactsView>(&component);
    if (facts == nullptr || facts->id != "meaning") continue;
    for (const auto& [key, what] : facts->facts)
      if (key == label) return what;
  }
  return "";
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
  const std::vector<compose::Page> pages = pages_of("graduates", "en");
  const auto* table = std::get_if<compose::TableView>(&pages.back().components.back());
  REQUIRE(table != nullptr);
  CHECK(table->title == "Table 1: Scorecard of education quality");
}
