#include <catch2/catch.hpp>

#include "model/table.h"

using namespace nianbao::model;

namespace {

Column number_column(std::string title, std::optional<int> year = std::nullopt) {
  return {title, title, ColumnRole::number, "", year};
}

Row row(std::string id, std::string label, int level, const std::vector<std::string>& cells) {
  Row row;
  row.id = std::move(id);
  row.label = label;
  row.level = level;
  row.cells.emplace_back().value = read_value(label);
  for (const std::string& cell : cells) row.cells.emplace_back().value = read_value(cell);
  return row;
}

Column label_column() { return {"指标", "指标", ColumnRole::label, "", std::nullopt}; }

/// A scorecard of two years, with 其中 rows and leaves that repeat below different parents.
Table scorecard() {
  Band band{{label_column(), number_column("2022年", 2022), number_column("2023年", 2023)}, {}, {}};
  band.rows = {
      row("", "毕业生人数", 0, {"1480", "1533"}),   row("placed", "毕业去向落实人数", 0, {"1452", "1503"}),
      row("", "其中：升学人数", 1, {"380", "399"}), row("", "升入本科", 2, {"5", "7"}),
      row("", "专业教学资源库数", 0, {"2", "4"}),   row("", "其中：国家级数量", 1, {"0", "1"}),
      row("", "在线精品课程数", 0, {"8", "11"}),    row("", "其中：国家级数量", 1, {"1", "2"}),
      row("", "3.1 生师比", 0, {"15.2", "14.9"}),   row("", "接入平台", 1, {"-", ""}),
  };
  return {"scorecard", "", "", "", "", {band}, {}, "", {}};
}

Table plain(std::string id, std::vector<Column> columns, std::vector<Row> rows) {
  return {std::move(id), "", "", "", "", {{std::move(columns), {}, std::move(rows)}}, {}, "", {}};
}

/// Two bands with rows of their own and one that stands in both.
Table form() {
  Table table = plain("form", {label_column(), number_column("合计")},
                      {row("", "学校数", 0, {"15"}), row("", "人数", 0, {"1"})});
  table.bands.push_back({{label_column(), number_column("公办")}, {}, {row("", "教师数", 0, {"900"})}});
  table.bands.push_back({{label_column(), number_column("合计")}, {}, {row("", "人数", 0, {"2"})}});
  return table;
}

std::vector<Table> tables() {
  return {scorecard(),
          form(),
          plain("staff", {label_column(), number_column("人数（人）"), number_column("比例（%）")},
                {row("", "35岁以下", 0, {"56", "30.1"}), row("", "合计", 0, {"186", "100"})}),
          plain("by-sex", {label_column(), number_column("人数（男）"), number_column("人数（女）")},
                {row("", "一年级", 0, {"20", "30"})}),
          plain("one", {label_column(), number_column("人数")}, {row("", "一年级", 0, {"20"})}),
          plain("rates", {label_column(), number_column("2023人数", 2023), number_column("2023比例", 2023)},
                {row("", "一年级", 0, {"20", "5"})})};
}

std::string found(std::string_view address) {
  const auto all = tables();
  AddressProblem problem;
  const auto datum = find_datum(all, address, problem);
  if (datum) return datum->cell->value.printed;
  switch (problem.part) {
    case AddressProblem::Part::table:
      return "no table " + problem.wanted;
    case AddressProblem::Part::row:
      return "no row " + problem.wanted;
    case AddressProblem::Part::column:
      return "no column " + problem.wanted;
    case AddressProblem::Part::ambiguous:
      return "several " + problem.wanted;
  }
  return "";
}

}  // namespace

