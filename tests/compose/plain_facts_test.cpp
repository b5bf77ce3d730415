#include "compose/plain_facts.h"

#include <catch2/catch.hpp>

#include "city.h"

using namespace nianbao;
using tests::StatedValue;
using tests::StatingCity;

namespace {

const std::map<std::string, std::string, std::less<>> fact_words = {{"said_placed", "{0} placed"},
                                                                    {"said_further_study", "{0} study"},
                                                                    {"said_income", "{0} yuan"},
                                                                    {"said_per_teacher", "{0} a teacher"},
                                                                    {"said_dual_teachers", "{0} dual"},
                                                                    {"people_exactly", "{0}"},
                                                                    {"people_about", "~{0}"},
                                                                    {"people_below_one", "<1"},
                                                                    {"people_above_99", ">99"},
                                                                    {"about_number", "~"},
                                                                    {"in_year", "{0}"},
                                                                    {"joiner", ", "},
                                                                    {"summed_of", "{1} of {0}"}};

std::string sentences_of(const std::vector<compose::PlainFact>& facts) {
  std::string out;
  for (const auto& fact : facts) out += (out.empty() ? "" : "; ") + fact.sentence;
  return out;
}

std::string school_says(const std::vector<StatedValue>& values) {
  const StatingCity city({values}, fact_words);
  return sentences_of(compose::plain_facts_of_school(city.portal(), city.school(0), &city.city()));
}

}  // namespace

TEST_CASE("Rates are said as people of a hundred, rounded as it is said") {
  const std::pair<const char*, const char*> rates[] = {{"98", "98 placed"},
                                                       {"98.00", "98 placed"},
                                                       {"98.32", "~98 placed"},
                                                       {"97.5", "~98 placed"},
                                                       {"97.49", "~97 placed"},
                                                       {"约98", "~98 placed"},
                                                       {"100", "100 placed"},
                                                       {"99.99", ">99 placed"},
                                                       {"99.49", "~99 placed"},
                                                       {"0", "0 placed"},
                                                       {"0.2", "<1 placed"},
                                                       {"0.5", "~1 placed"},
                                                       {"100.5", ""},
                                                       {"-1", ""},
                                                       {"", ""},
                                                       {"#withheld", ""},
                                                       {"-", ""},
                                                       {"见附表", ""}};
  for (const auto& [printed, words] : rates) {
    CAPTURE(printed);
    CHECK(school_says({{"placement_rate", printed}}) == words);
  }
}

TEST_CASE("Each indicator has its sentence, and stands in a fixed order") {
  CHECK(school_says({{"dual_teacher_rate", "56.03"},
                     {"student_teacher_ratio", "14.27"},
                     {"income", "约4030"},
                     {"further_study_rate", "63"},
                     {"placement_rate", "98.32"},
                     {"students", "3311"}}) == "~98 placed; 63 study; ~4030 yuan; ~14 a teacher; ~56 dual");
  CHECK(school_says({{"student_teacher_ratio", "120"}}) == "120 a teacher");
}

TEST_CASE("Only the newest year counts") {
  CHECK(school_says({{"placement_rate", "98", 2022}, {"students", "3000", 2023}}).empty());
}

TEST_CASE("A rate that does not follow from the report's own sums has another base and is not said") {
  const std::vector<StatedValue> sums = {{"graduates", "1000"}, {"placed", "950"}, {"further_study", "600"}};
  const auto with = [&](const char* rate) {
    auto values = sums;
    values.push_back({"further_study_rate", rate});
    const std::string words = school_says(values);
    return words.substr(words.find("; ") == std::string::npos ? 0 : words.find("; ") + 2);
  };
  CHECK(with("60.00") == "60 study");
  CHECK(with("60.4") == "~60 study");
  CHECK(with("63.16").find("study") == std::string::npos);  // 600 of the 950 who were placed
}

TEST_CASE("A fact leads to its table and to the indicator of the city") {
  const StatingCity city({{{"placement_rate", "98", 2023}}, {{"placement_rate", "90", 2023}}}, fact_words);
  const auto portal = city.portal();
  const auto facts = compose::plain_facts_of_school(portal, city.school(0), &city.city());
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].origin == "2023");
  CHECK(facts[0].source == "c/s1/2023/tables/placement_rate.html");
  CHECK(facts[0].meaning == "c/indicators/placement-rate.html");
  CHECK(compose::plain_facts_of_school(portal, city.school(0), nullptr).at(0).meaning.empty());
  const auto view = compose::plain_facts_view(portal, facts, &city.city(), "words", "c/s1/index.html");
  CHECK(
      view.html.find("<li>98 placed <small>2023 <a href=\"2023/tables/placement_rate.html\">said_source</a> "
                     "<a href=\"../indicators/placement-rate.html\">said_meaning</a></small></li>") !=
      std::string::npos);
  CHECK(view.text == "in_plain_words\n98 placed");
}

TEST_CASE("A city says its sums, with the schools that are in them") {
  const StatingCity city({{{"graduates", "300"}, {"placed", "294"}, {"student_teacher_ratio", "14"}},
                          {{"graduates", "700"}, {"placed", "651"}, {"student_teacher_ratio", "16"}},
                          {}},
                         fact_words);
  const auto facts = compose::plain_facts_of_city(city.portal(), city.city());
  CHECK(sentences_of(facts) == "~95 placed");
  CHECK(facts.at(0).origin == "2023, 2 of 3");
  CHECK(compose::plain_facts_of_city(city.portal(), city.school(0)).empty());
}
