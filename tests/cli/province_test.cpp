// A province of cities, published as a whole and as sites of their own.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "program.h"
#include "search/search.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Two cities: one of three schools, one of two, of which one has no report.
class Province {
 public:
  Province() {
    folder_.write("site.toml", "title = \"全省年报\"\nbase_url = \"https://province.example/\"\n");
    folder_.write("indicators.toml", "[[indicator]]\nid = \"graduates\"\nsince = 2022\n");
    folder_.write("content/p/province.toml", "name = \"某省\"\n");
    folder_.write("content/p/c/city.toml", "name = \"甲市\"\n");
    folder_.write("content/p/d/city.toml", "name = \"乙市\"\n");
    add_school("p/c/a", "甲一校", 100, 90);
    add_school("p/c/b", "甲二校", 200, 150);
    add_school("p/c/e", "甲三校", 300, 240);
    add_school("p/d/f", "乙一校", 400, 399);
    folder_.write("content/p/d/g/school.toml", "name = \"乙二校\"\n");
    add_report("p", 1000, 879);
    fs::create_directory_symlink(fs::path(NIANBAO_SOURCE_DIR) / "themes", folder_.folder() / "themes");
  }

  Outcome build(const std::string& output, std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"build", folder_.folder().string(), "--output",
                                          (folder_.folder() / output).string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
  }
  fs::path file(const std::string& name) const { return folder_.folder() / name; }
  std::string text(const std::string& name) const { return text_of(file(name)); }
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  void add_school(const std::string& address, const std::string& name, int graduates, int placed) const {
    folder_.write("content/" + address + "/school.toml", "name = \"" + name + "\"\n");
    add_report(address, graduates, placed);
  }

 private:
  void add_report(const std::string& address, int graduates, int placed) const {
    const std::string report = "content/" + address + "/2025/";
    const auto row = [](const std::string& id, const std::string& label, int number) {
      return id + "," + label + ",人," + std::to_string(number - 10) + "," + std::to_string(number) + "\n";
    };
    folder_.write(
        report + "report.toml",
        "title = \"年报\"\nyear = 2025\n[[parts]]\nkind = \"appendix\"\ntables = [\"scorecard\"]\n");
    folder_.write(report + "data/scorecard.csv", "@id,指标,单位,2024年,2025年\n" +
                                                     row("graduates", "毕业生人数", graduates) +
                                                     row("placed", "毕业去向落实人数", placed));
    folder_.write(report + "data/scorecard.toml", "title = \"人才培养质量计分卡\"\n");
  }

  TemporaryProject folder_{{{"content/.keep", ""}}};
};

}  // namespace

TEST_CASE("A province sums its cities' schools, and says so of the province") {
  const Province province;
  const Outcome built = province.build("site", {});
  INFO(built.errors);
  REQUIRE(built.code == cli::done);
  const std::string home = province.text("site/p/index.html");
  CHECK(has(home, "1000"));
  CHECK(has(home, "5 所学校中 4 所已报告"));
  CHECK(has(home, "<h2>各市</h2>"));
  CHECK(has(home, "3 所学校"));
  CHECK(has(home, "href=\"c/index.html\""));
  CHECK_FALSE(has(home, "全部学校"));
  for (const char* page : {"p/index.html", "p/indicators/index.html", "p/indicators/graduates.html",
                           "p/compare.html", "p/compare.js"}) {
    CAPTURE(page);
    CHECK(has(province.text("site/" + std::string(page)), "全省"));
    CHECK_FALSE(has(province.text("site/" + std::string(page)), "全市"));
  }
  CHECK(has(province.text("site/p/indicators/graduates.html"), "1000 人（5 所学校中 4 所已报告）"));
  CHECK(has(province.text("site/p/c/indicators/graduates.html"), "600 人（3 所学校中 3 所已报告）"));
  CHECK(has(province.text("site/p/c/indicators/graduates.html"), "2022 年起"));
  const std::string school = province.text("site/p/c/a/index.html");
  CHECK(has(school, "<a href=\"../../index.html\">某省</a>"));
  CHECK(has(school, "<a href=\"../index.html\">甲市</a>"));
  CHECK(has(school, "2025 年 100 人；全市 3 所学校中位数 200 人，范围 100–300 人。"));
  const search::Reader reader(
      [&](std::string_view name) { return province.text("site/search/" + std::string(name)); });
  const auto found = reader.query("全省 毕业生人数", 5);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().url == "p/indicators/graduates.html");

  // Sites of their own say the same.
  const Outcome each = province.build("sites", {"--each"});
  INFO(each.errors);
  REQUIRE(each.code == cli::done);
  CHECK(province.text("sites/p-c-a/p/c/a/charts/trend-graduates.csv") ==
        province.text("site/p/c/a/charts/trend-graduates.csv"));
  const std::string own = province.text("sites/p-c-a/p/c/a/index.html");
  CHECK(has(own, "全市 3 所学校中位数 200 人，范围 100–300 人。"));
  CHECK(has(own, "href=\"https://province.example/p/c/indicators/placement-rate.html\""));
  CHECK(has(own, "href=\"https://province.example/p/c/compare.html?school=a\""));
  for (const auto& entry : fs::recursive_directory_iterator(province.file("sites/p-c-a"))) {
    CAPTURE(entry.path().string());
    if (entry.is_regular_file()) CHECK_FALSE(has(text_of(entry.path()), "甲二校"));
  }
}

