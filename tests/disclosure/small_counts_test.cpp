#include "disclosure/small_counts.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>

#include "disclosure/agreement.h"
#include "disclosure/typed_counts.h"
#include "disclosure/whole_charts.h"
#include "source/catalogue_reader.h"
#include "source/table_reader.h"
#include "support/temporary_project.h"

using namespace nianbao;

namespace {

model::Table table_of(const std::string& csv, const std::string& title = "表") {
  DiagnosticSink sink;
  auto table = source::read_csv_table(csv, "t.csv", "title = \"" + title + "\"\n", "t.toml", sink);
  REQUIRE(table);
  table->id = "t";
  return std::move(*table);
}

model::Report report_of(std::vector<model::Table> tables, int below = 6) {
  model::Report report;
  report.settings.year = 2025;
  report.settings.small_counts.below = below;
  report.tables = std::move(tables);
  return report;
}

/// The cells of numbers of a table, row by row: "3 | *", withheld ones as "*".
std::string shown(const model::Table& table) {
  std::string out;
  for (const model::Band& band : table.bands) {
    for (const model::Row& row : band.rows) {
      std::string line;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (band.columns[c].role != model::ColumnRole::number) continue;
        const model::Value& value = row.cells[c].value;
        const bool hidden = value.state == model::ValueState::withheld;
        CHECK(hidden == value.kept_back.has_value());
        if (hidden) CHECK_FALSE(value.number.has_value());
        line += (line.empty() ? "" : " ") + (hidden ? std::string("*") : value.printed);
      }
      out += (out.empty() ? "" : " / ") + line;
    }
  }
  return out;
}

std::string shown_of(const std::string& csv, int below = 6) {
  model::Report report = report_of({table_of(csv)}, below);
  disclosure::withhold_small_counts(report, source::standard_catalogue());
  return shown(report.tables[0]);
}

const std::string tree = "@level,@role,@breakdown,指标,单位,2025年\n";

}  // namespace

TEST_CASE("A small count of a group is withheld, and one that would give it away") {
  const std::pair<std::string, std::string> tables[] = {
      // no total is printed: nothing gives the count away
      {"职称,人数（人）\n正高,2\n副高,31\n中级,77\n", "* / 31 / 77"},
      {"职称,人数（人）\n正高,2\n副高,31\n中级,77\n合计,110\n", "* / * / 77 / 110"},
      {"职称,人数（人）\n合计,110\n正高,2\n副高,31\n中级,77\n", "110 / * / * / 77"},
      // two small ones, but each of them is known to be 1, as they sum to 2
      {"职称,人数（人）\n正高,1\n副高,1\n中级,77\n初级,20\n合计,99\n", "* / * / 77 / * / 99"},
      {"职称,人数（人）\n正高,5\n副高,5\n中级,77\n合计,87\n", "* / * / 77 / 87"},
      {"职称,人数（人）\n正高,0\n副高,31\n合计,31\n", "0 / 31 / 31"},
      {"职称,人数（人）\n正高,6\n副高,31\n合计,37\n", "6 / 31 / 37"},
      // nobody else is there: the total tells it
      {"职称,人数（人）\n正高,3\n副高,0\n合计,3\n", "* / 0 / *"},
      {"职称,人数（人）\n正高,约3\n副高,31\n中级,-\n", "* / 31 / -"}};
  for (const auto& [csv, expected] : tables) {
    CAPTURE(csv);
    CHECK(shown_of(csv) == expected);
  }
}

TEST_CASE("Of a tree of rows, what stands below another row is a group") {
  CHECK(shown_of(tree + ",,,外聘教师,人,3\n,,,教职工,人,200\n") == "3 / 200");
  CHECK(shown_of(tree + ",,exclusive,留学生,人,200\n1,,,博士,人,3\n1,,,硕士,人,90\n1,,,本科,人,107\n") ==
        "200 / * / * / 107");
  CHECK(shown_of(tree + ",,partial,留学生,人,200\n1,,,博士,人,3\n1,,,硕士,人,90\n") == "200 / * / 90");
  // undeclared, but a reader can add
  CHECK(shown_of(tree + ",,,留学生,人,200\n1,,,博士,人,3\n1,,,硕士,人,90\n1,,,本科,人,107\n") ==
        "200 / * / * / 107");
  // what is hidden at one level must not follow from the next
  CHECK(shown_of(tree + ",,exclusive,学生,人,100\n1,,exclusive,女,人,40\n2,,,一年级,人,2\n2,,,二年级,人,38\n"
                        "1,,,男,人,60\n") == "100 / 40 / * / * / 60");
}

