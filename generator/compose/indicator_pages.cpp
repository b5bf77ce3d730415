#include "compose/indicator_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include "compose/addresses.h"
#include "compose/chart_view.h"
#include "compose/city_aggregates.h"
#include "compose/city_names.h"
#include "compose/origin.h"
#include "compose/series_breaks.h"
#include "compose/table_grid.h"
#include "text/escape.h"
#include "text/language.h"

namespace nianbao::compose {
namespace {

using model::Indicator;
using model::Organisation;

constexpr std::size_t most_years = 10;

std::string address_part(std::string_view indicator) {
  std::string name(indicator);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

TableCell cell(std::string text, bool header = false, bool number = false, std::string address = {}) {
  return {std::move(text), {}, 1, 1, header, number, "", std::move(address)};
}

/// Which years the schools below a city state an indicator of, growing.
std::vector<int> years_of(const Portal& portal, const CityAggregates& schools, const Indicator& indicator) {
  std::set<int> years;
  for (const Organisation* school : schools.schools()) {
    for (const IndicatorValue& value : portal.indicators.series(school->address, indicator.id)) {
      if (is_counted(value)) years.insert(value.year);
    }
  }
  std::vector<int> all(years.begin(), years.end());
  if (all.size() > most_years) all.erase(all.begin(), all.end() - most_years);
  return all;
}

bool is_shared(const Portal& portal, const std::vector<const Organisation*>& schools,
               const Indicator& indicator) {
  const auto states = [&](const Organisation* school) {
    const auto series = portal.indicators.series(school->address, indicator.id);
    return std::any_of(series.begin(), series.end(), is_counted);
  };
  return std::count_if(schools.begin(), schools.end(), states) >= 2;
}

/// Words and numbers for what every page of a city says of an indicator.
class IndicatorWords {
 public:
  explicit IndicatorWords(const Portal& portal) : portal_(portal), strings_(portal.strings) {}

  std::string with_unit(std::string value, const Indicator& indicator) const {
    return compose::with_unit(portal_, std::move(value), indicator);
  }

  std::string aggregate(const std::optional<Aggregate>& made, const Indicator& indicator) const {
    if (!made) return std::string(strings_["not_aggregated"]);
    if (!made->number) return std::string(strings_["value_withheld"]);
    const std::string about = made->approximate ? std::string(strings_["about_number"]) : "";
    return with_unit(about + made->number->str(), indicator);
  }

  std::string coverage(std::size_t covered, std::size_t schools) const {
    return strings_.format("summed_of", {std::to_string(schools), std::to_string(covered)});
  }

  std::string range(const Spread& spread, const Indicator& indicator) const {
    return with_unit(spread.least.str() + "–" + spread.most.str(), indicator);
  }

 private:
  const Portal& portal_;
  const text::Strings& strings_;
};

class CityIndicators {
 public:
  CityIndicators(const Portal& portal, const Organisation& city,
                 const std::vector<const Organisation*>& parents)
      : portal_(portal),
        strings_(portal.strings),
        city_(city),
        parents_(parents),
        schools_(portal, city),
        cities_(portal, city),
        words_(portal),
        year_(schools_.newest_year()) {}

  std::vector<Page> make() {
    std::vector<Page> pages;
    for (const Indicator& indicator : portal_.site.catalogue.indicators()) {
      if (is_shared(portal_, schools_.schools(), indicator)) shown_.push_back(&indicator);
    }
    if (shown_.empty()) return pages;
    for (const Indicator* indicator : shown_) pages.push_back(indicator_page_of(*indicator));
    pages.push_back(summary_page());
    return pages;
  }

 private:
  Page frame(PageKind kind, std::string address, std::string title) const {
    Page page;
    page.kind = kind;
    page.address = std::move(address);
    page.title = std::move(title);
    place_below(page, strings_, city_, parents_);
    return page;
  }

  // --- one indicator
  Page indicator_page_of(const Indicator& indicator) const {
    const std::string& name = name_of(portal_, indicator);
    Page page = frame(PageKind::indicator, indicator_page(city_.address, indicator.id), name);
    page.breadcrumb.push_back(
        {std::string(strings_[place_key(city_, "indicators")]), indicators_page(city_.address)});
    page.label = "";
    page.description = strings_.format("indicator_description", {city_.name, name});
    const std::vector<int> years = years_of(portal_, schools_, indicator);
    const int year = years.empty() ? year_ : years.back();
    page.year = std::to_string(year);
    add_meaning(page, indicator);
    add_city_value(page, indicator, year);
    add_values(page, indicator, year);
    if (years.size() > 1) add_course(page, indicator, years);
    add_caveats(page, indicator);
    return page;
  }

  void add_meaning(Page& page, const Indicator& indicator) const {
    const auto words = [&](const std::string& chinese, const std::string& english) -> const std::string& {
      return portal_.site.lang == "en" && !english.empty() ? english : chinese;
    };
    const std::string& plain = words(indicator.plain, indicator.plain_en);
    const bool is_foreign = portal_.site.lang == "en" && text::reads_as_chinese(plain);
    if (!plain.empty())
      page.components.push_back(
          Html{fmt::format("<p{}>{}</p>", is_foreign ? " lang=\"zh-CN\"" : "", text::html(plain)), plain});
    FactsView facts{"meaning", std::string(strings_["indicator_meaning"]), {}};
    const auto add = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) facts.facts.emplace_back(strings_[key], value);
    };
    add("indicator_definition", words(indicator.definition, indicator.definition_en));
    add("indicator_unit", unit_of(portal_, indicator));
    if (const model::StandardTable* table = portal_.site.catalogue.find_table(indicator.table))
      add("indicator_table", words_of_table(*table));
    add("indicator_base", base_of(portal_, indicator));
    add("indicator_asked", years_asked(indicator));
    add("indicator_aliases", fmt::format("{}", fmt::join(indicator.aliases, strings_["list_joiner"])));
    if (!facts.facts.empty()) page.components.push_back(std::move(facts));
  }

