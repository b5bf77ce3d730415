#include "compose/school_trends.h"

#include <catch2/catch.hpp>

#include "city.h"
#include "printed.h"

using namespace nianbao;
using tests::StatedValue;
using tests::StatingCity;

namespace {

const std::map<std::string, std::string, std::less<>> trend_words = {
    {"indicator_course", "{0}"}, {"this_school", "own"},
    {"city_median", "median"},   {"city_least", "least"},
    {"city_most", "most"},       {"trend_in_city", "{0}: {1}; {2}: {3}, {4}"},
    {"trend_alone", "{0}: {1}"}, {"trend_computed", "computed {0}"},
    {"list_joiner", " and "}};

std::vector<compose::ChartView> trends(const StatingCity& city, bool in_city = true) {
  return compose::trend_charts(city.portal(), city.school(0), in_city ? &city.city() : nullptr);
}

/// The only chart.
compose::ChartView trend(const StatingCity& city) {
  const auto charts = trends(city);
  REQUIRE(charts.size() == 1);
  return charts[0];
}

}  // namespace

TEST_CASE("A trend needs two years that are numbers") {
  const std::vector<StatedValue> too_few[] = {{},
                                              {{"students", "1200", 2023}},
                                              {{"students", "1200", 2023}, {"students", "#withheld", 2024}},
                                              {{"students", "1200", 2023}, {"students", "", 2024}},
                                              {{"courses", "120", 2023}, {"courses", "130", 2024}}};
  for (const auto& values : too_few) CHECK(trends(StatingCity({values})).empty());
}

TEST_CASE("Years that are missing or withheld are gaps, not zeros") {
  const auto chart = trend(StatingCity(
      {{{"students", "1200", 2021}, {"students", "#withheld", 2022}, {"students", "约1400", 2024}}},
      trend_words));
  CHECK(chart.id == "trend-students");
  CHECK(chart.finding == "2024: 约1400 人");
  CHECK(tests::printed(chart.grid) ==
        "*项目 | *#own（人）\n---\n*2021 | #1200\n*2022 | #不公开\n*2023 | #未公布\n*2024 | #约1400\n");
  CHECK(chart.configuration.find("[1200,null,null,1400]") != std::string::npos);
}

TEST_CASE("The city lies behind where three of its schools state the year") {
  const std::vector<StatedValue> own = {{"income", "4000", 2023}, {"income", "4200", 2024}};
  const StatingCity city({own,
                          {{"income", "3000", 2023}, {"income", "3600", 2024}},
                          {{"income", "4500", 2024}, {"income", "#withheld", 2023}},
                          {}},
                         trend_words);
  const auto chart = trend(city);
  CHECK(chart.finding == "2024: 4200 元; 3: 4200 元, 3600–4500 元");
  CHECK(tests::printed(chart.grid) ==
        "*项目 | *#own（元） | *#median（元） | *#least（元） | *#most（元）\n---\n"
        "*2023 | #4000 | #未公布 | #未公布 | #未公布\n*2024 | #4200 | #4200 | #3600 | #4500\n");
  CHECK(chart.configuration.find("\"fill\":\"-1\"") != std::string::npos);
  CHECK(trends(city, false).at(0).configuration.find("fill") == std::string::npos);
  CHECK(trends(StatingCity({own, own}, trend_words)).at(0).finding == "2024: 4200 元");
}

TEST_CASE("Values that are computed are said to be") {
  const auto chart = trend(StatingCity({{{"placement_rate", "97.10", 2022, true},
                                         {"placement_rate", "98.00%", 2023},
                                         {"placement_rate", "99.00", 2024, true}}},
                                       trend_words));
  CHECK(chart.note == "computed 2022 and 2024");
  CHECK(chart.finding == "2024: 99.00%");
  CHECK(chart.configuration.find("98") != std::string::npos);
}

TEST_CASE("A home stays light: six charts, ten years") {
  std::vector<StatedValue> values;
  for (const char* id : {"placement_rate", "further_study_rate", "students", "student_teacher_ratio",
                         "income", "satisfaction", "graduates", "enrolled"}) {
    for (int year = 2010; year <= 2024; ++year) values.push_back({id, "50", year});
  }
  const auto charts = trends(StatingCity({values}, trend_words));
  REQUIRE(charts.size() == 6);
  CHECK(charts[0].grid.bands.at(0).body.size() == 10);
  CHECK(charts[0].grid.bands.at(0).body[0].cells[0].text == "2015");
}
