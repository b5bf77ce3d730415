#include "compose/series_breaks.h"

#include <catch2/catch.hpp>

#include "city.h"
#include "compose/indicator_pages.h"
#include "compose/school_trends.h"

using namespace nianbao;
using tests::StatingCity;

namespace {

const std::map<std::string, std::string, std::less<>> words = {{"break_mark", "changed"},
                                                               {"break_from", "{0}: {1}"},
                                                               {"break_of_base", "base of {0}"},
                                                               {"sentence_joiner", "; "}};

using Values = std::vector<tests::StatedValue>;

std::string breaks_of(const StatingCity& city, std::string_view indicator) {
  std::string out;
  for (const auto& change : city.portal().indicators.breaks(city.school(0).address, indicator))
    out += (out.empty() ? "" : " ") + std::to_string(change.year) + ":" + change.text;
  return out;
}

}  // namespace

TEST_CASE("A break is marked where years stand on both sides of it") {
  const std::pair<int, std::string> breaks[] = {{2020, ""},     {2021, ""},     {2022, "2023"},
                                                {2023, "2023"}, {2024, "2024"}, {2025, ""}};
  for (const auto& [year, before] : breaks) {
    model::ChartBlock chart;
    chart.labels = {"2021", "2023", "2024"};
    CAPTURE(year);
    CHECK(compose::mark_break(chart, year, "x") == !before.empty());
    CHECK(compose::mark_break(chart, year, "again") == !before.empty());
    REQUIRE(chart.breaks.size() == (before.empty() ? 0 : 1));
    if (!before.empty()) CHECK(chart.breaks[0].before == before);
  }
}

TEST_CASE("Reports say where their figures break") {
  StatingCity city({{{"satisfaction", "95", 2023}, {"satisfaction", "97", 2024}}}, words);
  CHECK(breaks_of(city, "satisfaction") == "");
  city.add_break(0, {"satisfaction", 2024, "网上问卷"});
  CHECK(breaks_of(city, "satisfaction") == "2024:网上问卷");
  CHECK(breaks_of(city, "students") == "");
  const auto charts = compose::trend_charts(city.portal(), city.school(0), nullptr);
  REQUIRE(charts.size() == 1);
  CHECK(charts[0].configuration.find("\"breaks\":[{") != std::string::npos);
  CHECK(charts[0].configuration.find("changed") != std::string::npos);
  CHECK(charts[0].note == "2024: 网上问卷");
}

TEST_CASE("A rate whose base changes breaks where it does") {
  // 90 of 100 is 90 %; 81 % of the year after has another base, and of the next again
  const Values values = {
      {"graduates", "100", 2022}, {"placed", "90", 2022}, {"placement_rate", "90.00", 2022},
      {"graduates", "100", 2023}, {"placed", "90", 2023}, {"placement_rate", "81.00", 2023},
      {"graduates", "100", 2024}, {"placed", "90", 2024}, {"placement_rate", "81.00", 2024}};
  CHECK(breaks_of(StatingCity({values}, words), "placement_rate") == "2023:");
  // what is not known is no change
  CHECK(breaks_of(StatingCity({Values{{"placement_rate", "90.00", 2022},
                                      {"graduates", "100", 2023},
                                      {"placed", "90", 2023},
                                      {"placement_rate", "81.00", 2023}}},
                              words),
                  "placement_rate") == "");
}

TEST_CASE("The page of an indicator lists breaks and remarks of its schools") {
  StatingCity city({{{"training", "95", 2023}, {"training", "97", 2024}}, {{"training", "90", 2024}}}, words);
  city.add_break(0, {"training", 2024, "含线上"});
  std::string said;
  for (const compose::Page& page : compose::indicator_pages(city.portal(), city.city(), {})) {
    for (const auto& component : page.components) {
      const auto* facts = std::get_if<compose::FactsView>(&component);
      if (facts == nullptr || facts->id != "caveats") continue;
      for (const auto& [whose, what] : facts->facts) said += whose + "|" + what + ";";
    }
  }
  CHECK(said == "学校1|2024: 含线上;");
}
