#include <catch2/catch.hpp>

#include "city.h"
#include "compose/city_aggregates.h"

using namespace nianbao;
using tests::StatingCity;

namespace {

using Values = std::vector<tests::StatedValue>;

/// What a city says of an indicator in 2023: "12 of 3", "withheld of 3", "nothing".
std::string said(const StatingCity& city, std::string_view id) {
  const compose::Portal portal = city.portal();
  const model::Indicator& indicator = *portal.site.catalogue.find(id);
  const auto made = compose::CityAggregates(portal, city.city()).aggregate(indicator, 2023);
  if (!made) return "nothing";
  return (made->number ? made->number->str() : "withheld") + " of " + std::to_string(made->covered);
}

}  // namespace

TEST_CASE("A sum counts what schools withhold, but not where it would give one of them away") {
  const Values shown = {{"further_study", "40"}}, kept = {{"further_study", "*3"}}, none = {};
  const std::pair<std::vector<Values>, std::string> cities[] = {
      {{shown, shown, shown}, "120 of 3"},   {{shown, shown, kept}, "withheld of 3"},
      {{shown, kept, kept}, "46 of 3"},      {{kept, kept, kept}, "9 of 3"},
      {{kept, none, none}, "withheld of 1"}, {{shown, none, none}, "40 of 1"}};
  for (const auto& [schools, expected] : cities) {
    StatingCity city({});
    for (const Values& school : schools) city.add_school(school);
    CAPTURE(expected);
    CHECK(said(city, "further_study") == expected);
  }
}

TEST_CASE("The smallest sibling of a withheld sum is withheld where they sum to one that is shown") {
  const Values first = {{"placed", "90"}, {"further_study", "*3"}, {"employed", "87"}},
               second = {{"placed", "200"}, {"further_study", "50"}, {"employed", "150"}};
  StatingCity city({first, second});
  CHECK(said(city, "placed") == "290 of 2");
  CHECK(said(city, "further_study") == "withheld of 2");
  CHECK(said(city, "employed") == "withheld of 2");
  // where they do not sum to it, nothing follows
  StatingCity other({first, {{"placed", "201"}, {"further_study", "50"}, {"employed", "150"}}});
  CHECK(said(other, "further_study") == "withheld of 2");
  CHECK(said(other, "employed") == "237 of 2");
}

TEST_CASE("A rate of sums is withheld with the sums it is made from") {
  const Values one = {{"graduates", "100"}, {"further_study", "*3"}},
               other = {{"graduates", "200"}, {"further_study", "60"}};
  CHECK(said(StatingCity({one, other}), "further_study_rate") == "withheld of 2");
  CHECK(said(StatingCity({one, one, other}), "further_study_rate") == "16.50 of 3");
}

TEST_CASE("A mean is withheld where one weight is") {
  const Values one = {{"income", "4000"}, {"employed", "*3"}},
               other = {{"income", "5000"}, {"employed", "97"}};
  CHECK(said(StatingCity({one, other}), "income") == "withheld of 2");
  CHECK(said(StatingCity({{{"income", "4000"}, {"employed", "3"}}, other}), "income") == "4970 of 2");
}

TEST_CASE("Median and range are those of the figures shown") {
  const StatingCity city({{{"further_study", "*3"}}, {{"further_study", "40"}}, {{"further_study", "60"}}});
  const compose::Portal portal = city.portal();
  const auto spread =
      compose::CityAggregates(portal, city.city()).spread(*portal.site.catalogue.find("further_study"), 2023);
  REQUIRE(spread);
  CHECK(spread->least.str() == "40");
  CHECK(spread->median.str() == "50");
  CHECK(spread->schools == 2);
}

TEST_CASE("A median has no more decimals than the schools print") {
  const auto median_of = [](std::initializer_list<std::string> ratios) {
    StatingCity city({});
    for (const std::string& ratio : ratios) city.add_school({{"student_teacher_ratio", ratio}});
    const compose::Portal portal = city.portal();
    const model::Indicator& indicator = *portal.site.catalogue.find("student_teacher_ratio");
    return compose::CityAggregates(portal, city.city()).spread(indicator, 2023)->median.str();
  };
  CHECK(median_of({"12", "13.25", "14.2", "15"}) == "13.73");
  CHECK(median_of({"12", "13"}) == "13");
  CHECK(median_of({"-12", "-13"}) == "-13");
  CHECK(median_of({"13.250", "14"}) == "13.625");
}

TEST_CASE("A province is put together from its cities' schools, and gives none of them away") {
  const Values shown = {{"further_study", "40"}}, kept = {{"further_study", "*3"}};
  /// Cities of two schools each.
  const auto province_of = [](const StatingCity& schools) {
    model::Organisation province;
    province.kind = model::OrganisationKind::province;
    for (std::size_t i = 0; i < schools.city().children.size(); i += 2) {
      model::Organisation& city = province.children.emplace_back();
      city.kind = model::OrganisationKind::city;
      city.children = {schools.school(i), schools.school(i + 1)};
    }
    return province;
  };
  const std::pair<std::vector<Values>, std::string> provinces[] = {
      {{shown, shown, shown, shown}, "160 of 4"},
      {{shown, kept, shown, shown},
       "withheld of 4"},  // the city's sum is withheld, and would follow from this one
      {{shown, kept, kept, shown}, "86 of 4"},
      {{kept, kept, shown, shown}, "86 of 4"}};
  for (const auto& [values, expected] : provinces) {
    StatingCity schools({});
    for (const Values& school : values) schools.add_school(school);
    const compose::Portal portal = schools.portal();
    const model::Organisation province = province_of(schools);
    const auto made = compose::CityAggregates(portal, province)
                          .aggregate(*portal.site.catalogue.find("further_study"), 2023);
    REQUIRE(made);
    CHECK((made->number ? made->number->str() : "withheld") + " of " + std::to_string(made->covered) ==
          expected);
  }
}
