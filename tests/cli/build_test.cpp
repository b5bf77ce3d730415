#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "program.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

/// Every file below a folder with its bytes.
std::map<std::string, std::string> bytes_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(folder).generic_string()] = text_of(entry.path());
  }
  return files;
}

/// Some more reports, so that several threads have something to do.
void add_reports(const NewProject& project) {
  for (int year = 2018; year < 2026; ++year) {
    const fs::path copy = project.report().parent_path() / std::to_string(year);
    fs::copy(project.report(), copy, fs::copy_options::recursive);
    std::string settings = text_of(copy / "report.toml");
    settings.replace(settings.find("year = 2026"), 11, "year = " + std::to_string(year));
    std::ofstream(copy / "report.toml", std::ios::binary) << settings;
  }
}

}  // namespace

TEST_CASE("the same input gives the same bytes on any number of threads") {
  const NewProject project;
  add_reports(project);
  std::vector<std::map<std::string, std::string>> sites;
  for (const std::string jobs : {"1", "4", "4"}) {
    const fs::path site = project.folder().parent_path() / ("site-" + std::to_string(sites.size()));
    REQUIRE(run_program({"build", project.path(), "--output", site.string(), "--jobs", jobs}).code ==
            cli::done);
    sites.push_back(bytes_below(site));
  }
  CHECK(sites[0].at("manifest.json") == sites[1].at("manifest.json"));
  CHECK((sites[0] == sites[1]));
  CHECK((sites[1] == sites[2]));
}

TEST_CASE("what is kept between builds changes no byte, and only what has changed is made again") {
  const NewProject project;
  add_reports(project);
  const fs::path site = project.folder().parent_path() / "again";
  REQUIRE(run_program({"build", project.path(), "--output", site.string()}).code == cli::done);
  const auto batches = [&] {
    std::set<std::string> found;
    for (const auto& [name, bytes] : bytes_below(project.folder() / ".nianbao"))
      if (name.ends_with(".batch")) found.insert(name);
    return found;
  };
  const auto before = batches();
  CHECK(before.size() == 10);  // nine reports, and the homes
  project.replace("02-talents.md", "学生按真实订单分组加工", "学生分组加工");
  REQUIRE(run_program({"build", project.path(), "--output", site.string()}).code == cli::done);
  const auto after = batches();
  std::vector<std::string> kept;
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(kept));
  CHECK(after.size() == 10);
  CHECK(kept.size() == 9);
  const auto changed = bytes_below(site);
  fs::remove_all(project.folder() / ".nianbao");
  REQUIRE(run_program({"build", project.path(), "--output", site.string()}).code == cli::done);
  CHECK((bytes_below(site) == changed));
}

TEST_CASE("a build that fails leaves the site as it was and nothing beside it") {
  const NewProject project;
  REQUIRE(run_program({"build", project.path()}).code == cli::done);
  const auto before = bytes_below(project.site());
  project.replace("02-talents.md", "[320人]", "[321人]");

  const Outcome failed = run_program({"build", project.path()});
  CHECK(failed.code == cli::content_has_errors);
  CHECK(failed.errors.find("content/my-school/2026/02-talents.md:9:") != std::string::npos);
  CHECK(failed.errors.find("N503") != std::string::npos);
  CHECK((bytes_below(project.site()) == before));
  for (const auto& entry : fs::directory_iterator(project.folder()))
    CHECK(entry.path().filename().string().find("staging") == std::string::npos);
}

TEST_CASE("building again writes only what has changed") {
  const NewProject project;
  REQUIRE(run_program({"build", project.path()}, "en_US.UTF-8").code == cli::done);
  CHECK(run_program({"build", project.path()}, "en_US.UTF-8").output.find(" 0 written") != std::string::npos);
  project.replace("cases/01-workshop.md", "37批", "38批");
  CHECK(run_program({"build", project.path()}, "en_US.UTF-8").output.find(" 0 written") == std::string::npos);
  CHECK(text_of(project.site() / "my-school/2026/cases/case-01.html").find("38批") != std::string::npos);
}

TEST_CASE(
    "a chart is a picture, a table, a script and a page of its own; a portal that asks has PNG files, too") {
  const NewProject project;
  REQUIRE(run_program({"build", project.path()}).code == cli::done);
  const fs::path report = project.site() / "my-school/2026";
  for (const char* file :
       {"charts/age-chart.svg", "charts/age-chart.csv", "charts/age-chart.js", "embed/age-chart.html"})
    CHECK(fs::exists(report / file));
  CHECK_FALSE(fs::exists(report / "charts/age-chart.png"));
  CHECK(text_of(project.site() / "sitemap.xml").find("/embed/") == std::string::npos);

  std::ofstream(project.folder() / "site.toml", std::ios::app) << "[charts]\npng = true\n";
  REQUIRE(run_program({"build", project.path()}).code == cli::done);
  CHECK(text_of(report / "charts/age-chart.png").substr(1, 3) == "PNG");
  CHECK(text_of(report / "charts/age-chart.html").find("href=\"age-chart.png\"") != std::string::npos);
}

TEST_CASE("check reports the problems of the content and writes nothing") {
  const NewProject project;
  project.replace("02-talents.md", "ref:case-01", "ref:case-99");
  project.replace("01-overview.md", "data = \"staff-age\"", "data = \"staff-ages\"");
  const Outcome checked = run_program({"check", project.path(), "--format", "json"});
  CHECK(checked.code == cli::content_has_errors);
  const auto report = nlohmann::json::parse(checked.output);
  CHECK(report["errors"] == report["diagnostics"].size());
  CHECK(report["errors"] >= 2);
  for (const auto& problem : report["diagnostics"]) CHECK(problem["line"] > 0);
  CHECK_FALSE(fs::exists(project.site()));
}

TEST_CASE("timings name every stage") {
  const NewProject project;
  const Outcome built = run_program({"build", project.path(), "--timings"});
  for (const std::string stage :
       {"settings", "reports", "check", "compose", "theme", "write", "search", "publish", "wall"}) {
    CAPTURE(stage);
    CHECK((built.output + built.errors).find(stage) != std::string::npos);
  }
}

TEST_CASE("an output folder with other things in it is refused") {
  const NewProject project;
  const TemporaryProject taken{{{"letter.txt", "mine"}}};
  CHECK(run_program({"build", project.path(), "--output", taken.folder().string()}).code ==
        cli::cannot_read_or_write);
  CHECK(text_of(taken.folder() / "letter.txt") == "mine");
}

}  // namespace nianbao::tests
