#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "compose/organisation_pages.h"
#include "source/catalogue_reader.h"

namespace nianbao::tests {

/// An indicator, its printed value ("*3": withheld, but known to sums), and its year; computed from two
/// others, or printed.
struct StatedValue {
  std::string indicator, value;
  int year = 2023;
  bool computed = false;
};

/// A city "c" whose schools "c/s1", "c/s2" … state these indicators: a school a list. Each has a report of
/// every year from its first to its last.
class StatingCity {
 public:
  explicit StatingCity(std::initializer_list<std::vector<StatedValue>> schools,
                       std::map<std::string, std::string, std::less<>> texts = {})
      : strings_(std::move(texts)) {
    city_.kind = model::OrganisationKind::city;
    city_.address = "c", city_.name = "丙市";
    site_.catalogue = source::standard_catalogue();
    for (const auto& values : schools) add_school(values);
  }

  compose::Portal portal(const std::string& lang = "zh-CN") const {
    site_.lang = lang;
    site_.organisations = {city_};
    return {site_, summaries_, strings_, sink_};
  }
  void add_school(const std::vector<StatedValue>& values) {
    model::Organisation& school = city_.children.emplace_back();
    school.kind = model::OrganisationKind::school;
    school.address = "c/s" + std::to_string(city_.children.size());
    school.name = "学校" + std::to_string(city_.children.size());
    for (const StatedValue& stated : values) {
      compose::ReportSummary& report = report_of(school, stated.year);
      const bool kept_back = stated.value.starts_with('*');
      model::Value value = model::read_value(kept_back ? stated.value.substr(1) : stated.value);
      if (kept_back)
        value = {std::string(model::withheld_mark), model::ValueState::withheld, std::nullopt, value.number};
      const std::string table = report.address + "/tables/" + stated.indicator + ".html";
      report.indicators.push_back({stated.indicator, stated.year, value.printed, "", "", table, value.number,
                                   value.state, stated.computed, value.kept_back});
    }
  }

  /// In the newest report of a school.
  void add_break(std::size_t school, model::IndicatorBreak change) {
    city_.children.at(school).reports.front().breaks.push_back(std::move(change));
  }

  void use(model::Catalogue catalogue) { site_.catalogue = std::move(catalogue); }

  const model::Organisation& city() const { return city_; }
  const model::Organisation& school(std::size_t i) const { return city_.children.at(i); }

 private:
  compose::ReportSummary& report_of(model::Organisation& school, int year) {
    const std::string address = school.address + "/" + std::to_string(year);
    const auto [report, added] = summaries_.try_emplace(address);
    if (added) {
      report->second.address = address, report->second.year = year;
      model::ReportSettings settings;
      settings.address = address, settings.year = year;
      school.reports.insert(school.reports.begin(), settings);
    }
    return report->second;
  }

  mutable model::Site site_;
  model::Organisation city_;
  compose::Summaries summaries_;
  text::Strings strings_;
  mutable DiagnosticSink sink_;
};

}  // namespace nianbao::tests