TEST_CASE("A province tells two schools of one name apart by their cities") {
  const Province province;
  province.add_school("p/d/h", "甲一校", 500, 450);
  province.add_school("p/k", "省属校", 600, 540);
  const Outcome built = province.build("site", {});
  INFO(built.errors);
  REQUIRE(built.code == cli::done);

  const std::string indicator = province.text("site/p/indicators/graduates.html");
  const auto row = [](std::string_view way, std::string_view city) {
    return fmt::format("<a href=\"../{}/index.html\">甲一校</a></th><td>{}</td>", way, city);
  };
  for (const auto& [way, city] : {std::pair("c/a", "甲市"), std::pair("d/h", "乙市")}) {
    const std::size_t first = indicator.find(row(way, city));
    CHECK(first != std::string::npos);
    CHECK(indicator.find(row(way, city), first + 1) != std::string::npos);  // in the table of the years, too
  }
  CHECK(has(indicator, ">省属校</a></th><td></td>"));  // of no city
  const std::string csv = province.text("site/p/indicators/graduates.csv");
  CHECK(has(csv, "学校,城市,年份,毕业生人数（人）"));
  CHECK(has(csv, "甲一校,甲市,2025,100"));
  CHECK(has(csv, "甲一校,乙市,2025,500"));
  CHECK(has(csv, "省属校,,2025,600"));

  const std::string compared = province.text("site/p/compare.html");
  CHECK(has(compared, "<a href=\"c/a/index.html\">甲一校</a></th><td>甲市</td>"));
  CHECK(has(compared, "<a href=\"d/h/index.html\">甲一校</a></th><td>乙市</td>"));
  const std::string choices = province.text("site/p/compare.js");
  for (const char* name : {"甲一校（甲市）", "甲一校（乙市）", "甲二校（甲市）", "\"省属校\""})
    CHECK(has(choices, name));

  // A chart has little room: only where it must.
  CHECK(has(indicator, ">甲一校（乙市）</text>"));
  CHECK_FALSE(has(indicator, "甲二校（"));

  for (const char* page : {"p/d/indicators/graduates.html", "p/d/indicators/graduates.csv",
                           "p/d/compare.html", "p/d/compare.js"}) {
    CAPTURE(page);
    CHECK_FALSE(has(province.text("site/" + std::string(page)), ">城市<"));
    CHECK_FALSE(has(province.text("site/" + std::string(page)), "甲一校（"));
  }
  CHECK(has(province.text("site/p/d/indicators/graduates.csv"), "学校,年份,"));
}

TEST_CASE("A site of its own counts no school whose data have errors, and says so") {
  const Province province;
  const std::string table = "content/p/c/e/2025/data/scorecard.csv";
  province.write(table, province.text(table) + "more,招生数,人\n");
  const Outcome built = province.build("site", {"--only", "p/c/a"});
  REQUIRE(built.code == cli::done);
  CHECK(has(built.errors, table + ":4"));
  CHECK(has(built.errors, "N013"));
  CHECK_FALSE(has(province.text("site/p/c/a/index.html"), "中位数"));  // of two schools there is none
  CHECK(province.build("city", {"--only", "p/c"}).code == cli::content_has_errors);
}

}  // namespace nianbao::tests