TEST_CASE("A datum is found by id, label, path, year, title, and by nothing less") {
  const auto [address, expected] = GENERATE(table<std::string, std::string>({
      {"scorecard.毕业生人数.2023", "1533"},
      {"scorecard.毕业生人数.2022年", "1480"},
      {"scorecard.毕业生人数", "1533"},  // the latest year
      {"scorecard.placed.2022", "1452"},
      {"scorecard.毕业去向落实人数.2022", "1452"},
      {"scorecard.升学人数.2023", "399"},  // without 其中
      {"scorecard.其中：升学人数.2023", "399"},
      {"scorecard.placed/升学人数/升入本科", "7"},
      {"scorecard.毕业去向落实人数/升入本科", "7"},  // a generation left out
      {"scorecard.专业教学资源库数/国家级数量.2023", "1"},
      {"scorecard.在线精品课程数/国家级数量.2023", "2"},
      {"scorecard.在线精品课程数/其中：国家级数量", "2"},
      {"scorecard.国家级数量.2023", "several 国家级数量"},
      {"scorecard.毕业生人数/国家级数量.2023", "no row 毕业生人数/国家级数量"},
      {"scorecard.3.1 生师比.2023", "14.9"},  // a dot in the row's name
      {"scorecard.3.1 生师比", "14.9"},
      {"scorecard.接入平台.2022", "-"},
      {"scorecard.接入平台.2023", ""},
      {"scorecard.毕业生人数.2021", "no column 2021"},
      {"scorecard.毕业生.2023", "no row 毕业生"},
      {"scorecard.3.2 生师比.2023", "no row 3.2 生师比"},
      {"scorecard", "no row "},
      {"scorecard.", "no row "},
      {"scorecards.毕业生人数", "no table scorecards"},
      {"", "no table "},
      {"staff.35岁以下.人数", "56"},  // the unit may be left out
      {"staff.35岁以下.人数（人）", "56"},
      {"staff.35岁以下", "no column "},          // two number columns
      {"by-sex.一年级.人数", "no column 人数"},  // two such columns
      {"by-sex.一年级.人数（女）", "30"},
      {"one.一年级", "20"},
      {"rates.一年级.2023", "no column 2023"},  // two columns of that year
      {"rates.一年级.2023比例", "5"},
      {"form.学校数.合计", "15"},
      {"form.教师数.公办", "900"},
      {"form.教师数", "900"},
      {"form.人数.合计", "several 人数.合计"},
      {"form.教师数.合计", "no column 合计"},
      {"form.班级数.合计", "no row 班级数"},
  }));
  CAPTURE(address);
  CHECK(found(address) == expected);
}

TEST_CASE("An address that leads nowhere comes with the names that would have been right") {
  const auto all = tables();
  AddressProblem problem;
  CHECK_FALSE(find_datum(all, "form.班级数.合计", problem));
  CHECK(problem.candidates == std::vector<std::string>{"学校数", "人数", "教师数", "人数"});
  CHECK_FALSE(find_datum(all, "staff.合计.总数", problem));
  CHECK(problem.candidates == std::vector<std::string>{"指标", "人数（人）", "比例（%）"});
  CHECK_FALSE(find_datum(all, "nowhere.x", problem));
  CHECK(problem.candidates.size() == all.size());
}

TEST_CASE("Rows by name") {
  const Table table = scorecard();
  const Band& band = table.bands[0];
  CHECK(find_rows(band, "placed") == std::vector<std::size_t>{1});
  CHECK(find_rows(band, "国家级数量") == std::vector<std::size_t>{5, 7});
  CHECK(find_rows(band, "其中：国家级数量") == std::vector<std::size_t>{5, 7});
  CHECK(find_rows(band, "在线精品课程数/国家级数量") == std::vector<std::size_t>{7});
  CHECK(find_rows(band, "").empty());
  CHECK(find_rows(band, "/").empty());
}

TEST_CASE("A row shorter than its band gives no datum") {
  Table table = scorecard();
  table.bands[0].rows[0].cells.resize(2);
  AddressProblem problem;
  CHECK_FALSE(find_datum({table}, "scorecard.毕业生人数.2023", problem));
}
