#include "compose/school_trends.h"

#include <algorithm>
#include <fmt/format.h>

#include "compose/chart_view.h"
#include "compose/city_aggregates.h"
#include "compose/origin.h"
#include "compose/series_breaks.h"

namespace nianbao::compose {
namespace {

/// In the order in which they are wanted: what families ask first.
constexpr std::string_view trend_indicators[] = {"placement_rate",        "further_study_rate", "students",
                                                 "student_teacher_ratio", "dual_teacher_rate",  "income",
                                                 "satisfaction",          "graduates",          "enrolled",
                                                 "full_time_teachers"};
constexpr std::size_t most_trends = 6, least_schools_behind = 3;
constexpr int most_trend_years = 10, trend_height = 150;

/// As a chart reads it. What is withheld is no number, whatever the page prints for it.
std::string plotted(const IndicatorValue* value) {
  if (value == nullptr) return {};
  if (value->state == model::ValueState::withheld) return "#withheld";
  return value->value.ends_with('%') ? value->value.substr(0, value->value.size() - 1) : value->value;
}

class SchoolTrend {
 public:
  SchoolTrend(const Portal& portal, const model::Organisation& school, const CityAggregates* city,
              const model::Indicator& indicator)
      : portal_(portal), school_(school), city_(city), indicator_(indicator) {}

  std::optional<ChartView> make() {
    const auto series = portal_.indicators.series(school_.address, indicator_.id);
    const auto is_number = [](const IndicatorValue& value) { return value.number.has_value(); };
    if (std::count_if(series.begin(), series.end(), is_number) < 2) return std::nullopt;
    const int last = series.back().year;
    begin_block();
    for (int year = std::max(series.front().year, last - most_trend_years + 1); year <= last; ++year)
      add_year(year);
    if (known_ < 2) return std::nullopt;
    add_breaks();
    block_.given.push_back(std::move(own_));
    if (has_city_) block_.given.insert(block_.given.end(), {median_, least_, most_});
    const std::string title = portal_.strings.format("indicator_course", {name_of(portal_, indicator_)});
    ChartView view = make_chart_view(block_, {}, "", title, portal_.site.lang, portal_.sink);
    view.finding_is_ours = true;
    return view;
  }

 private:
  /// Of the words for what lies behind the school's own course.
  std::string key(std::string_view of_city) const {
    return city_ == nullptr ? std::string(of_city) : place_key(city_->city(), of_city);
  }

  void begin_block() {
    std::string id = indicator_.id;
    std::replace(id.begin(), id.end(), '_', '-');
    block_.head.id = "trend-" + id;
    block_.type = "line";
    block_.unit = unit_of(portal_, indicator_) == ":" ? "" : unit_of(portal_, indicator_);
    block_.sort = "none";
    block_.height = trend_height;
    own_.label = portal_.strings["this_school"];
    median_.label = portal_.strings[key("city_median")], median_.type = "dashed";
    least_.label = portal_.strings[key("city_least")], least_.type = "edge";
    most_.label = portal_.strings[key("city_most")], most_.type = "band";
  }

  void add_year(int year) {
    const IndicatorValue* value = portal_.indicators.value(school_.address, indicator_.id, year);
    const auto spread = city_ == nullptr ? std::nullopt : city_->spread(indicator_, year);
    const bool behind = spread && spread->schools >= least_schools_behind;
    const std::string name = std::to_string(year);
    block_.labels.push_back(name);
    own_.values.push_back(plotted(value));
    median_.values.push_back(behind ? spread->median.str() : "");
    least_.values.push_back(behind ? spread->least.str() : "");
    most_.values.push_back(behind ? spread->most.str() : "");
    has_city_ = has_city_ || behind;
    if (value == nullptr || !value->number) return;
    ++known_;
    const std::string said = with_unit(portal_, plotted(value), indicator_);
    block_.finding =
        behind ? portal_.strings.format(
                     key("trend_in_city"),
                     {name, said, std::to_string(spread->schools),
                      with_unit(portal_, spread->median.str(), indicator_),
                      with_unit(portal_, spread->least.str() + "–" + spread->most.str(), indicator_)})
               : portal_.strings.format("trend_alone", {name, said});
    if (value->computed)
      computed_ += (computed_.empty() ? "" : portal_.strings["list_joiner"]), computed_ += name;
    if (!computed_.empty()) block_.head.note = portal_.strings.format("trend_computed", {computed_});
  }

  void add_breaks() {
    for (const model::SeriesBreak& change : portal_.indicators.breaks(school_.address, indicator_.id)) {
      if (!mark_break(block_, change.year, std::string(portal_.strings["break_mark"]))) continue;
      if (!block_.head.note.empty()) block_.head.note += portal_.strings["sentence_joiner"];
      block_.head.note += words_of_break(portal_.strings, change);
    }
  }

  const Portal& portal_;
  const model::Organisation& school_;
  const CityAggregates* city_;
  const model::Indicator& indicator_;
  model::ChartBlock block_;
  model::ChartSeries own_, median_, least_, most_;
  std::string computed_;
  std::size_t known_ = 0;
  bool has_city_ = false;
};

}  // namespace

std::vector<ChartView> trend_charts(const Portal& portal, const model::Organisation& school,
                                    const model::Organisation* city) {
  std::optional<CityAggregates> around;
  if (city != nullptr) around.emplace(portal, *city);
  std::vector<ChartView> charts;
  for (const std::string_view id : trend_indicators) {
    const model::Indicator* indicator = portal.site.catalogue.find(id);
    if (indicator == nullptr || charts.size() == most_trends) continue;
    if (auto chart = SchoolTrend(portal, school, around ? &*around : nullptr, *indicator).make())
      charts.push_back(std::move(*chart));
  }
  return charts;
}

}  // namespace nianbao::compose
