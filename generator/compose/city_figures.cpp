#include "compose/city_figures.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "compose/addresses.h"
#include "compose/chart_view.h"
#include "compose/city_aggregates.h"
#include "compose/city_names.h"

namespace nianbao::compose {
namespace {

using model::Organisation;
using text::Decimal;

/// Its yearly reports, newest first; features are none.
std::vector<const ReportSummary*> reports_of(const Portal& portal, const Organisation& organisation) {
  std::vector<const ReportSummary*> reports;
  for (const auto& settings : organisation.reports) {
    const auto found = portal.summaries.find(settings.address);
    if (found != portal.summaries.end() && settings.kind == model::ReportKind::report)
      reports.push_back(&found->second);
  }
  return reports;
}

const ReportSummary* report_of(const Portal& portal, const Organisation& organisation, int year) {
  for (const ReportSummary* report : reports_of(portal, organisation)) {
    if (report->year == year) return report;
  }
  return nullptr;
}

const KeyFigureValue* figure_of(const ReportSummary* report, std::string_view indicator) {
  if (report == nullptr) return nullptr;
  const auto found = std::find_if(report->figures.begin(), report->figures.end(),
                                  [&](const auto& f) { return f.indicator == indicator; });
  return found == report->figures.end() ? nullptr : &*found;
}

/// What the home of a city sums; everything else stands on the pages of its indicators.
constexpr std::string_view key_indicators[] = {
    "students",       "enrolled",           "graduates",          "placed", "further_study", "employed",
    "placement_rate", "further_study_rate", "full_time_teachers", "staff",  "dual_teachers", "training"};

std::optional<KeyFiguresView::Item> city_figure(const Portal& portal, const CityAggregates& schools, int year,
                                                const model::Indicator& indicator) {
  const auto made = schools.aggregate(indicator, year);
  if (!made) return std::nullopt;
  KeyFiguresView::Item item;
  item.label = name_of(portal, indicator);
  if (made->number) item.unit = unit_of(portal, indicator);
  item.year = std::to_string(year);
  item.value = made->number ? made->number->str() : std::string(portal.strings["value_withheld"]);
  if (made->number && made->approximate) item.value.insert(0, portal.site.lang == "en" ? "about " : "约");
  if (indicator.aggregation == model::Aggregation::ratio_of_sums) item.note = made->method;
  item.coverage = portal.strings.format(
      "summed_of", {std::to_string(schools.schools().size()), std::to_string(made->covered)});
  return item;
}

model::ChartBlock chart_block(std::string id, std::string type, std::vector<std::string> labels,
                              std::string unit) {
  model::ChartBlock block;
  block.head.id = std::move(id);
  block.type = std::move(type);
  block.labels = std::move(labels);
  block.unit = std::move(unit);
  block.sort = "none";
  return block;
}

}  // namespace

KeyFiguresView city_figures(const Portal& portal, const Organisation& city) {
  const CityAggregates schools(portal, city);
  KeyFiguresView view{
      std::string(portal.strings["city_sums"]), std::string(portal.strings["city_sums_note"]), {}};
  for (const std::string_view id : key_indicators) {
    const model::Indicator* indicator = portal.site.catalogue.find(id);
    if (indicator == nullptr) continue;
    if (auto item = city_figure(portal, schools, schools.newest_year(), *indicator))
      view.items.push_back(std::move(*item));
  }
  return view;
}

KeyFiguresView school_figures(const Portal& portal, const Organisation& school) {
  KeyFiguresView view{std::string(portal.strings["key_figures"]), "", {}};
  const std::vector<const ReportSummary*> reports = reports_of(portal, school);
  if (reports.empty()) return view;
  for (const KeyFigureValue& figure : reports.front()->figures) {
    KeyFiguresView::Item item{figure.label, figure.value,   figure.unit, figure.year,
                              figure.note,  figure.address, "",          {}};
    for (std::size_t i = 1; i < reports.size(); ++i) {
      const KeyFigureValue* earlier =
          figure.indicator.empty() ? nullptr : figure_of(reports[i], figure.indicator);
      if (earlier != nullptr) item.earlier.emplace_back(earlier->year, earlier->value);
    }
    view.items.push_back(std::move(item));
  }
  return view;
}

std::vector<ChartView> destination_charts(const Portal& portal, const Organisation& school) {
  const ReportSummary* newest = report_of(portal, school, model::newest_year(school));
  const KeyFigureValue* placed = figure_of(newest, "placed");
  const KeyFigureValue* study = figure_of(newest, "further_study");
  const KeyFigureValue* employed = figure_of(newest, "employed");
  if (!placed || !study || !employed || !placed->number || !study->number || !employed->number) return {};
  if (!text::same_value(*study->number + *employed->number, *placed->number)) return {};
  const std::string year = std::to_string(newest->year);
  model::ChartBlock block =
      chart_block("destinations", "doughnut", {study->label, employed->label}, placed->unit);
  block.given.push_back({placed->label, "", {study->value, employed->value}, {}, {}, "", "", "left"});
  std::vector<ChartView> charts;
  charts.push_back(make_chart_view(block, {}, "", portal.strings.format("destinations", {year}),
                                   portal.site.lang, portal.sink));
  return charts;
}

std::vector<ChartView> school_charts(const Portal& portal, const Organisation& city) {
  static constexpr std::string_view compared[] = {"students", "graduates"};
  const CityAggregates schools(portal, city);
  const CityNames cities(portal, city);
  const int year = schools.newest_year();
  std::vector<ChartView> charts;
  for (const std::string_view id : compared) {
    model::ChartBlock block = chart_block(fmt::format("schools-{}", id), "bar", {}, "");
    model::ChartSeries series;
    for (const Organisation* school : schools.schools()) {
      const KeyFigureValue* figure = figure_of(report_of(portal, *school, year), id);
      if (figure == nullptr || !figure->number || schools.number(*school, id, year) == nullptr) continue;
      block.labels.push_back(cities.label(*school));
      series.values.push_back(figure->value);
      series.label = figure->label;
      block.unit = figure->unit;
    }
    if (block.labels.size() < 2) continue;
    const std::string title = portal.strings.format("by_school", {series.label, std::to_string(year)});
    block.given.push_back(std::move(series));
    charts.push_back(make_chart_view(block, {}, "", title, portal.site.lang, portal.sink));
  }
  return charts;
}

}  // namespace nianbao::compose
