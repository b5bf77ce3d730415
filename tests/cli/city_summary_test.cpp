// The summary of the sample's city against sums that are made here, from the data files themselves.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "sample_portal.h"
#include "search/search.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

/// id -> value of the column "2025年" of a data file. The sample's cells hold no commas.
std::map<std::string, std::string> column_of_2025(const fs::path& file) {
  std::ifstream in(file);
  std::map<std::string, std::string> values;
  std::vector<std::string> header;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> fields;
    std::istringstream parts(line);
    for (std::string field; std::getline(parts, field, ',');) fields.push_back(field);
    if (header.empty()) {
      header = fields;
      continue;
    }
    for (std::size_t i = 0; i < fields.size() && i < header.size(); ++i) {
      if (header[i] == "2025年") values[fields[0]] = fields[i];
    }
  }
  return values;
}

/// Whole numbers of a row of a table, of all schools of the sample's city.
std::vector<long long> of_all_schools(const std::string& table, const std::string& row) {
  std::vector<long long> values;
  for (const auto& school : fs::directory_iterator(std::string(NIANBAO_SOURCE_DIR) + "/content/demo")) {
    const fs::path file = school.path() / "2025" / "data" / (table + ".csv");
    if (!fs::is_regular_file(file) || school.path().filename() == "2025") continue;
    const auto values_of_2025 = column_of_2025(file);
    const std::string& text = values_of_2025.at(row);
    if (text != "-") values.push_back(std::stoll(text));
  }
  return values;
}

long long sum_of(const std::string& table, const std::string& row) {
  long long sum = 0;
  for (const long long value : of_all_schools(table, row)) sum += value;
  return sum;
}

/// The cells of the row that leads to an indicator's page, without markup.
std::vector<std::string> row_of(const std::string& page, const std::string& indicator) {
  const std::size_t link = page.find("href=\"" + indicator + ".html\"");
  if (link == std::string::npos) return {};
  const std::string row = page.substr(link, page.find("</tr>", link) - link);
  std::vector<std::string> cells;
  for (std::size_t at = row.find("<td"); at != std::string::npos; at = row.find("<td", at + 1)) {
    const std::size_t begin = row.find('>', at) + 1;
    cells.push_back(row.substr(begin, row.find("</td>", begin) - begin));
  }
  return cells;
}

std::string without_breaks(std::string html) {
  for (std::size_t at = html.find("<wbr>"); at != std::string::npos; at = html.find("<wbr>", at))
    html.erase(at, 5);
  return html;
}

}  // namespace

TEST_CASE("A city's sums are those of its schools' data") {
  REQUIRE(sample_portal().built() == cli::done);
  const std::string page = sample_portal().page("demo/indicators/index.html");
  const std::tuple<std::string, std::string, std::string> sums[] = {
      {"graduates", "scorecard", "graduates"},
      {"placed", "scorecard", "placed"},
      {"further-study", "scorecard", "further"},
      {"students", "policy", "students"},
      {"full-time-teachers", "policy", "full-time-teachers"}};
  for (const auto& [indicator, table, row] : sums) {
    INFO(indicator);
    const auto cells = row_of(page, indicator);
    REQUIRE(cells.size() >= 2);
    CHECK(cells[0] == std::to_string(sum_of(table, row)) + " 人");
    CHECK(cells[1] == "6 所学校中 6 所已报告");
  }
}

TEST_CASE("A city's rates are made from its sums") {
  const std::string page = sample_portal().page("demo/indicators/index.html");
  const auto cells = row_of(page, "placement-rate");
  REQUIRE_FALSE(cells.empty());
  // in hundredths of a per cent, rounded half up
  const long long top = sum_of("scorecard", "placed"), bottom = sum_of("scorecard", "graduates");
  const long long rate = (20000 * top + bottom) / (2 * bottom);
  std::ostringstream text;
  text << rate / 100 << '.' << (rate % 100 < 10 ? "0" : "") << rate % 100 << '%';
  CHECK(cells[0] == text.str());
}

TEST_CASE("What is not asked the same of every school is not put together, but its median is told") {
  const std::string page = sample_portal().page("demo/indicators/index.html");
  const auto cells = row_of(page, "student-teacher-ratio");
  REQUIRE(cells.size() >= 4);
  CHECK(cells[0] == "不汇总");
  CHECK_FALSE(cells[2].empty());
}

TEST_CASE("An indicator's page has every school's value, in the order of the schools") {
  const std::string page = sample_portal().page("demo/indicators/graduates.html");
  auto values = of_all_schools("scorecard", "graduates");
  REQUIRE(values.size() == 6);
  for (const long long value : values)
    CHECK(page.find(">" + std::to_string(value) + "<") != std::string::npos);
  const std::string text = without_breaks(page);
  CHECK(text.find("示例市第一职业中等专业学校") < text.find("示例市第二"));
  CHECK(page.find("各校毕业生人数历年数据") != std::string::npos);
}

TEST_CASE("Which school teaches a major is one question and one link") {
  search::Reader reader([](std::string_view name) { return sample_portal().read(name); });
  const auto cards = reader.cards("哪个学校有会计专业？");
  REQUIRE(cards.size() == 1);
  CHECK(reader.cards("哪个学校有焊接专业？").size() == 1);
  CHECK(cards[0].kind == "major");
  CHECK(cards[0].rows.size() == 2);
  CHECK(fs::is_regular_file(sample_portal().site() / cards[0].url));
  CHECK(without_breaks(sample_portal().page(cards[0].url)).find(cards[0].rows[0].party) != std::string::npos);
}

TEST_CASE("An indicator and a school are answered with the value that stands in the data") {
  search::Reader reader([](std::string_view name) { return sample_portal().read(name); });
  const auto values =
      column_of_2025(fs::path(NIANBAO_SOURCE_DIR) / "content/demo/first/2025/data/scorecard.csv");
  const auto cards = reader.cards("示例一职专 毕业生人数");
  REQUIRE(cards.size() == 1);
  REQUIRE(cards[0].rows.size() == 1);
  CHECK(cards[0].rows[0].facts[0].value == values.at("graduates"));
  CHECK(cards[0].rows[0].facts[0].year == "2025");
  CHECK(cards[0].rows[0].facts.size() >= 3);
  CHECK(cards[0].unit == "人");
}

}  // namespace nianbao::tests