  /// "表1 人才培养质量计分卡": definitions refer to the tables by number; a project's own may have none.
  std::string words_of_table(const model::StandardTable& table) const {
    const bool is_english = portal_.site.lang == "en";
    const std::string& name = is_english && !table.name_en.empty() ? table.name_en : table.name;
    if (table.number == 0) return name;
    return is_english ? fmt::format("Table {}: {}", table.number, name)
                      : fmt::format("表{} {}", table.number, name);
  }

  /// In which years the indicator was asked, as far as the catalogue knows: between the first and the last,
  /// or else the years in whose tables it was seen.
  std::string years_asked(const Indicator& indicator) const {
    const std::string since = std::to_string(indicator.since), until = std::to_string(indicator.until);
    if (indicator.since == 0 && indicator.until == 0) return years_seen(indicator);
    if (indicator.until == 0) return strings_.format("asked_since", {since});
    if (indicator.since == 0) return strings_.format("asked_until", {until});
    return strings_.format("asked_between", {since, until});
  }

  std::string years_seen(const Indicator& indicator) const {
    const std::string years = fmt::format("{}", fmt::join(indicator.asked_in, strings_["list_joiner"]));
    return years.empty() ? "" : strings_.format("asked_seen", {years});
  }

  void add_city_value(Page& page, const Indicator& indicator, int year) const {
    FactsView facts{"city", strings_.format(place_key(city_, "indicator_city"), {std::to_string(year)}), {}};
    if (const auto made = schools_.aggregate(indicator, year)) {
      facts.facts.emplace_back(made->method,
                               with_brackets(portal_, words_.aggregate(made, indicator),
                                             words_.coverage(made->covered, schools_.schools().size())));
    } else {
      facts.facts.emplace_back(strings_[place_key(city_, "indicator_whole")],
                               strings_["indicator_never_put_together"]);
    }
    if (const auto spread = schools_.spread(indicator, year); spread && spread->schools > 1) {
      facts.facts.emplace_back(strings_["median"], words_.with_unit(spread->median.str(), indicator));
      facts.facts.emplace_back(strings_["range"], words_.range(*spread, indicator));
    }
    if (const IndicatorValue* printed = portal_.indicators.value(city_.address, indicator.id, year))
      facts.facts.emplace_back(strings_[place_key(city_, "printed_by_city")],
                               words_.with_unit(printed->value, indicator));
    page.components.push_back(std::move(facts));
  }