TEST_CASE("Columns that sum to another are groups of its people") {
  CHECK(shown_of("年龄段,男（人）,女（人）,合计（人）\n35 以下,5,40,45\n36-45,30,30,60\n合计,35,70,105\n") ==
        "* * 45 / * * 60 / 35 70 105");
  CHECK(shown_of("年份,男（人）,女（人）\n2024年,3,20\n2025年,9,30\n") == "3 20 / 9 30");
  CHECK(shown_of("年份,男（人）,女（人）,合计（人）\n2024年,3,20,23\n2025年,9,30,39\n") ==
        "* * 23 / 9 30 39");
}

TEST_CASE("Prizes, projects, money and hours are no people") {
  CHECK(shown_of("级别,获奖数（项）\n国家级,2\n省级,5\n") == "2 / 5");
  CHECK(shown_of(tree + ",,exclusive,课题,项,54\n1,,,国家级,项,1\n1,,,省级,项,53\n") == "54 / 1 / 53");
  CHECK(shown_of("项目,金额（万元）\n培训,3\n服务,4\n") == "3 / 4");
  CHECK(shown_of("专业,学时\n焊接,3\n护理,4\n") == "3 / 4");
}

TEST_CASE("A rate beside a withheld count is withheld, too, those of other years are not") {
  CHECK(shown_of("专业,毕业生数（人）,就业数（人）,落实率（%）\n焊接,4,3,75\n护理,90,80,88.89\n") ==
        "* * * / 90 80 88.89");
  CHECK(shown_of("专业,2024年毕业生数（人）,2024年落实率（%）,2025年毕业生数（人）,2025年落实率（%）\n"
                 "焊接,40,97.5,4,75\n护理,90,80,90,88.89\n") == "40 97.5 * * / 90 80 90 88.89");
}

TEST_CASE("A rate of the catalogue is withheld with what it is made from") {
  const std::string csv =
      "@level,指标,单位,2025年\n,毕业生人数,人,50\n,毕业去向落实人数,人,48\n1,升学人数,人,3\n,毕业生升学率,%,"
      "6\n"
      ",毕业去向落实率,%,96\n";
  CHECK(shown_of(csv) == "50 / 48 / * / * / 96");
}

TEST_CASE("One figure is withheld wherever the report prints it") {
  model::Report report = report_of({table_of(tree + ",,partial,毕业去向落实人数,人,48\n1,,,升学人数,人,3\n"),
                                    table_of("指标,单位,2025年\n升学人数,人,3\n毕业生人数,人,50\n")});
  for (const char* indicator : {"further_study", "graduates"})
    report.settings.key_figures.push_back({indicator, "", "", "3", "人", "", "2025年", {}});
  const disclosure::Withheld withheld =
      disclosure::withhold_small_counts(report, source::standard_catalogue());
  CHECK(shown(report.tables[0]) == "48 / *");
  CHECK(shown(report.tables[1]) == "* / 50");
  CHECK(report.settings.key_figures[0].text == "#withheld");
  CHECK(report.settings.key_figures[1].text == "3");
  CHECK(withheld.small + withheld.giving_away == 3);
}

