#include "compose/city_figures.h"

#include <catch2/catch.hpp>
#include <initializer_list>

#include "printed.h"
#include "source/catalogue_reader.h"

using namespace nianbao;

namespace {

/// indicator, printed value, year, unit
struct Figure {
  std::string indicator, value, year = "2023", unit = "人";
};

/// A city whose schools are s1, s2 …, each with one report of 2023 of these figures, or without a report.
class City {
 public:
  City(std::initializer_list<std::initializer_list<Figure>> schools) {
    city_.kind = model::OrganisationKind::city;
    city_.address = "c";
    site_.catalogue = source::standard_catalogue();
    for (const auto& figures : schools) {
      add_school();
      if (figures.size() > 0) add_report(city_.children.back(), 2023, figures);
    }
  }

  model::Organisation& school(std::size_t i) { return city_.children.at(i); }

  void add_report(model::Organisation& school, int year, const std::vector<Figure>& figures) {
    model::ReportSettings settings;
    settings.address = school.address + "/" + std::to_string(year);
    settings.year = year;
    compose::ReportSummary summary;
    summary.address = settings.address;
    summary.year = year;
    for (const Figure& f : figures) {
      const model::Value value = model::read_value(f.value);
      summary.figures.push_back(
          {f.indicator, f.indicator, f.value, f.unit, f.year, "", "x.html", value.number, value.state});
      const model::Indicator* indicator = site_.catalogue.find(f.indicator);
      if (indicator == nullptr || !model::same_unit(indicator->unit, f.unit)) continue;
      const bool of_report = f.year.find(std::to_string(year)) != std::string::npos;
      summary.indicators.push_back({f.indicator, of_report ? year : std::stoi(f.year), f.value, f.unit, "",
                                    "x.html", value.number, value.state});
    }
    school.reports.insert(school.reports.begin(), settings);
    summaries_.emplace(settings.address, summary);
  }

  /// "students 2700 人 2023 2 of 3; …"
  std::string sums(const std::string& lang = "zh-CN") {
    site_.lang = lang;
    std::string out;
    for (const auto& item : compose::city_figures(portal(), city_).items)
      out += (out.empty() ? "" : "; ") + item.label + " " + item.value + item.unit + " " + item.year + " (" +
             item.coverage + ")" + (item.note.empty() ? "" : " = " + item.note);
    return out;
  }

  compose::Portal portal() {
    site_.organisations = {city_};
    return {site_, summaries_, strings_, sink_};
  }
  const model::Organisation& organisation() const { return city_; }

 private:
  void add_school() {
    model::Organisation& school = city_.children.emplace_back();
    school.kind = model::OrganisationKind::school;
    school.name = "学校" + std::to_string(city_.children.size());
    school.address = "c/s" + std::to_string(city_.children.size());
  }

  model::Site site_;
  model::Organisation city_;
  compose::Summaries summaries_;
  text::Strings strings_{std::map<std::string, std::string, std::less<>>{
      {"summed_of", "{1} of {0}"}, {"ratio_of_sums", "{0} / {1}"}, {"by_school", "{0} {1}"}}};
  DiagnosticSink sink_;
};

}  // namespace

TEST_CASE("A city's figure is the sum over the schools that report it, and says how many they are") {
  CHECK(City{{{"students", "1,200"}}, {{"students", "1500"}}, {}}.sums() == "在校生数 2700人 2023 (2 of 3)");
  CHECK(City{{{"students", "1200.5"}}, {{"students", "0"}}}.sums() == "在校生数 1200.5人 2023 (2 of 2)");
  CHECK(City{{{"students", "1200"}}, {{"students", "10"}}}.sums("en") == "Students 1210 2023 (2 of 2)");
  CHECK(City{{}, {}}.sums() == "");
  CHECK(City{}.sums() == "");
}

TEST_CASE("What is no number is never counted as one") {
  for (const std::string value : {"", "-", "#保密", "见附表"}) {
    CAPTURE(value);
    CHECK(City{{{"students", "1200"}}, {{"students", value}}}.sums() == "在校生数 1200人 2023 (1 of 2)");
    CHECK(City{{{"students", value}}}.sums() == "");
  }
}