  std::string printed(const Organisation& school, const Indicator& indicator, int year) const {
    const IndicatorValue* value = portal_.indicators.value(school.address, indicator.id, year);
    if (value == nullptr || value->state == model::ValueState::missing)
      return std::string(strings_["value_missing"]);
    if (value->state == model::ValueState::withheld) return std::string(strings_["value_withheld"]);
    return value->value;
  }

  /// What a table calls a school: its name and, among the schools of several cities, its city.
  void add_school(TableRow& row, const Organisation& school) const {
    row.cells.push_back(cell(school.name, true, false, organisation_page(school.address)));
    if (cities_.are_told()) row.cells.push_back(cell(cities_.of(school)));
  }

  void add_school_heading(TableRow& row) const {
    row.cells.push_back(cell(std::string(strings_["school"]), true));
    if (cities_.are_told()) row.cells.push_back(cell(std::string(strings_["city"]), true));
  }

  /// A row of each school, with its value and where that stands; the same as a chart.
  void add_values(Page& page, const Indicator& indicator, int year) const {
    TableView view;
    view.id = "values";
    view.title = strings_.format("by_school", {name_of(portal_, indicator), std::to_string(year)});
    TableBand& band = view.grid.bands.emplace_back();
    TableRow& header = band.header.emplace_back();
    add_school_heading(header);
    header.cells.push_back(cell(name_with_unit(portal_, indicator), true, true));
    header.cells.push_back(cell(std::string(strings_["indicator_source"]), true));
    std::vector<std::vector<std::string>> csv = {
        {std::string(strings_["school"]), std::string(strings_["year"]), name_with_unit(portal_, indicator)}};
    if (cities_.are_told()) csv[0].insert(csv[0].begin() + 1, std::string(strings_["city"]));
    model::ChartBlock block;
    block.head.id = "by-school";
    block.type = "bar";
    block.unit = unit_of(portal_, indicator);
    block.sort = "none";
    block.horizontal = true;
    model::ChartSeries series;
    series.label = name_of(portal_, indicator);
    for (const Organisation* school : schools_.schools()) {
      const IndicatorValue* value = portal_.indicators.value(school->address, indicator.id, year);
      const std::string text = printed(*school, indicator, year);
      const std::string source = value == nullptr ? "" : value->computed ? "value_computed" : "value_printed";
      TableRow& row = band.body.emplace_back();
      add_school(row, *school);
      row.cells.push_back(cell(text, false, true));
      row.cells.push_back(cell(source.empty() ? "" : std::string(strings_[source]), false, false,
                               value == nullptr ? "" : value->address));
      csv.push_back({school->name, std::to_string(year), value == nullptr ? "" : value->value});
      if (cities_.are_told()) csv.back().insert(csv.back().begin() + 1, cities_.of(*school));
      if (schools_.number(*school, indicator.id, year) == nullptr) continue;
      block.labels.push_back(cities_.label(*school));
      series.values.push_back(value->value);
    }
    view.download = page.address.substr(0, page.address.rfind('.')) + ".csv";
    page.files.push_back({view.download, make_csv(csv)});
    if (block.labels.size() > 1) {
      block.given.push_back(std::move(series));
      if (const auto spread = schools_.spread(indicator, year)) {
        model::ChartReference median;
        median.value = spread->median.str();
        median.text = fmt::format("{} {}", strings_["median"], spread->median.str());
        median.dashed = true;
        block.references.push_back(std::move(median));
        block.finding =
            fmt::format("{} {}{}{} {}", strings_["median"], words_.with_unit(spread->median.str(), indicator),
                        strings_["joiner"], strings_["range"], words_.range(*spread, indicator));
      }
      add_chart(page, block, view.title);
    }
    page.components.push_back(std::move(view));
  }

  void add_chart(Page& page, const model::ChartBlock& block, std::string_view title) const {
    page.components.push_back(make_chart_view(block, {}, "", title, portal_.site.lang, portal_.sink));
  }

