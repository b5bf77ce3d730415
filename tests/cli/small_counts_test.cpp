// What is withheld is nowhere: every byte that is published of a city whose small counts can be recognised.
#include <catch2/catch.hpp>
#include <regex>

#include "program.h"
#include "search/search.h"
#include "support/unzipped.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

/// Counts of groups, all below the threshold of this city.
const std::vector<std::string> small = {"73519", "61207", "58343", "91823", "47731", "82913", "52967"};
/// No small one: what it completes stands in the report of the year after only.
const std::string completing = "184211";

/// A city of three schools with the same tables, in which the numbers of the first are secrets.
class City {
 public:
  City() {
    folder_.write(
        "site.toml",
        "title = \"全市年报\"\nbase_url = \"https://city.example/\"\n[small_counts]\nbelow = 99999\n");
    folder_.write("content/c/city.toml", "name = \"某市\"\n");
    for (const char* school : {"a", "b", "d"}) add_school(school);
    add_table("content/c/a/2024/", "指标,单位,2024年\n直接就业人数,人," + completing + "\n");
    add_table("content/c/2024/", "学校,2024年直接就业人数（人）\na学校," + completing + "\nb学校,200000\n");
    fs::copy(std::string(NIANBAO_SOURCE_DIR) + "/themes", folder_.folder() / "themes",
             fs::copy_options::recursive);
    built = run_program({"build", folder_.folder().string(), "--output", site().string()});
    own = run_program(
        {"build", folder_.folder().string(), "--only", "c/b", "--output", (site() / "own").string()});
  }

  fs::path site() const { return folder_.folder() / "site"; }

  Outcome built;
  Outcome own;  ///< of the site of another school, in the folder "own" of the whole one

 private:
  void add_table(const std::string& report, const std::string& csv) const {
    folder_.write(report + "report.toml",
                  "title = \"年报\"\nyear = 2024\n[[parts]]\nkind = \"appendix\"\ntables = [\"t\"]\n");
    folder_.write(report + "data/t.csv", csv);
    folder_.write(report + "data/t.toml", "title = \"就业\"\n");
  }

  void add_school(const std::string& name) const {
    const std::string report = "content/c/" + name + "/2025/";
    std::vector<std::string> n = small;
    for (std::string& number : n)
      number = name == "a" ? number : std::to_string(std::stoi(number) - 10 * (name[0] - 'a'));
    folder_.write("content/c/" + name + "/school.toml", "name = \"" + name + "学校\"\n");
    folder_.write(report + "report.toml",
                  "title = \"年报\"\nyear = 2025\nmajors = \"majors\"\n[[parts]]\nkind = \"chapters\"\n"
                  "[[parts]]\nkind = \"appendix\"\ntables = [\"scorecard\", \"majors\"]\n"
                  "[[key_figures]]\nindicator = \"further_study\"\nvalue = \"scorecard.further.2025\"\n");
    folder_.write(
        report + "corrections.toml",
        "[[corrections]]\ndate = \"2026-03-02\"\nwhat = \"升学人数\"\naddress = \"scorecard.further\"\n"
        "before = \"" +
            n[5] + "\"\nafter = \"" + n[0] + "\"\nreason = \"漏计\"\n");
    folder_.write(report + "data/scorecard.csv",
                  "@id,@level,@breakdown,指标,单位,2025年,2024年\ngraduates,,,毕业生人数,人,250000,250000\n"
                  "placed,,exclusive,毕业去向落实人数,人," +
                      std::to_string(std::stoi(n[0]) + std::stoi(n[1])) + "," +
                      std::to_string(std::stoi(n[6]) + std::stoi(completing)) + "\nfurther,1,,升学人数,人," +
                      n[0] + "," + n[6] + "\nemployed,1,,直接就业人数,人," + n[1] + "," + completing + "\n");
    folder_.write(report + "data/scorecard.toml", "title = \"人才培养质量计分卡\"\n");
    folder_.write(report + "data/majors.csv",
                  "专业代码,专业名称,在校生人数（人）,招生数（人）\n660102,焊接技术应用," + n[2] + "," +
                      n[3] + "\n720201,护理,120000,130000\n");
    folder_.write(report + "data/majors.toml", "title = \"专业\"\n");
    folder_.write(report + "01-x.md",
                  "+++\nid = \"x\"\ntitle = \"章\"\n+++\n\n升学[" + n[0] +
                      "人](data:scorecard.further)，招生[**" + n[3] +
                      "**人](data:majors.660102.招生数)。\n\n"
                      "```chart\nid = \"bound\"\ntitle = \"在校生\"\ntype = \"pie\"\ndata = \"majors\"\n"
                      "category = \"专业名称\"\nseries = [\"在校生人数（人）\"]\n```\n\n"
                      "```chart\nid = \"given\"\ntitle = \"职称\"\ntype = \"bar\"\nunit = \"人\"\nlabels = "
                      "[\"正高\", \"副高\"]\n"
                      "[[series]]\nlabel = \"人数\"\nvalues = [\"" +
                      n[4] + "\", \"120000\"]\n```\n");
  }

  TemporaryProject folder_{{{"content/.keep", ""}}};
};

}  // namespace

TEST_CASE("A small count is published nowhere") {
  const City city;
  INFO(city.built.errors);
  REQUIRE(city.built.code == cli::done);
  REQUIRE(city.own.code == cli::done);
  std::vector<std::string> secrets = small;
  secrets.push_back(completing);
  CHECK(city.built.errors.find("N513") != std::string::npos);
  CHECK(city.built.output.find("个数字因人数过少不公开") != std::string::npos);
  std::size_t files = 0, archives = 0;
  for (const auto& entry : fs::recursive_directory_iterator(city.site())) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().lexically_relative(city.site()).generic_string();
    if (name.starts_with("assets/") || name.starts_with("own/assets/"))
      continue;  // not made from the content
    std::string bytes = text_of(entry.path());
    if (name.ends_with(".zip")) bytes = unzipped(bytes), ++archives;
    if (name.ends_with("manifest.json"))  // hashes have any digits
      bytes = std::regex_replace(bytes, std::regex("[0-9a-f]{64}"), "");
    ++files;
    for (const std::string& secret : secrets) {
      CAPTURE(name, secret);
      CHECK(bytes.find(secret) == std::string::npos);
      CHECK(bytes.find(secret.substr(0, 2) + "," + secret.substr(2)) == std::string::npos);
    }
  }
  CHECK(files > 60);
  CHECK(archives == 6);
  const search::Reader reader([&](std::string_view name) { return text_of(city.site() / "search" / name); });
  for (const std::string& secret : secrets) {
    for (const search::Result& result : reader.query(secret, 5)) CHECK(result.loose);  // pieces of it only
  }
  CHECK_FALSE(reader.query("不公开", 5).empty());
  CHECK_FALSE(reader.query("250000", 5).empty());
  CHECK(text_of(city.site() / "c/a/2025/x.html").find("不公开") != std::string::npos);
}

}  // namespace nianbao::tests