TEST_CASE("Figures of another year or in another unit stay out of the sum") {
  CHECK(City{{{"students", "1200"}}, {{"students", "900", "2022"}}}.sums() ==
        "在校生数 1200人 2023 (1 of 2)");
  CHECK(City{{{"students", "1200", "2022—2023学年"}}, {{"students", "900"}}}.sums() ==
        "在校生数 2100人 2023 (2 of 2)");
  CHECK(City{{{"students", "1200"}}, {{"students", "1.2", "2023", "万人"}}}.sums() ==
        "在校生数 1200人 2023 (1 of 2)");
  CHECK(City{{{"students", "1200"}}, {{"students", "95", "2023", "%"}}}.sums() ==
        "在校生数 1200人 2023 (1 of 2)");
}

TEST_CASE("A sum with an approximate figure is approximate") {
  CHECK(City{{{"training", "约1700", "2023", "人次"}}, {{"training", "300", "2023", "人次"}}}.sums() ==
        "培训人次 约2000人次 2023 (2 of 2)");
  CHECK(City{{{"training", "1700余", "2023", "人次"}}}.sums("en") ==
        "Training places taken about 1700 2023 (1 of 1)");
}

TEST_CASE("The newest year counts; schools without a report of it are not covered") {
  City city{{{"students", "1200"}}, {{"students", "800"}}};
  city.add_report(city.school(1), 2024, {{"students", "850", "2024"}});
  CHECK(city.sums() == "在校生数 850人 2024 (1 of 2)");
}

TEST_CASE("Rates are made from sums of the schools that give both, never from rates") {
  CHECK(City{{{"graduates", "300"}, {"placed", "294"}, {"placement_rate", "98.00", "2023", "%"}},
             {{"graduates", "700"}, {"placed", "651"}, {"placement_rate", "93.00", "2023", "%"}}}
            .sums() ==
        "毕业生人数 1000人 2023 (2 of 2); 毕业去向落实人数 945人 2023 (2 of 2); "
        "毕业去向落实率 94.50% 2023 (2 of 2) = 毕业去向落实人数 / 毕业生人数");
  CHECK(City{{{"graduates", "300"}, {"placed", "200"}}, {{"graduates", "700"}}}.sums() ==
        "毕业生人数 1000人 2023 (2 of 2); 毕业去向落实人数 200人 2023 (1 of 2); "
        "毕业去向落实率 66.67% 2023 (1 of 2) = 毕业去向落实人数 / 毕业生人数");
  CHECK(City{{{"graduates", "0"}, {"placed", "0"}}}.sums() ==
        "毕业生人数 0人 2023 (1 of 1); 毕业去向落实人数 0人 2023 (1 of 1)");
}

TEST_CASE("Ratios, means and counts that overlap are not summed") {
  for (const std::string id :
       {"placement_rate", "further_study_rate", "student_teacher_ratio", "dual_teacher_rate", "income",
        "satisfaction", "majors", "no-such-indicator"}) {
    CAPTURE(id);
    CHECK(City{{{id, "20"}}, {{id, "30"}}}.sums() == "");
  }
}

TEST_CASE("The city's own report is not added to its schools'") {
  City city{{{"students", "1200"}}};
  auto own = city.organisation();
  city.add_report(own, 2023, {{"students", "9999"}});
  CHECK(compose::city_figures(city.portal(), own).items.at(0).value == "1200");
}

TEST_CASE("A school's figures are its newest, with their earlier years") {
  City city{{{"students", "1200"}, {"", "330"}}};
  city.add_report(city.school(0), 2024, {{"students", "1300", "2024"}, {"", "331", "2024"}});
  const auto view = compose::school_figures(city.portal(), city.school(0));
  REQUIRE(view.items.size() == 2);
  CHECK(view.items[0].value + " " + view.items[0].year == "1300 2024");
  CHECK(view.items[0].earlier == std::vector<std::pair<std::string, std::string>>{{"2023", "1200"}});
  CHECK(view.items[1].earlier.empty());
}

TEST_CASE("Schools are compared where two of them report a figure of the year") {
  City city(
      {{{"students", "1200"}}, {{"students", "900"}, {"graduates", "300"}}, {{"students", "1", "2022"}}});
  const auto charts = compose::school_charts(city.portal(), city.organisation());
  REQUIRE(charts.size() == 1);
  CHECK(charts[0].title == "students 2023");
  CHECK(tests::printed(charts[0].grid) == "*项目 | *#students（人）\n---\n*学校1 | #1200\n*学校2 | #900\n");
}