  /// The median with the least and the most behind it, year by year, and each school's values in the table.
  void add_course(Page& page, const Indicator& indicator, const std::vector<int>& years) const {
    model::ChartBlock block;
    block.head.id = "course";
    block.type = "line";
    block.unit = unit_of(portal_, indicator);
    model::ChartSeries most, median, least;
    most.label = strings_["most"], median.label = strings_["median"], least.label = strings_["least"];
    TableView view;
    view.id = "years";
    view.title = strings_.format("indicator_years", {name_of(portal_, indicator)});
    TableBand& band = view.grid.bands.emplace_back();
    TableRow& header = band.header.emplace_back();
    add_school_heading(header);
    for (const int year : years) {
      header.cells.push_back(cell(strings_.format("in_year", {std::to_string(year)}), true, true));
      block.labels.push_back(std::to_string(year));
      const auto spread = schools_.spread(indicator, year);
      const bool several = spread && spread->schools > 1;
      most.values.push_back(several ? spread->most.str() : "");
      median.values.push_back(several ? spread->median.str() : "");
      least.values.push_back(several ? spread->least.str() : "");
    }
    for (const Organisation* school : schools_.schools()) {
      TableRow& row = band.body.emplace_back();
      add_school(row, *school);
      for (const int year : years) row.cells.push_back(cell(printed(*school, indicator, year), false, true));
    }
    const auto known = [](const model::ChartSeries& series) {
      return std::count_if(series.values.begin(), series.values.end(),
                           [](const std::string& v) { return !v.empty(); });
    };
    if (known(median) > 1) {
      block.given = {std::move(most), std::move(median), std::move(least)};
      mark_breaks(block, indicator);
      add_chart(page, block, strings_.format("indicator_course", {name_of(portal_, indicator)}));
    }
    page.components.push_back(std::move(view));
  }

  /// Changes after which the whole city's figures do not compare: what the catalogue and its own reports say.
  void mark_breaks(model::ChartBlock& block, const Indicator& indicator) const {
    for (const model::SeriesBreak& change : portal_.indicators.breaks(city_.address, indicator.id))
      mark_break(block, change.year, std::string(strings_["break_mark"]));
  }

  /// What a reader has to know before comparing: breaks of the series, remarks of the schools beside their
  /// values.
  void add_caveats(Page& page, const Indicator& indicator) const {
    FactsView caveats{"caveats", std::string(strings_["indicator_caveats"]), {}};
    std::set<std::string> said;
    const auto add = [&](const std::string& whose, const std::string& what) {
      if (!what.empty() && said.insert(whose + what).second) caveats.facts.emplace_back(whose, what);
    };
    const auto breaks_of = [&](const Organisation& organisation) {
      for (const model::SeriesBreak& change : portal_.indicators.breaks(organisation.address, indicator.id)) {
        const bool for_all = std::any_of(indicator.breaks.begin(), indicator.breaks.end(),
                                         [&](const auto& other) { return other.text == change.text; });
        add(for_all ? city_.name : cities_.beside_name(organisation), words_of_break(strings_, change));
      }
    };
    breaks_of(city_);
    for (const Organisation* school : schools_.schools()) {
      breaks_of(*school);
      for (const IndicatorValue& value : portal_.indicators.series(school->address, indicator.id))
        if (!value.note.empty())
          add(cities_.beside_name(*school),
              strings_.format("break_from", {std::to_string(value.year), value.note}));
    }
    if (!caveats.facts.empty()) page.components.push_back(std::move(caveats));
  }

  // --- all of them
  Page summary_page() const {
    Page page = frame(PageKind::indicators, indicators_page(city_.address),
                      std::string(strings_[place_key(city_, "indicators")]));
    page.year = std::to_string(year_);
    page.description = strings_.format("indicators_description", {city_.name, std::to_string(year_)});
    const std::string note(strings_["indicators_note"]);
    page.components.push_back(
        Html{fmt::format("<p>{}</p><p>{}</p>", text::html(page.description), text::html(note)),
             page.description + "\n" + note});
    for (const model::StandardTable& table : portal_.site.catalogue.tables())
      add_table(page, table.id, words_of_table(table));
    add_table(page, "", std::string(strings_["indicators_other"]));
    return page;
  }

