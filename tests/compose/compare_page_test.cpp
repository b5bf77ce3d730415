#include "compose/compare_page.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "city.h"
#include "printed.h"

using namespace nianbao;
using tests::StatedValue;
using tests::StatingCity;

namespace {

const std::map<std::string, std::string, std::less<>> compare_words = {
    {"compare_median_of", "{0} of {1}"}, {"value_missing", "missing"}, {"value_withheld", "withheld"}};

const std::vector<StatedValue> plain = {{"students", "1200", 2023}, {"students", "1300", 2024}};

compose::Page compared(const StatingCity& city) {
  auto page = compose::compare_page_of(city.portal(), city.city(), {});
  REQUIRE(page);
  return std::move(*page);
}

/// What the script is given.
nlohmann::json values_of(const compose::Page& page) {
  REQUIRE(page.files.size() == 1);
  const std::string& text = page.files[0].bytes;
  REQUIRE(text.starts_with("nianbaoCompare("));
  REQUIRE(text.ends_with(");\n"));
  return nlohmann::json::parse(text.substr(15, text.size() - 18));
}

template <typename Component>
Component part_of(const compose::Page& page) {
  for (const auto& component : page.components) {
    if (const auto* found = std::get_if<Component>(&component)) return *found;
  }
  FAIL("the page has no such part");
  return {};
}

}  // namespace

TEST_CASE("A city is compared where two schools state the same indicator") {
  const std::pair<std::vector<std::vector<StatedValue>>, bool> cities[] = {
      {{}, false},
      {{plain}, false},
      {{plain, {}}, false},
      {{plain, {{"graduates", "300"}}}, false},
      {{plain, {{"students", "#withheld"}}}, false},
      {{plain, {{"students", "900", 2022}}}, true}};
  for (const auto& [schools, is_compared] : cities) {
    CAPTURE(schools.size());
    StatingCity city({});
    for (const auto& values : schools) city.add_school(values);
    CHECK(compose::has_compare_page(city.portal(), city.city()) == is_compared);
    CHECK(compose::compare_page_of(city.portal(), city.city(), {}).has_value() == is_compared);
  }
}

TEST_CASE("The script is given values as printed, and what kind of value is missing") {
  const auto page =
      compared(StatingCity({plain,
                            {{"students", "约900", 2023}, {"placement_rate", "98.0%", 2024, true}},
                            {},
                            {{"students", "#withheld", 2024}, {"placement_rate", "97", 2024}}},
                           compare_words));
  CHECK(page.address == "c/compare.html");
  CHECK(page.files.at(0).address == "c/compare.js");
  const auto data = values_of(page);
  CHECK(data["years"] == nlohmann::json({2023, 2024}));
  CHECK(data["schools"].size() == 3);  // the third reports nothing
  CHECK(data["schools"][2]["id"] == "s4");
  CHECK(data["schools"][2]["url"] == "s4/index.html");
  REQUIRE(data["indicators"].size() == 2);
  CHECK(data["indicators"][0]["id"] == "placement_rate");
  CHECK(data["indicators"][0]["url"] == "indicators/placement-rate.html");
  CHECK(data["indicators"][0]["base"] == "毕业去向落实人数 ÷ 毕业生人数");
  CHECK(data["indicators"][0]["values"].dump() == R"([["",""],["","=98.0"],["","97"]])");
  CHECK(data["indicators"][1]["unit"] == "人");
  CHECK(data["indicators"][1]["chosen"] == true);
  CHECK(data["indicators"][1]["values"].dump() == R"([["1200","1300"],["约900",""],["","#"]])");
}

TEST_CASE("The median stands where three schools state the year") {
  const auto page = compared(StatingCity({plain, plain, {{"students", "1500", 2024}}}, compare_words));
  CHECK(values_of(page)["indicators"][0]["medians"].dump() == R"(["","1300 of 3"])");
}

TEST_CASE("Without the script there is a table in the order of the schools, and the way to each indicator") {
  const auto page = compared(StatingCity(
      {{{"students", "900"}}, {{"students", "1500"}}, {{"students", "#withheld"}}, {{"students", "7", 2022}}},
      compare_words));
  CHECK(tests::printed(part_of<compose::TableView>(page).grid) ==
        "*school | *#在校生数（人）\n---\n*学校1 | #900\n*学校2 | #1500\n*学校3 | #withheld\n*学校4 | "
        "#missing\n=*median | #\n");
  const auto list = part_of<compose::ListView>(page);
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].address == "c/indicators/students.html");
  CHECK(list.items[1].address == "c/indicators/index.html");
}

TEST_CASE("The page names its script, by what is in it") {
  const auto script_of = [](const StatingCity& city) {
    const auto page = compared(city);
    const std::string& html = std::get<compose::Html>(page.components.at(1)).html;
    const std::size_t begin = html.find("data-script=\"") + 13;
    return html.substr(begin, html.find('"', begin) - begin);
  };
  const std::string one = script_of(StatingCity({plain, plain}));
  CHECK(one.starts_with("compare.js?v="));
  CHECK(one == script_of(StatingCity({plain, plain})));
  CHECK(one != script_of(StatingCity({plain, {{"students", "1"}}})));
}

TEST_CASE("A school leads to the comparison with itself chosen") {
  const StatingCity city({plain, plain});
  CHECK(compose::way_to_compare(city.portal(), "c/s1/index.html", city.city(), city.school(0)) ==
        "../compare.html?school=s1");
}
