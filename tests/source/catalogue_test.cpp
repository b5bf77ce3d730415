#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "model/printed_indicators.h"
#include "source/catalogue_reader.h"
#include "source/site_reader.h"
#include "source/table_reader.h"
#include "support/temporary_project.h"
#include "text/language.h"

using namespace nianbao;
using model::Aggregation;
using model::Indicator;

namespace {

const model::Catalogue& standard() {
  static const model::Catalogue catalogue = source::standard_catalogue();
  return catalogue;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// A row of a table of one of the real reports, and the indicator it states, or why it states none.
struct PrintedRow {
  std::string report, table, indicator, parent, unit, id, reason;
  int year = 0;  ///< which the report is named after
};

std::vector<PrintedRow> printed_rows() {
  std::ifstream file(std::string(NIANBAO_SOURCE_DIR) + "/tests/model/printed_indicators.csv");
  REQUIRE(file.good());
  std::string line;
  std::getline(file, line);
  std::vector<PrintedRow> rows;
  while (std::getline(file, line)) {
    INFO(line);
    const auto fields = fields_of(line);
    REQUIRE(fields.size() == 8);
    rows.push_back(
        {fields[0], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], std::stoi(fields[1])});
  }
  return rows;
}

/// The documents a definition names: 《…》 with the titles, 〔…〕…号 with the numbers.
std::vector<std::string> titles_in(const std::string& text) {
  static const std::regex title("《(?:(?!》).)+》|〔[0-9]+〕[0-9]+号");
  return {std::sregex_token_iterator(text.begin(), text.end(), title), {}};
}

}  // namespace

TEST_CASE("The catalogue of the program is sound") {
  std::set<std::string> ids;
  CHECK(standard().tables().size() == 6);
  CHECK(standard().indicators().size() > 130);
  for (const Indicator& indicator : standard().indicators()) {
    INFO(indicator.id);
    CHECK(ids.insert(indicator.id).second);
    CHECK_FALSE(indicator.name.empty());
    CHECK_FALSE(indicator.name_en.empty());
    CHECK_FALSE(indicator.definition.empty());
    CHECK_FALSE(indicator.definition_en.empty());
    CHECK_FALSE(indicator.plain.empty());
    CHECK_FALSE(indicator.plain_en.empty());
    for (const std::string* id :
         {&indicator.parent, &indicator.numerator, &indicator.denominator, &indicator.weight})
      CHECK((id->empty() || standard().find(*id) != nullptr));
    CHECK((indicator.table.empty() || standard().find_table(indicator.table) != nullptr));
    if (indicator.aggregation == Aggregation::ratio_of_sums) {
      CHECK(standard().find(indicator.numerator)->aggregation == Aggregation::sum);
      CHECK(standard().find(indicator.denominator)->aggregation == Aggregation::sum);
    }
    if (indicator.aggregation == Aggregation::weighted_mean)
      CHECK(standard().find(indicator.weight)->aggregation == Aggregation::sum);
    const std::vector<std::string_view> none;
    CHECK(standard().match({indicator.name, none, indicator.unit, indicator.table}) != nullptr);
  }
}

TEST_CASE("Each definition says the same in both languages") {
  for (const Indicator& indicator : standard().indicators()) {
    INFO(indicator.id);
    CHECK(std::string_view(indicator.definition).ends_with("。"));
    CHECK(std::string_view(indicator.definition_en).ends_with("."));
    CHECK_FALSE(text::reads_as_chinese(indicator.definition_en));
    CHECK(titles_in(indicator.definition_en) == titles_in(indicator.definition));
    const bool may_differ =
        has(indicator.definition_en, "may differ") || has(indicator.definition_en, "may count differently");
    CHECK(may_differ == has(indicator.definition, "各校口径可能不同"));
  }
}

TEST_CASE("A project's own words have no English ones but its own") {
  const tests::TemporaryProject project{{{"indicators.toml",
                                          "[[indicator]]\nid = \"graduates\"\ndefinition = "
                                          "\"另一种算法\"\n[[indicator]]\nid = \"placed\"\nplain = "
                                          "\"去向\"\nplain_en = \"Where they went\"\n"}}};
  DiagnosticSink sink;
  const model::Catalogue catalogue = source::read_catalogue(source::ProjectFiles{project.folder()}, sink);
  REQUIRE_FALSE(sink.has_errors());
  CHECK(catalogue.find("graduates")->definition == "另一种算法");
  CHECK(catalogue.find("graduates")->definition_en.empty());
  CHECK(catalogue.find("graduates")->plain_en == standard().find("graduates")->plain_en);
  CHECK(catalogue.find("placed")->plain_en == "Where they went");
  CHECK(catalogue.find("placed")->definition_en == standard().find("placed")->definition_en);
}

