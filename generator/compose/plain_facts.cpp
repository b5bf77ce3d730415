#include "compose/plain_facts.h"

#include <algorithm>
#include <fmt/format.h>

#include "compose/city_aggregates.h"
#include "compose/indicator_pages.h"
#include "compose/origin.h"
#include "text/escape.h"
#include "text/relative_address.h"

namespace nianbao::compose {
namespace {

using text::Decimal;

/// How many of a hundred people; how many people; an amount as printed.
enum class Saying { of_hundred, persons, amount };

struct Sentence {
  std::string_view indicator, key;
  Saying saying;
};

/// In the order in which parents ask.
constexpr Sentence sentences[] = {{"placement_rate", "said_placed", Saying::of_hundred},
                                  {"further_study_rate", "said_further_study", Saying::of_hundred},
                                  {"income", "said_income", Saying::amount},
                                  {"student_teacher_ratio", "said_per_teacher", Saying::persons},
                                  {"dual_teacher_rate", "said_dual_teachers", Saying::of_hundred}};

constexpr Decimal none{0, 0}, hundred{100, 0};

/// " 98 ", "约 98 ", "不到 1 ", "超过 99 ": whole people. Nobody is rounded away, and nobody to all.
std::optional<std::string> whole_people(const text::Strings& strings, const Decimal& number, bool approximate,
                                        bool of_hundred) {
  if (number < none || (of_hundred && hundred < number)) return std::nullopt;
  const Decimal whole = number.rounded(0);
  const bool exact = text::same_value(whole, number);
  if (!exact && whole.units == 0) return std::string(strings["people_below_one"]);
  if (!exact && of_hundred && whole.units == hundred.units) return std::string(strings["people_above_99"]);
  return strings.format(exact && !approximate ? "people_exactly" : "people_about", {whole.str()});
}

std::optional<std::string> said(const Portal& portal, const Sentence& sentence, const Decimal& number,
                                bool approximate) {
  if (sentence.saying == Saying::amount)
    return portal.strings.format(
        sentence.key, {(approximate ? std::string(portal.strings["about_number"]) : "") + number.str()});
  const auto people =
      whole_people(portal.strings, number, approximate, sentence.saying == Saying::of_hundred);
  if (!people) return std::nullopt;
  return portal.strings.format(sentence.key, {*people});
}

std::string meaning_of(const Portal& portal, const model::Organisation* city,
                       const model::Indicator& indicator) {
  const bool has_page = city != nullptr && has_indicator_page(portal, *city, indicator);
  return has_page ? page_of_city(portal, indicator_page(city->address, indicator.id)) : "";
}

void append_fact_link(std::string& html, const Portal& portal, std::string_view page, std::string_view target,
                      std::string_view key) {
  if (target.empty()) return;
  html += fmt::format(" <a href=\"{}\">{}</a>", text::html(text::relative_address(page, target)),
                      text::html(portal.strings[key]));
}

}  // namespace

std::vector<PlainFact> plain_facts_of_school(const Portal& portal, const model::Organisation& school,
                                             const model::Organisation* city) {
  std::vector<PlainFact> facts;
  const int year = model::newest_year(school);
  for (const Sentence& sentence : sentences) {
    const model::Indicator* indicator = portal.site.catalogue.find(sentence.indicator);
    const IndicatorValue* value = portal.indicators.value(school.address, sentence.indicator, year);
    if (indicator == nullptr || value == nullptr || !value->number) continue;
    if (!has_stated_base(portal.indicators, school.address, *indicator, year).value_or(true)) continue;
    const bool approximate = value->state == model::ValueState::approximate;
    const auto words = said(portal, sentence, *value->number, approximate);
    if (!words) continue;
    std::string origin = portal.strings.format("in_year", {std::to_string(year)});
    if (value->computed)
      origin += fmt::format("{}{}", portal.strings["joiner"], portal.strings["value_computed"]);
    facts.push_back({*words, std::move(origin), value->address, meaning_of(portal, city, *indicator)});
  }
  return facts;
}

std::vector<PlainFact> plain_facts_of_city(const Portal& portal, const model::Organisation& city) {
  const CityAggregates schools(portal, city);
  const int year = schools.newest_year();
  std::vector<PlainFact> facts;
  for (const Sentence& sentence : sentences) {
    const model::Indicator* indicator = portal.site.catalogue.find(sentence.indicator);
    const auto made = indicator == nullptr ? std::nullopt : schools.aggregate(*indicator, year);
    if (!made || !made->number) continue;
    const bool rounded = indicator->aggregation == model::Aggregation::weighted_mean;
    const auto words = said(portal, sentence, *made->number, made->approximate || rounded);
    if (!words) continue;
    std::string origin = portal.strings.format("in_year", {std::to_string(year)});
    origin += portal.strings["joiner"];
    origin += portal.strings.format(
        "summed_of", {std::to_string(schools.schools().size()), std::to_string(made->covered)});
    facts.push_back({*words, std::move(origin), "", meaning_of(portal, &city, *indicator)});
  }
  return facts;
}

Html plain_facts_view(const Portal& portal, const std::vector<PlainFact>& facts,
                      const model::Organisation* city, std::string_view id, std::string_view address) {
  Html view;
  view.text = portal.strings["in_plain_words"];
  view.html = fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n<ul>\n", text::html(id),
                          text::html(portal.strings["in_plain_words"]));
  for (const PlainFact& fact : facts) {
    view.text += "\n" + fact.sentence;
    view.html += fmt::format("<li>{} <small>{}", text::html(fact.sentence), text::html(fact.origin));
    append_fact_link(view.html, portal, address, fact.source, "said_source");
    if (city != nullptr)
      append_fact_link(view.html, portal, address, fact.meaning, place_key(*city, "said_meaning"));
    view.html += "</small></li>\n";
  }
  view.html += "</ul>\n</section>";
  return view;
}

}  // namespace nianbao::compose
