#include "compose/compare_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "compose/addresses.h"
#include "compose/city_aggregates.h"
#include "compose/city_names.h"
#include "compose/fingerprint.h"
#include "compose/indicator_pages.h"
#include "compose/origin.h"
#include "text/escape.h"
#include "text/relative_address.h"

namespace nianbao::compose {
namespace {

using Json = nlohmann::ordered_json;

/// What can be chosen; the first are chosen at first, and stand in the printed table.
constexpr std::string_view compared_indicators[] = {"placement_rate",
                                                    "further_study_rate",
                                                    "students",
                                                    "student_teacher_ratio",
                                                    "income",
                                                    "satisfaction",
                                                    "graduates",
                                                    "enrolled",
                                                    "full_time_teachers",
                                                    "dual_teacher_rate",
                                                    "senior_teacher_rate",
                                                    "matched_rate",
                                                    "in_province_rate",
                                                    "certificate_rate",
                                                    "majors",
                                                    "workstations_per_student",
                                                    "parent_satisfaction",
                                                    "graduate_satisfaction",
                                                    "employer_satisfaction",
                                                    "training"};
constexpr std::size_t chosen_at_first = 6, most_compared_years = 6, least_schools_of_median = 3;

/// What the script says, by the name it knows the words by.
constexpr std::string_view script_words[] = {"school",   "years",    "indicators", "missing",
                                             "withheld", "computed", "median",     "none",
                                             "shown",    "year",     "indicator",  "choose"};

std::vector<const model::Indicator*> compared_in(const Portal& portal, const model::Organisation& city) {
  std::vector<const model::Indicator*> found;
  for (const std::string_view id : compared_indicators) {
    const model::Indicator* indicator = portal.site.catalogue.find(id);
    if (indicator != nullptr && has_indicator_page(portal, city, *indicator)) found.push_back(indicator);
  }
  return found;
}

/// What a school is called in the address and in the values: its address below the city's.
std::string compared_id(const model::Organisation& city, const model::Organisation& school) {
  return school.address.substr(city.address.size() + 1);
}

class ComparePage {
 public:
  ComparePage(const Portal& portal, const model::Organisation& city,
              const std::vector<const model::Organisation*>& parents)
      : portal_(portal),
        strings_(portal.strings),
        city_(city),
        parents_(parents),
        schools_(portal, city),
        cities_(portal, city),
        indicators_(compared_in(portal, city)) {
    for (const model::Organisation* school : schools_.schools()) {
      if (states_any(*school)) reporting_.push_back(school);
    }
    find_years();
  }

  std::optional<Page> make() {
    if (indicators_.empty() || years_.empty()) return std::nullopt;
    frame();
    const std::string values = values_script();
    const std::string address = city_.address + "/compare.js";
    add_place_of_script(address, fingerprint({values}));
    page_.files.push_back({address, values});
    add_key_table();
    add_indicator_links();
    return std::move(page_);
  }

 private:
  const IndicatorValue* value_of(const model::Organisation& school, const model::Indicator& indicator,
                                 int year) const {
    return portal_.indicators.value(school.address, indicator.id, year);
  }

  bool states_any(const model::Organisation& school) const {
    return std::any_of(indicators_.begin(), indicators_.end(), [&](const model::Indicator* indicator) {
      return !portal_.indicators.series(school.address, indicator->id).empty();
    });
  }

  void find_years() {
    std::set<int> years;
    for (const model::Organisation* school : reporting_) {
      for (const model::Indicator* indicator : indicators_) {
        for (const IndicatorValue& value : portal_.indicators.series(school->address, indicator->id)) {
          if (value.number) years.insert(value.year);
        }
      }
    }
    years_.assign(years.begin(), years.end());
    if (years_.size() > most_compared_years) years_.erase(years_.begin(), years_.end() - most_compared_years);
  }

  void frame() {
    page_.kind = PageKind::compare;
    page_.address = compare_page(city_.address);
    page_.title = strings_["compare"];
    page_.description = strings_.format(place_key(city_, "compare_description"), {city_.name});
    place_below(page_, strings_, city_, parents_);
    page_.components.push_back(
        Html{fmt::format("<p>{}</p>", text::html(page_.description)), page_.description});
  }

  /// Where the script puts what it makes; who has none is told so.
  void add_place_of_script(const std::string& address, const std::string& version) {
    const std::string script =
        fmt::format("{}?v={}", text::relative_address(page_.address, address), version);
    page_.components.push_back(Html{fmt::format(
        "<noscript><p class=\"note caveat\">{}</p></noscript>\n<div class=\"compare\" data-script=\"{}\" "
        "data-failed=\"{}\"></div>",
        text::html(strings_["compare_needs_script"]), text::html(script),
        text::html(strings_["compare_failed"]))});
  }