namespace {

/// A report at "a/b/2024", with a table.
struct Issued {
  std::string address;
  int year;
  std::string csv, expected;  ///< as `shown`
  int below = 6;
};

/// What of the reports is shown when they agree.
std::vector<std::string> agreed(const std::vector<Issued>& issued,
                                const disclosure::OrganisationNames& names) {
  std::vector<std::string> organisations;
  for (const Issued& one : issued) organisations.push_back(one.address.substr(0, one.address.rfind('/')));
  disclosure::Agreement agreement(organisations);
  std::vector<std::string> all(issued.size());
  std::vector<std::size_t> open(issued.size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  for (int round = 0; !open.empty(); open = agreement.compare()) {
    REQUIRE(++round < 10);
    for (const std::size_t i : open) {
      model::Report report = report_of({table_of(issued[i].csv)}, issued[i].below);
      report.settings.address = issued[i].address, report.settings.year = issued[i].year;
      agreement.note(i, disclosure::withhold_small_counts(report, source::standard_catalogue(), names,
                                                          agreement.asked(i)));
      all[i] = shown(report.tables[0]);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("Reports agree on what they withhold") {
  const disclosure::OrganisationNames names = {
      {"c", {{"甲校", {"c/a"}}, {"乙校", {"c/b"}}, {"丙校", {"c/d"}}}}};
  const std::string both =
      "@level,指标,单位,2024年,2025年\n,毕业去向落实人数,人,48,90\n1,升学人数,人,3,40\n"
      "1,直接就业人数,人,45,50\n";
  const std::string placed = "指标,单位,2024年\n毕业去向落实人数,人,48\n直接就业人数,人,45\n";
  const std::vector<std::vector<Issued>> portals = {
      // the report of the year before has no breakdown, but what completes the one of this year
      {{"c/a/2025", 2025, both, "48 90 / * 40 / * 50"}, {"c/a/2024", 2024, placed, "48 / *"}},
      // also where it withholds nothing itself
      {{"c/a/2025", 2025, both, "48 90 / * 40 / * 50"}, {"c/a/2024", 2024, placed, "48 / *", 0}},
      // another school and another year are not meant
      {{"c/a/2025", 2025, both, "48 90 / * 40 / * 50"},
       {"c/b/2024", 2024, placed, "48 / 45"},
       {"c/a/2023", 2023, "指标,单位,2023年\n直接就业人数,人,45\n", "45"}},
      // a row of the city's table, whose total would tell; what protects it there is no longer told elsewhere
      {{"c/a/2025", 2025, both, "48 90 / * 40 / * 50"},
       {"c/2024", 2024,
        "学校,毕业去向落实人数（人）,2024年直接就业人数（人）\n甲校,48,45\n乙校,70,60\n丙校,90,80\n合计,208,"
        "185\n",
        "48 * / 70 * / 90 80 / 208 185"},
       {"c/b/2024", 2024, "指标,单位,2024年\n直接就业人数,人,60\n", "*"},
       {"c/d/2024", 2024, "指标,单位,2024年\n直接就业人数,人,80\n", "80"}},
      // the same where the city has a column for each school
      {{"c/a/2025", 2025, both, "48 90 / * 40 / * 50"},
       {"c/2024", 2024,
        "指标,单位,甲校,乙校,丙校,合计\n毕业去向落实人数,人,48,70,90,208\n直接就业人数,人,45,60,80,"
        "185\n",
        "48 70 90 208 / * * 80 185"},
       {"c/b/2024", 2024, "指标,单位,2024年\n直接就业人数,人,60\n", "*"},
       {"c/b/2023", 2023, "指标,单位,2023年\n直接就业人数,人,60\n", "60"}}};
  for (std::vector<Issued> issued : portals) {
    for (int turn = 0; turn < 2; ++turn) {
      CAPTURE(turn, issued.back().csv);
      std::vector<std::string> expected;
      for (const Issued& one : issued) expected.push_back(one.expected);
      CHECK(agreed(issued, names) == expected);
      std::reverse(issued.begin(), issued.end());
    }
  }
}

TEST_CASE("The threshold is the report's, and tables can be exempt") {
  const std::string csv = "职称,人数（人）\n正高,2\n副高,31\n";
  CHECK(shown_of(csv, 0) == "2 / 31");
  CHECK(shown_of(csv, 2) == "2 / 31");
  CHECK(shown_of(csv, 3) == "* / 31");
  CHECK(shown_of(csv, 32) == "* / *");
  model::Report report = report_of({table_of(csv)});
  report.settings.small_counts.exempt = {"t"};
  disclosure::withhold_small_counts(report, source::standard_catalogue());
  CHECK(shown(report.tables[0]) == "2 / 31");
}

TEST_CASE("Indicators that the catalogue calls exempt are shown") {
  model::Indicator masters;
  masters.id = "masters", masters.name = "技能大师", masters.unit = "人";
  masters.counts = model::Counts::persons;
  const std::string csv = "@level,指标,单位,2025年\n,教师,人,48\n1,技能大师,人,3\n";
  for (const bool exempt : {false, true}) {
    masters.exempt = exempt;
    model::Report report = report_of({table_of(csv)});
    disclosure::withhold_small_counts(report, model::Catalogue({}, {masters}));
    CHECK(shown(report.tables[0]) == (exempt ? "48 / 3" : "48 / *"));
  }
}

TEST_CASE("Values that stand in a chart itself are withheld, years are no groups") {
  const auto given = [](std::vector<std::string> labels, const std::string& unit) {
    model::ChartBlock chart;
    chart.head.id = "chart";
    chart.labels = std::move(labels);
    chart.unit = unit;
    chart.given.push_back({});
    chart.given[0].values = {"3", "40"};
    model::Report report = report_of({});
    report.chapters.push_back({"x", "章", "", "", markdown::Document::parse(""), {chart}, {}});
    disclosure::withhold_small_counts(report, {});
    return std::get<model::ChartBlock>(report.chapters[0].blocks[0]).given[0].values[0];
  };
  CHECK(given({"正高", "副高"}, "人") == "#withheld");
  CHECK(given({"2024年", "2025年"}, "人") == "3");
  CHECK(given({"国家级", "省级"}, "项") == "3");
}

TEST_CASE("A withheld count that prose states is warned of, and little else") {
  const std::string destinations =
      "@level,指标,单位,2024年,2025年\n,毕业去向落实人数,人,60,48\n1,升学人数,人,4,3\n"
      "1,直接就业人数,人,56,45\n";
  const std::string majors = "专业,在校生人数（人）,招生数（人）\n焊接技术,12,3\n护理,90,80\n";
  const std::tuple<std::string, std::string, std::string> cases[] = {
      // table, prose, where it is warned of
      {destinations, "今年升学3人。", "1:5"},
      {destinations, "第一句。\n\n- 就业形势好，\n  升学的**3**名学生。", "4:8"},
      {destinations, "2025年升学3人。", "1:8"},
      {destinations, "2024年升学4人。", "1:8"},
      {destinations, "直接就业45人。", "1:5"},  // what completes it
      {destinations, "2023年升学3人。", ""},
      {destinations, "升学4人。", ""},
      {destinations, "升学13人，升学3人次，升学第3名，3人获奖。", ""},
      {destinations, "升学较多，3人获奖。", ""},
      {destinations, "升学[3人](data:t.升学人数.2025年)。", ""},
      {destinations, "```\n升学3人。\n```", ""},
      {majors, "焊接技术招生3人。", "1:7"},
      {majors, "焊接技术专业有3名教师获奖。", ""},
      {majors, "护理招生3人。", ""}};
  for (const auto& [csv, prose, where] : cases) {
    CAPTURE(csv, prose);
    model::Report report = report_of({table_of(csv)});
    report.chapters.push_back({"x", "章", "", "", markdown::Document::parse(prose), {}, {"x.md", 1, 1}});
    disclosure::withhold_small_counts(report, source::standard_catalogue());
    DiagnosticSink sink;
    disclosure::check_typed_counts(
        report, source::standard_catalogue(), [&text = prose](const std::string&) { return text; }, sink);
    std::string warned;
    for (const Diagnostic& warning : sink.sorted())
      warned += fmt::format("{}:{}", warning.place.line, warning.place.column);
    CHECK(warned == where);
  }
}

TEST_CASE("A whole Chart.js configuration loses its small counts, or is warned of") {
  struct Case {
    std::string labels, data, own, unit, expected;
    bool warned = false;
  };
  const std::string staff = R"(["正高","副高"])";
  const Case cases[] = {
      {staff, "[3,40]", R"({"unit":"人","printed":[["3","40"]]})", "",
       R"([null,40] {"unit":"人","printed":[["","40"]],"states":[["withheld"]]})"},
      {staff, "[40,3]", "{}", "人", R"([40,null] {"states":[["","withheld"]]})"},
      {staff, "[3,40]", R"({"unit":"项"})", "", R"([3,40] {"unit":"项"})"},
      {R"(["2024年","2025年"])", "[3,40]", R"({"unit":"人"})", "", R"([3,40] {"unit":"人"})"},
      {staff, "[0,40]", "{}", "", "[0,40] {}"},
      {staff, "[3,40]", "{}", "", "[3,40] {}", true},
      {staff, "[3.5,40.2]", "{}", "", "[3.5,40.2] {}"},
      {staff, R"([{"x":"正高","y":3}])", R"({"unit":"人"})", "", R"([{"x":"正高","y":3}] {"unit":"人"})",
       true}};
  for (const Case& one : cases) {
    CAPTURE(one.labels, one.data, one.own, one.unit);
    model::ChartBlock chart;
    chart.head.id = "chart", chart.unit = one.unit, chart.config_file = "chart.json";
    chart.config = "{\"data\":{\"labels\":" + one.labels + ",\"datasets\":[{\"data\":" + one.data +
                   "}]},\"nianbao\":" + one.own + "}";
    model::Report report = report_of({});
    report.chapters.push_back({"x", "章", "", "", markdown::Document::parse(""), {chart}, {}});
    disclosure::withhold_small_counts(report, {});
    const auto json =
        nlohmann::ordered_json::parse(std::get<model::ChartBlock>(report.chapters[0].blocks[0]).config);
    CHECK(json["data"]["datasets"][0]["data"].dump() + " " + json["nianbao"].dump() == one.expected);
    DiagnosticSink sink;
    disclosure::check_configurations(report, sink);
    CHECK(sink.sorted().size() == (one.warned ? 1 : 0));
  }
}

namespace {

/// Whether the system of linear equations `rows` (coefficients) determines one of its unknowns. Gauss-Jordan
/// over doubles: coefficients are −1, 0 and 1 and the tables small.
bool determines_any(std::vector<std::vector<double>> rows, std::size_t unknowns) {
  std::size_t done = 0;
  for (std::size_t column = 0; column < unknowns && done < rows.size(); ++column) {
    std::size_t pivot = done;
    while (pivot < rows.size() && std::abs(rows[pivot][column]) < 1e-9) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[pivot], rows[done]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const double factor = r == done ? 0 : rows[r][column] / rows[done][column];
      for (std::size_t c = 0; c < unknowns; ++c) rows[r][c] -= factor * rows[done][c];
    }
    ++done;
  }
  for (std::size_t r = 0; r < done; ++r) {
    const auto free =
        std::count_if(rows[r].begin(), rows[r].end(), [](double x) { return std::abs(x) > 1e-9; });
    if (free == 1) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("No withheld cell of a table with totals on both sides follows from those shown") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const std::size_t rows = 2 + random() % 5, columns = 2 + random() % 4;
    std::vector<std::vector<int>> counts(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < columns; ++c) {
        const int count =
            random() % 3 == 0 ? static_cast<int>(random() % 7) : static_cast<int>(random() % 90);
        counts[r][c] = count;
        counts[r][columns] += count, counts[rows][c] += count, counts[rows][columns] += count;
      }
    }
    std::string csv = "专业";
    for (std::size_t c = 0; c < columns; ++c) csv += ",第" + std::to_string(c) + "组（人）";
    csv += ",合计（人）\n";
    for (std::size_t r = 0; r <= rows; ++r) {
      csv += r == rows ? "合计" : "专业" + std::to_string(r);
      for (const int count : counts[r]) csv += "," + std::to_string(count);
      csv += "\n";
    }
    CAPTURE(round, csv);
    model::Report report = report_of({table_of(csv)});
    disclosure::withhold_small_counts(report, {});
    const model::Band& band = report.tables[0].bands[0];
    std::vector<std::vector<int>> unknown(rows + 1, std::vector<int>(columns + 1, -1));
    std::size_t unknowns = 0;
    for (std::size_t r = 0; r <= rows; ++r) {
      for (std::size_t c = 0; c <= columns; ++c) {
        const model::Value& value = band.rows[r].cells[c + 1].value;
        if (value.state == model::ValueState::withheld) unknown[r][c] = static_cast<int>(unknowns++);
        if (r < rows && c < columns && counts[r][c] > 0 && counts[r][c] < 6) CHECK(unknown[r][c] >= 0);
      }
    }
    std::vector<std::vector<double>> equations;
    const auto add = [&](auto cell_at, std::size_t parts) {
      std::vector<double> equation(unknowns, 0);
      for (std::size_t i = 0; i <= parts; ++i) {
        const auto [r, c] = cell_at(i);
        if (unknown[r][c] >= 0) equation[static_cast<std::size_t>(unknown[r][c])] = i == parts ? -1 : 1;
      }
      equations.push_back(std::move(equation));
    };
    for (std::size_t r = 0; r <= rows; ++r) add([&](std::size_t i) { return std::pair(r, i); }, columns);
    for (std::size_t c = 0; c <= columns; ++c) add([&](std::size_t i) { return std::pair(i, c); }, rows);
    CHECK_FALSE(determines_any(equations, unknowns));
  }
}