TEST_CASE("Every indicator row of the real reports finds its entry, or says why it is none") {
  std::size_t matched = 0;
  const std::vector<PrintedRow> rows = printed_rows();
  for (const PrintedRow& row : rows) {
    INFO(row.table << " " << row.parent << " " << row.indicator);
    if (row.id.empty()) {
      CHECK_FALSE(row.reason.empty());
      continue;
    }
    ++matched;
    const std::vector<std::string> path = split(row.parent, '/');
    const std::vector<std::string_view> parents(path.rbegin(), path.rend());
    const std::size_t name = row.table.find(' ');
    const auto* table = standard().table_called(name == std::string::npos ? "" : row.table.substr(name + 1));
    const std::string_view id = table == nullptr ? std::string_view() : std::string_view(table->id);
    const Indicator* found = standard().match({row.indicator, parents, row.unit, id});
    if (found == nullptr)
      found = standard().match({row.indicator, parents, "", id});  // another unit is printed
    REQUIRE(found != nullptr);
    CHECK(found->id == row.id);
  }
  CHECK(rows.size() > 250);
  CHECK(matched > 170);
}

TEST_CASE(
    "An indicator was asked in the years whose official tables print it in the real reports, no other") {
  std::map<std::string, std::set<int>> seen;
  std::set<std::string> official;
  for (const model::StandardTable& table : standard().tables())
    official.insert("表" + std::to_string(table.number) + " " + table.name);
  for (const PrintedRow& row : printed_rows()) {
    if (official.count(row.table) > 0 && !row.id.empty()) seen[row.id].insert(row.year);
  }
  CHECK(seen.size() > 100);
  for (const Indicator& indicator : standard().indicators()) {
    INFO(indicator.id);
    CHECK(std::set<int>(indicator.asked_in.begin(), indicator.asked_in.end()) == seen[indicator.id]);
  }
}

TEST_CASE("Years in which an indicator was asked grow, and a project adds those it knows") {
  const auto read = [](const std::string& years) {
    const tests::TemporaryProject project{
        {{"indicators.toml", "[[indicator]]\nid = \"graduates\"\n" + years + "\n"}}};
    DiagnosticSink sink;
    const model::Catalogue catalogue = source::read_catalogue(source::ProjectFiles{project.folder()}, sink);
    std::string said;
    for (const int year : catalogue.find("graduates")->asked_in) said += std::to_string(year) + " ";
    for (const Diagnostic& problem : sink.sorted())
      said += problem.code + ":" + std::to_string(problem.place.line) + ":" +
              std::to_string(problem.place.column) + " ";
    return said;
  };
  CHECK(read("") == "2023 ");
  CHECK(read("asked_in = [2021, 2025]") == "2021 2023 2025 ");
  CHECK(read("asked_in = [2023]\nsince = 2023\nuntil = 2023") == "2023 ");
  CHECK(read("asked_in = [2025, 2024]") == "2023 2025 N203:3:19 ");
  CHECK(read("asked_in = [2025, 2025]") == "2023 2025 N203:3:19 ");
  CHECK(read("asked_in = [23]") == "2023 N203:3:13 ");
  CHECK(read("asked_in = 2025") == "2023 N202:3:12 ");
  CHECK(read("since = 20233") == "2023 N203:3:9 ");
  CHECK(read("since = 0") == "2023 N203:3:9 ");
  CHECK(read("since = 2024") == "2023 N215:3:9 ");
  CHECK(read("until = 2022") == "2023 N215:3:9 ");
  CHECK(read("asked_in = [2021]\nsince = 2022") == "2021 2023 N215:4:9 ");
  CHECK(read("since = 2023\nuntil = 2021") == "2023 N215:3:9 N215:4:9 ");
}

TEST_CASE("No row of the sample portal's standard tables is unknown") {
  const source::ProjectFiles files{NIANBAO_SOURCE_DIR};
  DiagnosticSink sink;
  const model::Site site = source::read_site(files, sink);
  std::size_t found = 0;
  std::map<std::string, std::size_t> unmatched;
  model::for_each_organisation(site.organisations, [&](const model::Organisation& organisation, const auto&) {
    for (const model::ReportSettings& settings : organisation.reports) {
      const model::Report report = source::read_report(files, settings, sink);
      const auto printed = model::printed_indicators(report.tables, settings.year, site.catalogue);
      found += printed.found.size();
      for (const auto& row : printed.unmatched)
        ++unmatched[settings.address + " " + row.table->id + " " + row.row->label];
    }
  });
  for (const auto& [row, count] : unmatched) UNSCOPED_INFO(row);
  CHECK(unmatched.empty());
  CHECK(found > 2000);
}

TEST_CASE("How many were asked stands beside a rate, for the year of the report") {
  DiagnosticSink sink;
  auto table = source::read_csv_table(
      "指标,单位,2025年,2024年,目标人数（人）,调查人次\n在校生满意度,%,96.09,96.04,240,230\n家长满意度,%,95,"
      "96,170,\n",
      "s.csv",
      "title = \"满意度调查表\"\n[columns.\"目标人数\"]\nrole = \"sample\"\nunit = \"人\"\n"
      "[columns.\"调查人次\"]\nrole = \"sample\"\nunit = \"人次\"\n",
      "s.toml", sink);
  REQUIRE(table);
  std::string found;
  const std::vector<model::Table> tables = {std::move(*table)};
  for (const auto& printed : model::printed_indicators(tables, 2025, standard()).found)
    found +=
        printed.indicator->id + " " + std::to_string(printed.year) + " " + printed.cell->value.printed + "\n";
  CHECK(found ==
        "satisfaction 2025 96.09\nsurvey_students 2025 230\nsatisfaction 2024 96.04\n"
        "parent_satisfaction 2025 95\nsurvey_parents 2025 \nparent_satisfaction 2024 96\n");
}