  // --- for the script
  std::string values_script() const {
    Json data = {{"years", years_}, {"schools", Json::array()}, {"indicators", Json::array()}};
    for (const model::Organisation* school : reporting_)
      data["schools"].push_back({{"id", compared_id(city_, *school)},
                                 {"name", cities_.beside_name(*school)},
                                 {"url", from_page(organisation_page(school->address))}});
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      data["indicators"].push_back(indicator_json(*indicators_[i]));
      data["indicators"].back()["chosen"] = i < chosen_at_first;
    }
    for (const std::string_view word : script_words)
      data["words"][std::string(word)] =
          strings_[word == "median" ? place_key(city_, "compare_median") : fmt::format("compare_{}", word)];
    return fmt::format("nianbaoCompare({});\n", data.dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  Json indicator_json(const model::Indicator& indicator) const {
    Json values = Json::array(), medians = Json::array();
    for (const model::Organisation* school : reporting_) {
      Json series = Json::array();
      for (const int year : years_) series.push_back(script_value(value_of(*school, indicator, year)));
      values.push_back(std::move(series));
    }
    for (const int year : years_) medians.push_back(median_of(indicator, year));
    const std::string& unit = unit_of(portal_, indicator);
    return {{"id", indicator.id},
            {"name", name_of(portal_, indicator)},
            {"unit", unit == ":" ? "" : unit},
            {"base", base_of(portal_, indicator)},
            {"url", from_page(indicator_page(city_.address, indicator.id))},
            {"medians", std::move(medians)},
            {"values", std::move(values)}};
  }

  /// As printed; "" for what is missing, "#" for what is withheld, "=" before what is computed.
  static std::string script_value(const IndicatorValue* value) {
    if (value == nullptr || value->state == model::ValueState::missing) return "";
    if (value->state == model::ValueState::withheld) return "#";
    const std::string& printed = value->value;
    return (value->computed ? "=" : "") +
           (printed.ends_with('%') ? printed.substr(0, printed.size() - 1) : printed);
  }

  /// "97.1（6 所学校）"; empty where too few schools state the year.
  std::string median_of(const model::Indicator& indicator, int year) const {
    const auto spread = schools_.spread(indicator, year);
    if (!spread || spread->schools < least_schools_of_median) return {};
    return strings_.format("compare_median_of", {spread->median.str(), std::to_string(spread->schools)});
  }

  std::string from_page(const std::string& address) const {
    return text::relative_address(page_.address, address);
  }

  // --- without the script
  void add_key_table() {
    const int year = years_.back();
    const std::size_t columns = std::min(indicators_.size(), chosen_at_first);
    TableView view;
    view.id = "key-indicators";
    view.title = strings_.format("compare_key_table", {std::to_string(year)});
    TableBand& band = view.grid.bands.emplace_back();
    TableRow& header = band.header.emplace_back();
    header.cells.push_back({std::string(strings_["school"]), {}, 1, 1, true, false, ""});
    if (cities_.are_told())
      header.cells.push_back({std::string(strings_["city"]), {}, 1, 1, true, false, ""});
    TableRow medians;
    medians.total = true;
    medians.cells.push_back({std::string(strings_["median"]), {}, 1, 1, true, false, ""});
    if (cities_.are_told()) medians.cells.push_back({"", {}, 1, 1, false, false, ""});
    for (std::size_t i = 0; i < columns; ++i) {
      header.cells.push_back({name_with_unit(portal_, *indicators_[i]),
                              {},
                              1,
                              1,
                              true,
                              true,
                              "",
                              indicator_page(city_.address, indicators_[i]->id)});
      medians.cells.push_back({median_of(*indicators_[i], year), {}, 1, 1, false, true, ""});
    }
    for (const model::Organisation* school : reporting_) {
      TableRow& row = band.body.emplace_back();
      row.cells.push_back({school->name, {}, 1, 1, true, false, "", organisation_page(school->address)});
      if (cities_.are_told()) row.cells.push_back({cities_.of(*school), {}, 1, 1, false, false, ""});
      for (std::size_t i = 0; i < columns; ++i)
        row.cells.push_back(printed_cell(value_of(*school, *indicators_[i], year)));
    }
    band.body.push_back(std::move(medians));
    page_.components.push_back(std::move(view));
  }

  TableCell printed_cell(const IndicatorValue* value) const {
    TableCell cell{script_value(value), {}, 1, 1, false, true, "", value == nullptr ? "" : value->address};
    if (cell.text.empty()) cell.text = strings_["value_missing"];
    if (cell.text == "#") cell.text = strings_["value_withheld"];
    if (cell.text.starts_with('=')) cell.text.erase(0, 1);
    return cell;
  }

  void add_indicator_links() {
    ListView list{"by-indicator", std::string(strings_["compare_by_indicator"]), {}};
    for (const model::Indicator* indicator : indicators_)
      list.items.push_back(
          {0, "", name_of(portal_, *indicator), indicator_page(city_.address, indicator->id)});
    list.items.push_back(
        {0, "", std::string(strings_[place_key(city_, "indicators_link")]), indicators_page(city_.address)});
    page_.components.push_back(std::move(list));
  }

  const Portal& portal_;
  const text::Strings& strings_;
  const model::Organisation& city_;
  const std::vector<const model::Organisation*>& parents_;
  CityAggregates schools_;
  CityNames cities_;
  std::vector<const model::Indicator*> indicators_;
  std::vector<const model::Organisation*> reporting_;
  std::vector<int> years_;
  Page page_;
};

}  // namespace

std::string compare_page(std::string_view city_address) {
  return fmt::format("{}/compare.html", city_address);
}

std::string way_to_compare(const Portal& portal, std::string_view from, const model::Organisation& city,
                           const model::Organisation& school) {
  const std::string page = page_of_city(portal, compare_page(city.address));
  if (page.empty()) return {};
  return text::relative_address(from, page) + "?school=" + text::url_path(compared_id(city, school));
}

bool has_compare_page(const Portal& portal, const model::Organisation& city) {
  return !compared_in(portal, city).empty();
}

std::optional<Page> compare_page_of(const Portal& portal, const model::Organisation& city,
                                    const std::vector<const model::Organisation*>& parents) {
  return ComparePage(portal, city, parents).make();
}

}  // namespace nianbao::compose