  void add_table(Page& page, const std::string& table, const std::string& title) const {
    TableView view;
    view.id = table.empty() ? "other" : table;
    view.title = title;
    TableBand& band = view.grid.bands.emplace_back();
    TableRow& header = band.header.emplace_back();
    for (const std::string& key :
         {std::string("indicator"), place_key(city_, "indicator_whole"), std::string("indicator_coverage"),
          std::string("median"), std::string("range"), place_key(city_, "printed_by_city"),
          std::string("indicator_difference")})
      header.cells.push_back(cell(std::string(strings_[key]), true));
    for (const Indicator* indicator : shown_) {
      if (indicator->table != table) continue;
      band.body.push_back(summary_row(*indicator));
    }
    if (band.body.empty()) return;
    const bool printed = std::any_of(band.body.begin(), band.body.end(),
                                     [](const TableRow& row) { return !row.cells[5].text.empty(); });
    if (!printed) {  // the city prints nothing of its own: two columns less
      header.cells.resize(5);
      for (TableRow& row : band.body) row.cells.resize(5);
    }
    page.components.push_back(std::move(view));
  }

  TableRow summary_row(const Indicator& indicator) const {
    TableRow row;
    for (const Indicator* above = portal_.site.catalogue.find(indicator.parent);
         above != nullptr && row.level < 3; above = portal_.site.catalogue.find(above->parent))
      ++row.level;
    const auto made = schools_.aggregate(indicator, year_);
    const auto spread = schools_.spread(indicator, year_);
    const IndicatorValue* printed = portal_.indicators.value(city_.address, indicator.id, year_);
    const std::size_t covered = made ? made->covered : spread ? spread->schools : 0;
    row.cells = {cell(name_of(portal_, indicator), true, false, indicator_page(city_.address, indicator.id)),
                 cell(words_.aggregate(made, indicator), false, made.has_value()),
                 cell(words_.coverage(covered, schools_.schools().size())),
                 cell(spread ? spread->median.str() : "", false, true),
                 cell(spread ? words_.range(*spread, indicator) : "", false, true),
                 cell(printed == nullptr ? "" : words_.with_unit(printed->value, indicator), false, true,
                      printed == nullptr ? "" : printed->address),
                 cell(difference(made, printed), false, true)};
    return row;
  }

  std::string difference(const std::optional<Aggregate>& made, const IndicatorValue* printed) const {
    if (!made || !made->number || printed == nullptr || !printed->number) return {};
    const text::Decimal less = *made->number - *printed->number;
    if (less.units == 0) return std::string(strings_["indicator_same"]);
    return (less.units > 0 ? "+" : "") + less.str();
  }

  const Portal& portal_;
  const text::Strings& strings_;
  const Organisation& city_;
  const std::vector<const Organisation*>& parents_;
  CityAggregates schools_;
  CityNames cities_;
  IndicatorWords words_;
  int year_;
  std::vector<const Indicator*> shown_;
};

}  // namespace

std::string indicator_page(std::string_view city_address, std::string_view indicator) {
  return fmt::format("{}/indicators/{}.html", city_address, address_part(indicator));
}

std::string indicators_page(std::string_view city_address) {
  return fmt::format("{}/indicators/index.html", city_address);
}

bool has_indicator_pages(const Portal& portal, const Organisation& city) {
  const auto schools = schools_below(city);
  const auto states_any = [&](const Organisation* school) {
    return portal.indicators.states_any(school->address);
  };
  return std::count_if(schools.begin(), schools.end(), states_any) >= 2;
}

bool has_indicator_page(const Portal& portal, const Organisation& city, const Indicator& indicator) {
  return has_indicator_pages(portal, city) && is_shared(portal, schools_below(city), indicator);
}

std::vector<Page> indicator_pages(const Portal& portal, const Organisation& city,
                                  const std::vector<const Organisation*>& parents) {
  if (!has_indicator_pages(portal, city)) return {};
  return CityIndicators(portal, city, parents).make();
}

}  // namespace nianbao::compose
